import CaseModel
import Testing

@Suite struct TitleTests {
  @Test(arguments: [
    ("The queue has no shade.", "The queue has no shade."),
    ("\n\n---\n## Left off the list\nMore.", "Left off the list"),
    ("> - *No* water", "No* water"),
    ("لا ماء في القرية\nمنذ أيام", "لا ماء في القرية"),
    ("…\n!!\n42", "42"),
  ])
  func `the first line with words is the title`(text: String, title: String) {
    #expect(Title.from(text) == title)
  }

  @Test(arguments: ["", " \n\t\n", "---\n***", "…"])
  func `nothing gives no title`(text: String) {
    #expect(Title.from(text) == nil)
  }

  @Test func `a long line is cut at a word`() throws {
    let title = try #require(Title.from(String(repeating: "word ", count: 40)))
    #expect(title.count <= 73)
    #expect(title.hasSuffix(" word…"))
    let solid = try #require(Title.from(String(repeating: "ж", count: 500)))
    #expect(solid == String(repeating: "ж", count: 72) + "…")
    let exact = String(repeating: "a", count: 72)
    #expect(Title.from(exact) == exact)
  }
}
