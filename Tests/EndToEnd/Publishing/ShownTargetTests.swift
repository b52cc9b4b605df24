import Foundation
import Testing

/// Nobody has a target until somebody sets one; then it is shown wherever the figure is.
@Suite struct ShownTargetTests {
  private static var word: Regex<Substring> { /(?i)\b(?:target|promised)\b/ }

  /// What the pages in a folder say, without marks and without how a figure is counted.
  private func words(in folder: String) throws -> String {
    let page = try String(contentsOfFile: folder + "/en/index.html", encoding: .utf8)
    return HintScene.joined(
      page.replacing(/<details(?s:.*?)<\/details>/, with: " ").replacing(/<[^>]*>/, with: " "))
  }

  /// Builds pages into a folder beside the register.
  private func pages(_ options: String, of register: TemporaryRegister) throws -> String {
    let folder = register.folder + "/pages" + UUID().uuidString
    try register.done("site build \(options) --out \(folder)", now: PublishingScene.summer)
    return try words(in: folder)
  }

  /// A register with a closed block and, if wanted, one target for all shares.
  private func scene(target: Int? = nil) throws -> TemporaryRegister {
    let register = try PublishingScene().register
    if let target {
      let shares = ["K05", "K05b", "K05f", "K08", "K10", "K15"]
      try register.edit("cases/targets.yml") { text in
        text + "figures:\n" + shares.map { "  \($0): {target: \(target)}\n" }.joined()
      }
      try register.done("adopt targets.yml", as: "huda", now: PublishingScene.summer)
    }
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    return register
  }

  @Test func `a new register names no target`() throws {
    let register = try scene()
    let stats = try register.done("stats", now: PublishingScene.summer).output
    #expect(!stats.contains(Self.word), "\(stats)")
    let json = try register.done("stats --json", now: PublishingScene.summer).output
    #expect(!json.contains("\"target\""), "\(json)")
    for options in ["", "--internal"] {
      let page = try pages(options, of: register)
      #expect(page.contains("Closed within 15 days"))
      #expect(!page.contains(Self.word), "\(page)")
    }
  }

  @Test func `a target that was set is shown with met or missed`() throws {
    let register = try scene(target: 50)
    let lines = try register.done("stats", now: PublishingScene.summer).lines
    for (share, ending) in [
      ("K05", "target 50 %: missed"), ("K05b", "target 50 %: missed"),
      ("K05f", "target 50 %: missed"), ("K08", "target 50 %: met"),
      ("K10", "target at most 50 %: missed"),
    ] {
      let index = try #require(lines.firstIndex { $0.hasPrefix(share + " ") }, "\(share)")
      #expect(lines[index + 1].hasSuffix(ending), "\(share): \(lines[index + 1])")
    }
    for options in ["", "--internal"] {
      let page = try pages(options, of: register)
      #expect(page.contains(/✗ Target of .?50%.? missed/), "\(page)")
      // Nobody was asked yet: there is a target and nothing to judge by it.
      let shown = page.firstMatch(of: /Satisfied with the answer (.+?) Target: .?50%/)?.output.1
      #expect(shown == (options.isEmpty ? nil : "no cases yet"), "\(page)")
      let line = page.firstMatch(of: /Not shown this time[^.]+/)?.output
      #expect((line?.contains("satisfied with the answer") == true) == options.isEmpty, "\(page)")
    }
    let met = try scene(target: 10)
    for options in ["", "--internal"] {
      let page = try pages(options, of: met)
      #expect(page.contains(/✓ Target of .?10%.? met/), "\(page)")
    }
  }

  @Test(arguments: ["K01", "K07", "K09", "K99", "closed"])
  func `a per cent is no target of what is no share`(figure: String) throws {
    let register = try scene()
    try register.edit("cases/targets.yml") { $0 + "figures:\n  \(figure): {target: 85}\n" }
    let refused = try register.run("adopt targets.yml", as: "huda", checked: false)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("can have a target in per cent"), "\(refused)")
    // What an earlier version let in stays, and says nothing.
    try register.commitByHand()
    #expect(try !register.done("stats", now: PublishingScene.summer).output.contains(Self.word))
    #expect(try !pages("--internal", of: register).contains(Self.word))
    try register.edit("cases/targets.yml") { $0 + "  K05: {target: 85}\n" }
    try register.done("adopt targets.yml", as: "huda")
  }
}
