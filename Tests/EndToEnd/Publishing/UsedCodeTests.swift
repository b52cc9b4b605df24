import Foundation
import Testing

/// A code that cases or closed blocks use stays in its file, whichever way an edit comes.
@Suite struct UsedCodeTests {
  /// A file without one code and what is said of it.
  private func without(_ code: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasSuffix("- code: \(code)") }) else {
      Issue.record("\(code) is not in the file")
      return text
    }
    let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") } ?? lines.endIndex
    return (lines[..<start] + lines[end...]).joined(separator: "\n")
  }

  @Test func `removing a code that cases use is refused with how many, and keeping it is not`()
    throws
  {
    let register = try TemporaryRegister()
    _ = try register.new("--area A02")
    let areas = try String(contentsOfFile: register.path + "/cases/areas.yml", encoding: .utf8)
    try register.edit("cases/areas.yml") { without("A02", $0) }
    let refused = try register.run("adopt areas.yml", as: "huda", checked: false)
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errors.contains("“A02” was removed from areas, and 1 case uses it"))
    #expect(refused.errors.contains("bring it back; its label may say"))
    // What the hint advises.
    try register.edit("cases/areas.yml") { _ in
      areas.replacing("en: Lower valley", with: "en: Lower valley (closed)")
    }
    try register.done("adopt areas.yml", as: "huda")
  }

  @Test func `a channel by which somebody was told stays, and a case counts once`() throws {
    let register = try TemporaryRegister()
    let ids = try (0..<2).map { _ in try register.new("--channel letter") }
    try register.done("acknowledge \(ids[0]) --via letter", as: "omar")
    try register.done("acknowledge \(ids[1]) --via box", as: "omar")
    try register.edit("cases/categories.yml") { without("letter", without("box", $0)) }
    let refused = try register.run("adopt categories.yml", as: "huda", checked: false)
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errors.contains("“letter” was removed from channels, and 2 cases use it"))
    #expect(refused.errors.contains("“box” was removed from channels, and 1 case uses it"))
  }

  @Test func `a code that nobody uses may go, until a period is closed with it`() throws {
    let register = try PublishingScene().register
    let path = register.path + "/cases/categories.yml"
    let before = try String(contentsOfFile: path, encoding: .utf8)
    try register.edit("cases/categories.yml") { without("suggestion", $0) }
    try register.done("adopt categories.yml", as: "huda")
    try register.edit("cases/categories.yml") { _ in before }
    try register.done("adopt categories.yml", as: "huda")
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    try register.edit("cases/categories.yml") { without("suggestion", $0) }
    let refused = try register.run("adopt categories.yml", as: "huda", checked: false)
    #expect(refused.status == 1, "\(refused)")
    #expect(
      refused.errors.contains(
        "“suggestion” was removed from categories, and closed periods are published with it"))
  }

  @Test(arguments: [
    ("outcomes", "not-upheld", "categories.yml"), ("priorities", "normal", "categories.yml"),
    ("states", "decided", "categories.yml"),
  ])
  func `what the program itself writes into cases keeps its name`(
    list: String, code: String, file: String
  ) throws {
    let register = try TemporaryRegister(staged: ())
    try register.edit("cases/" + file) { text in
      let head = "\n\(list):\n"
      let start = text.range(of: head)?.upperBound ?? text.startIndex
      return text[..<start] + without(code, String(text[start...]))
    }
    let refused = try register.run("adopt \(file)", as: "huda", checked: false)
    #expect(
      refused.status == 1 && refused.errors.contains("“\(code)” was removed from \(list), and "),
      "\(refused)")
  }

  @Test func `an organisation to which a case was referred stays, and another may go`() throws {
    let register = try TemporaryRegister(staged: ())
    try register.edit("cases/register.yml") {
      $0.replacing(
        "\npartners:\n",
        with: "\npartners:\n  - code: court\n    labels: {en: The court}\n"
          + "  - code: school\n    labels: {en: The school}\n")
    }
    try register.done("adopt register.yml", as: "huda")
    let id = try Stage.inProgress.id
    try register.done("refer \(id) --to court --consent yes --text 'Please look.'", as: "rana")
    try register.edit("cases/register.yml") { without("school", $0) }
    try register.done("adopt register.yml", as: "huda")
    try register.edit("cases/register.yml") { without("court", $0) }
    let refused = try register.run("adopt register.yml", as: "huda", checked: false)
    #expect(
      refused.status == 1
        && refused.errors.contains("“court” was removed from partners, and 1 case uses it"),
      "\(refused)")
  }

  @Test func `a commit that removes a used code is not sent, and told where it comes in`() throws {
    let team = try TeamCopies(["here", "there"])
    let (here, there) = (team[0], team[1])
    try here.done("new --category minor --channel sms --language en --area A02 --text Dry")
    try here.done("sync")
    let text = try here.content(of: "cases/areas.yml")
    try here.write(without("A02", text), to: "cases/areas.yml")
    try here.git("commit -qam tidied")
    let before = try team.common.head()
    let refused = try here.run("sync")
    #expect(refused.status == 1 && refused.errors.contains("“A02” was removed"), "\(refused)")
    #expect(refused.errors.contains("nothing was sent"))
    #expect(try team.common.head() == before)
    try here.git("push -q origin HEAD")
    let taken = try there.run("sync")
    #expect((taken.output + taken.errors).contains("“A02” was removed from areas"), "\(taken)")
  }

  @Test func `the build says how a code that is gone gets its name back`() throws {
    let register = try PublishingScene().register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    try register.edit("cases/areas.yml") { without("A02", $0) }
    try register.git("commit", "-qam", "tidied")
    let built = try register.done("site build")
    #expect(
      built.errors.contains("the file does not list it any more: bring it back"), "\(built)")
    #expect(!built.errors.contains("below its `labels`"), "\(built)")
  }
}
