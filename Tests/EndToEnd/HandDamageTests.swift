import Foundation
import Testing

/// What a commit made by hand takes away changes no figure in silence.
@Suite struct HandDamageTests {
  private static let late = "2026-12-01T09:00:00Z"

  /// A register with a complaint that was closed in time, and a late one.
  private func register() throws -> (TemporaryRegister, late: String, path: String) {
    let register = try TemporaryRegister()
    let now = "2026-11-03T09:00:00Z"
    let good = try register.new("--received 2026-11-02", now: now)
    try register.done("assign \(good) omar", as: "omar", now: now)
    try register.done(
      "resolve \(good) --outcome not-upheld --reason r --via desk", as: "omar", now: now)
    let late = try register.new("--received 2026-11-02", now: now)
    try register.done("assign \(late) omar", as: "omar", now: now)
    let path = try register.git("ls-files", "cases/2026").output.split(separator: "\n")
      .first { $0.contains(late) }.map(String.init)
    return (register, late, try #require(path))
  }

  @Test(arguments: [
    ("git rm -q FILE", "deleted this case"),
    ("sed -i 's/^category: .*/category: thanks/' FILE", "category"),
    ("sed -i 1d FILE", "begins with a line ---"),
  ])
  func `figures count the case as it was recorded, and say who changed it`(
    edit: String, words: String
  ) throws {
    let (register, id, path) = try register()
    let edit = edit.replacing("FILE", with: path)
    try #require(try register.shell("\(edit) && git commit -qam tidy").status == 0)
    let stats = try register.run(
      "stats --json --as-of 2026-12-01", now: Self.late, checked: false)
    #expect(stats.status == 1 && stats.errors.contains(path), "\(stats)")
    #expect(stats.errors.contains(words) && stats.errors.contains("of Somebody"), "\(stats)")
    let said = try stats.json
    #expect(said["K01"]["value"] == 2 && said["K09"]["value"] == 1, "\(stats)")
    #expect(said["K05"]["denominator"] == 2 && said["K05"]["numerator"] == 1)
    let check = try register.run("check", checked: false)
    #expect(check.status == 1 && check.errors.contains(path), "\(check)")
    // The remedy that is named.
    let remedy = try #require(stats.errors.firstMatch(of: #/`(git checkout [^`]*)`/#)).output.1
    try #require(try register.shell("\(remedy) && git commit -qm back").status == 0)
    #expect(try register.done("check").errors == "")
    try register.done("stats --json --as-of 2026-12-01", now: Self.late)
    try register.done("show \(id)")
  }

  @Test func `a step that was taken out is named, and counts`() throws {
    let (register, id, path) = try register()
    let before = try register.git("rev-parse", "HEAD~1").word
    try #require(
      try register.shell("git checkout -q \(before) -- \(path) && git commit -qm tidy").status == 0)
    let check = try register.run("check", checked: false)
    #expect(check.status == 1 && check.errors.contains("took steps out"), "\(check)")
    #expect(check.errors.contains(id), "\(check)")
  }

  @Test func `a case that a merge by hand left out is named`() throws {
    let (register, _, path) = try register()
    try register.shell("git checkout -q -b other HEAD~2 && git commit -q --allow-empty -m work")
    try #require(
      try register.shell(
        "git merge -q -s ours -m merge main && git branch -f main && git checkout -q main"
      )
      .status == 0)
    let check = try register.run("check", checked: false)
    #expect(check.status == 1 && check.errors.contains(path), "\(check)")
  }

  @Test func `what is remembered of the history changes no figure`() throws {
    let (register, _, path) = try register()
    let memory = register.path + "/.git/daftar/notable-commits"
    func stats() throws -> Result {
      try register.run("stats --json --as-of 2026-12-01", now: Self.late, checked: false)
    }
    func expectTheSame(_ state: String) throws {
      let remembered = try stats()
      #expect(FileManager.default.fileExists(atPath: memory), "\(state)")
      try FileManager.default.removeItem(atPath: memory)
      let anew = try stats()
      #expect(remembered.output == anew.output, "\(state)")
      #expect(remembered.errors == anew.errors, "\(state)")
    }
    _ = try stats()
    try register.shell("git rm -q \(path) && git commit -qm tidy && git tag gone")
    #expect(try stats().errors.contains("deleted this case"))
    try expectTheSame("a case was deleted by hand")
    try register.shell(
      "sed -i 's/^    complaint: yes/    complaint: no/' cases/categories.yml && git commit -qam codes"
    )
    try expectTheSame("the codes were changed by hand")
    try register.shell(
      "git checkout -q -b side HEAD~2 && git commit -q --allow-empty -m side "
        + "&& git checkout -q main && git merge -q side -m merge")
    try expectTheSame("a merge by hand")
    try register.shell("git reset -q --hard gone~1")
    #expect(try stats().status == 0)
    try expectTheSame("the history was taken back")
    try Data("notable commits 1\ntip nothing\n".utf8).write(to: URL(filePath: memory))
    #expect(try stats().status == 0)
    try expectTheSame("what was remembered is damaged")
  }
}
