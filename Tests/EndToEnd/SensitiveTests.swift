import Foundation
import Testing

/// What nobody on the team could open: not one word of it may reach the disk.
@Suite struct SensitiveTests {
  static let secret = "zanzibar-quartz"

  @Test(arguments: [
    "--category seah", "--category child-safeguarding", "--category fraud", "--category conduct",
    "--category protection", "--category personal-data",
    "--category minor --sensitivity restricted",
    "--category minor --sensitivity confidential", "--category minor --not-to rana",
  ])
  func `a sensitive complaint leaves no trace`(options: String) throws {
    let register = try TemporaryRegister()
    let result = try register.run(
      "new --channel desk --language en \(options)", "--text", "He said \(Self.secret).", "--title",
      "About \(Self.secret)", "--wanted", Self.secret, as: "omar")
    #expect(result.status == 1)
    let rule = options.contains("--not-to") ? "[not-to.sensitive]" : "[sealing.nobody]"
    #expect(result.errors.contains(rule), "\(result)")
    #expect(result.errors.contains("hint: "))
    try expectNoTrace(in: register)
  }

  @Test func `nor does what a sensitive step would say`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    for line in [
      "raise \(id) --sensitivity confidential --reason \(Self.secret)",
      "amend \(id) category seah --reason \(Self.secret)",
    ] {
      #expect(try register.run(line, as: "omar").status == 1)
    }
    try expectNoTrace(in: register)
  }

  private func expectNoTrace(in register: TemporaryRegister) throws {
    let files = try register.shell("grep -rl '\(Self.secret)' '\(register.folder)' || true")
    #expect(files.output == "")
    let objects = try register.shell(
      """
      git cat-file --batch-all-objects --unordered --batch | grep -c '\(Self.secret)' || true
      """)
    #expect(objects.word == "0")
  }
}
