import Foundation
import Testing

/// The closed blocks beside the commits that closed them: digests that fit are not enough.
@Suite struct ClosingHistoryTests {
  private static let folder = "cases/publication/2026-Q1"

  private func closed() throws -> TemporaryRegister {
    let register = try PublishingScene().register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    return register
  }

  /// The first block as another copy of the same cases closed it, with other numbers.
  private func otherClosing() throws -> TemporaryRegister {
    let register = try PublishingScene().register
    try register.edit("cases/publication.yml") {
      $0.replacing("- [closing, complaint]", with: "")
    }
    try register.git("commit", "-qam", "other tables")
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    return register
  }

  private func rules(_ register: TemporaryRegister) throws -> [String] {
    try register.run("publish check --json").json.list.compactMap {
      $0["severity"].text == "error" ? $0["rule"].text : nil
    }
  }

  @Test func `a block that was taken away is missed, and not closed again`() throws {
    let register = try closed()
    try register.git("rm", "-qr", "cases/publication")
    try register.git("commit", "-qm", "tidied up")
    let check = try register.run("publish check")
    #expect(check.status == 1)
    #expect(check.errors.contains("cases/publication/2026-Q1: error: commit "), "\(check)")
    #expect(check.errors.contains("closed this block, and it is gone"))
    for command in ["publish close --as huda", "site publish --branch pages"] {
      let result = try register.run(command)
      #expect(result.status == 1 && result.errors.contains("it is gone"), "\(result)")
    }
    // What the hint advises.
    try register.git("checkout", "-q", "HEAD~1", "--", "cases/publication")
    try register.git("commit", "-qm", "brought back")
    #expect(try register.run("publish check").status == 0)
  }

  @Test(arguments: ["by hand", "publish: close 2026-Q1\n\nBlock: 2026-Q1\n"])
  func `numbers that were put in the place of others are named, with all digests right`(
    message: String
  ) throws {
    let register = try closed()
    let other = try otherClosing()
    let manager = FileManager.default
    for name in ["2026-Q1", "2026-Q2", "ledger.csv"] {
      let path = "/cases/publication/" + name
      try manager.removeItem(atPath: register.path + path)
      try manager.copyItem(atPath: other.path + path, toPath: register.path + path)
    }
    try register.git("add", "--all")
    try register.git("commit", "-qm", message)
    #expect(Set(try rules(register)) == ["publish.history"])
    #expect(try register.run("site publish --branch pages").status == 1)
  }

  @Test func `a block that two copies closed at once is a warning after they are united`() throws {
    let scene = try PublishingScene().register
    let bare = scene.folder + "/common.git"
    try scene.git("clone", "-q", "--bare", ".", bare)
    let copies = ["one", "two"].map { scene.folder + "/" + $0 }
    for copy in copies { try scene.git("clone", "-q", bare, copy) }
    let ids = try scene.done("list --json --limit 400").json.list.compactMap { $0["case"].text }
    let first = try #require(ids.first { $0.hasPrefix("2601") })
    let area = try scene.json(first)["area"].text == "A02" ? "A0101" : "A02"
    try scene.done("-C \(copies[1]) amend \(first) area \(area) --reason wrong", as: "huda")
    for copy in copies {
      try scene.done("-C \(copy) publish close", as: "huda", now: PublishingScene.summer)
    }
    try scene.done("-C \(copies[0]) sync", as: "huda")
    try scene.done("-C \(copies[1]) sync --configuration theirs", as: "huda")
    let check = try scene.run("-C \(copies[1]) publish check")
    #expect(check.status == 0, "\(check)")
    #expect(check.errors.contains("warning:"))
    #expect(check.errors.contains("in another copy at the same time"))
    #expect(check.output.hasPrefix("2 closed blocks are sound"))
  }

  @Test func `a history that begins later tells nothing of a block, and says so`() throws {
    let register = try closed()
    try register.git("checkout", "-q", "--orphan", "later")
    try register.git("commit", "-qm", "moved")
    let check = try register.run("publish check")
    #expect(check.status == 0, "\(check)")
    #expect(check.errors.contains("whether it changed before cannot be told"))
  }

  @Test func `a block that nobody closed is an error wherever numbers are shown`() throws {
    let register = try PublishingScene().register
    let before = try register.head()
    let other = try closed()
    let manager = FileManager.default
    try manager.copyItem(
      atPath: other.path + "/cases/publication", toPath: register.path + "/cases/publication")
    try register.git("add", "--all")
    try register.git("commit", "-qm", "numbers from elsewhere")
    #expect(Set(try rules(register)) == ["publish.unclosed"])
    for command in ["site build", "site publish --branch pages", "publish close --as huda"] {
      let result = try register.run(command)
      #expect(result.status == 1, "\(result)")
      #expect(result.errors.contains("no commit closed this block: it was put there"), "\(result)")
      #expect(result.errors.contains("`git revert COMMIT`"), "\(result)")
    }
    // What the hint advises.
    try register.git("revert", "--no-edit", "HEAD")
    #expect(try register.git("diff", "--stat", before, "HEAD").output == "")
    #expect(try register.run("publish check").status == 0)
  }

  @Test func `a block of a history that begins later must be as it was then`() throws {
    let register = try closed()
    try register.git("checkout", "-q", "--orphan", "later")
    try register.git("commit", "-qm", "moved")
    let other = try otherClosing()
    for name in ["2026-Q1", "2026-Q2", "ledger.csv"] {
      let path = "/cases/publication/" + name
      try FileManager.default.removeItem(atPath: register.path + path)
      try FileManager.default.copyItem(atPath: other.path + path, toPath: register.path + path)
    }
    try register.git("add", "--all")
    try register.git("commit", "-qm", "others")
    #expect(Set(try rules(register)) == ["publish.history"])
  }

  @Test func `the same numbers closed a day apart in two copies are nothing to tell`() throws {
    let place = try TemporaryRegister(empty: ())
    #expect(try place.run("demo register", now: nil).status == 0)
    let bare = place.folder + "/common.git"
    try place.git("clone", "-q", "--bare", ".", bare)
    let copies = ["one", "two"].map { place.folder + "/" + $0 }
    for copy in copies { try place.git("clone", "-q", bare, copy) }
    for (copy, day) in zip(copies, ["2027-01-21", "2027-01-22"]) {
      try place.done("-C \(copy) publish close", as: "huda", now: day + "T09:00:00Z")
    }
    let late = "2027-01-22T10:00:00Z"
    try place.done("-C \(copies[0]) sync", as: "huda", now: late)
    try place.done("-C \(copies[1]) sync --configuration theirs", as: "huda", now: late)
    let check = try place.run("-C \(copies[1]) publish check", now: late)
    #expect(check.status == 0 && !check.errors.contains("in another copy"), "\(check)")
  }
}
