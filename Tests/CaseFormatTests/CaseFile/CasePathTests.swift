import CaseFormat
import CaseModel
import Testing

@Suite struct CasePathTests {
  static let paths: [(String, RegisterSettings.Layout, String)] = [
    ("2611-5D65-S771", .month, "cases/2026/11/2611-5D65-S771.md"),
    ("2611-5D65-S771", .monthBucket, "cases/2026/11/5/2611-5D65-S771.md"),
  ]

  @Test(arguments: paths)
  func `a case has one place in each layout, and the place names the case`(
    text: String, layout: RegisterSettings.Layout, path: String
  ) throws {
    let id = try #require(CaseID(canonical: text))
    #expect(CasePath.path(of: id, layout: layout) == path)
    #expect(CasePath.id(of: path) == id)
    #expect(CasePath.isInCaseFolder(path))
  }

  @Test(arguments: [
    "cases/2026/12/2611-5D65-S771.md", "cases/2025/11/2611-5D65-S771.md",
    "cases/2026/11/6/2611-5D65-S771.md", "cases/2026/11/5/6/2611-5D65-S771.md",
    "cases/2026/11/2611-5d65-s771.md", "cases/2026/11/2611-5D65-S772.md",
    "cases/2026/11/2611-5D65-S771.MD", "cases/2026/11/2611-5D65-S771", "2611-5D65-S771.md",
    "/cases/2026/11/2611-5D65-S771.md", "cases/../cases/2026/11/2611-5D65-S771.md",
    "outreach/2026/11/2611-5D65-S771.md", "cases/2026/11/x2611-5D65-S771.md", "", ".md",
    "cases/2026/11/2611-5D65-S77\u{301}1.md",
  ])
  func `no other path names a case`(path: String) {
    #expect(CasePath.id(of: path) == nil)
  }

  @Test(arguments: [
    ("cases/2026/11/notes.txt", true), ("cases/2026/x", true), ("cases/register.yml", false),
    ("cases/2026", false), ("cases/outreach/2026/a.md", false), ("docs/2026/11/a.md", false),
    ("cases/20２6/11/a.md", false), ("", false),
  ])
  func `folders of years hold cases and nothing else`(path: String, isInside: Bool) {
    #expect(CasePath.isInCaseFolder(path) == isInside)
  }
}
