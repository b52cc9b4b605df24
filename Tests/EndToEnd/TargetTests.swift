import Foundation
import Testing

/// Targets are such as can be met or missed, and stay what they were when something was judged by them.
@Suite struct TargetTests {
  @Test(arguments: ["K07", "K01", "K09", "k05", "K5", "K99"])
  func `a target that is never judged is not adopted, not sent, and hinders nobody in force`(
    figure: String
  ) throws {
    let register = try TemporaryRegister()
    try register.edit("cases/targets.yml") { text in
      text.replacing(#/(?m)^figures:.*\n(?: .*\n)*/#, with: "")
        + "figures:\n  \(figure): {target: 10}\n"
    }
    let refused = try register.run("adopt targets.yml", as: "huda", checked: false)
    #expect(
      refused.status == 1 && refused.errors.contains("“\(figure)” is no figure"), "\(refused)")
    #expect(
      refused.errors.contains("K02, K05, K05b, K05f, K08, K10, K14, K15"), "\(refused)")
    // As an older program would have let it in:
    let bare = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", ".", bare)
    try register.git("remote", "add", "origin", bare)
    try register.commitByHand()
    let found = try register.run("check", checked: false)
    #expect(found.errors.contains("cases/targets.yml:"), "\(found)")
    let sent = try register.run("sync", as: "huda", checked: false)
    #expect(sent.status == 1 && sent.errors.contains("nothing was sent"), "\(sent)")
    _ = try register.new()
    try register.done("stats", as: "huda")
    try register.edit("cases/targets.yml") { $0.replacing("  \(figure): ", with: "  K05: ") }
    try register.done("adopt targets.yml", as: "huda")
    try register.done("sync", as: "huda")
  }

  @Test func `a closed block is judged by the targets of its closing`() throws {
    let register = try PublishingScene().register
    func adopt(_ target: Int) throws {
      try register.edit("cases/targets.yml") { text in
        text.replacing(#/(?m)^figures: .*\n/#, with: "") + "figures: {K05: {target: \(target)}}\n"
      }
      try register.done("adopt targets.yml", as: "huda")
    }
    func page(_ folder: String, _ period: String) throws -> String {
      try register.done("site build --out \(register.folder)/\(folder)")
      return try String(
        contentsOfFile: register.folder + "/\(folder)/en/\(period)/index.html", encoding: .utf8)
    }
    try adopt(99)
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    let before = try page("one", "2026-Q2")
    #expect(before.contains("99"), "the target stands on the page")
    try adopt(1)
    #expect(try page("two", "2026-Q2") == before)
    try register.done("publish close", as: "huda", now: PublishingScene.now)
    #expect(try page("three", "2026-Q3") != before)
    #expect(try page("three", "2026-Q2").contains("99"))
  }
}
