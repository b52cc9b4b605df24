import Foundation
import Testing

/// When all keys are lost: the recovery keys, and the stock `age` program.
@Suite struct RecoveryTests {
  static let ageIsHere = ["/usr/bin/age", "/usr/local/bin/age"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Opens an entry of a case with the stock program and a key; nil when it cannot.
  private func age(_ id: String, _ entry: String, _ key: String, _ seat: Seat) throws -> String? {
    let result = try Execution.run(
      "/bin/sh",
      [
        "-c",
        "git cat-file blob refs/daftar/vault/\(id):\(entry) | age -d -i '\(key)' | tr -d '\\0'",
      ],
      in: seat.path + "/.git/daftar/vault.git",
      environment: Binary.environment(home: seat.team.register.home),
      scratch: seat.team.register.home + "/tmp")
    return result.output.isEmpty ? nil : result.output
  }

  @Test(.enabled(if: ageIsHere, "the program age is not installed"))
  func `the stock program opens every entry with the keys that may, and with no other`() throws {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let confidential = try omar.sensitive(text: "Money at the brambleQ1.")
    let restricted = try omar.sensitive("--category seah", text: "Touched at the kelpieQ2.")
    let ordinary = try omar.ordinary(contact: "name: zephyrQ3\n")
    let opens = [
      "recovery": [true, false, true], "restricted": [false, true, false],
      "amal": [true, true, true], "huda": [true, false, true], "omar": [false, false, true],
      "nadia": [false, false, false], "outside": [false, false, false],
    ]
    let words = ["brambleQ1", "kelpieQ2", "zephyrQ3"]
    for (owner, wanted) in opens {
      for (number, id) in [confidential, restricted, ordinary].enumerated() {
        let entries = try omar.entries(of: id)
        #expect(entries.count == 1)
        for entry in entries.keys {
          let text = try age(id, entry, team.keys + "/" + owner, omar)
          #expect((text != nil) == wanted[number], "\(owner) \(words[number])")
          #expect(text?.contains(words[number]) ?? true)
        }
      }
    }
  }

  @Test func `the recovery key opens the whole case by the program itself`() throws {
    let team = try SealedTeam()
    let amal = team.seat("amal")
    let id = try team.seat("omar").sensitive()
    try amal.done("assign \(id) rana")
    try team.seat("rana").done("note \(id) -", input: "The second one.")
    let restricted = try team.seat("omar").sensitive("--category seah")
    // Sealed anew for a stricter class: the team's recovery key is out, the other one in.
    let raised = try team.seat("omar").sensitive()
    try amal.done("raise \(raised) --sensitivity restricted --reason -", input: "It was worse.")
    func reads(_ key: String, _ id: String) throws -> Bool {
      let result = try team.seat("zaki").run(
        "show \(id)", with: ["DAFTAR_IDENTITY": team.keys + "/" + key])
      #expect(
        result.status == 0 || result.errors == "This case is handled by others.\n", "\(result)")
      return result.status == 0
    }
    #expect(
      try [id, restricted, raised].map { try reads("recovery", $0) } == [true, false, false])
    #expect(
      try [id, restricted, raised].map { try reads("restricted", $0) } == [false, true, true])
  }

  @Test func `the recovery key follows the class also where the readers stay the same`() throws {
    let team = try SealedTeam()
    let huda = team.seat("huda")
    // The only manager has no key: both classes have the same readers.
    let text = try huda.copy.content(of: "cases/team.yml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let hers = try #require(lines.firstIndex(of: "  - id: huda"))
    try huda.copy.write(
      (lines[...hers] + lines[(hers + 2)...]).joined(separator: "\n"), to: "cases/team.yml")
    try huda.done("adopt team.yml")
    let id = try team.seat("omar").sensitive()
    try team.seat("amal").done("raise \(id) --sensitivity restricted --reason -", input: "Worse.")
    for (key, reads) in [("recovery", false), ("restricted", true)] {
      let result = try team.seat("zaki").run(
        "show \(id)", with: ["DAFTAR_IDENTITY": team.keys + "/" + key])
      #expect((result.status == 0) == reads, "\(key) \(result)")
      #expect(reads || result.errors == "This case is handled by others.\n", "\(key) \(result)")
    }
  }

  @Test func `the secret part of the recovery key is printed once and stored nowhere`() throws {
    let team = try SealedTeam(Void())
    let made = try team.register.run(
      "init register --demo --name Valley --time-zone UTC --member huda:Huda:manager",
      checked: false)
    #expect(made.status == 0, "\(made)")
    let secret = try #require(
      made.output.split { $0 == "\n" || $0 == " " }.first { $0.hasPrefix("AGE-SECRET-KEY-1") })
    #expect(made.output.components(separatedBy: "AGE-SECRET-KEY-1").count == 2)
    #expect(!made.errors.contains("AGE-SECRET-KEY"))
    #expect(made.errors.contains("Restricted cases have no recovery key yet"))
    #expect(try WordScan([String(secret)]).found(in: team.register.folder) == [])
    let settings = try String(
      contentsOfFile: team.register.path + "/cases/register.yml", encoding: .utf8)
    #expect(settings.contains("\nrecovery: age1"))
    #expect(!settings.contains("\nrecovery-restricted:"))
  }

  @Test func `without a recovery key of its class a case is sealed with a warning`() throws {
    let team = try SealedTeam()
    let huda = team.seat("huda")
    let text = try huda.copy.content(of: "cases/register.yml")
    let without = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("recovery-restricted:") }.joined(separator: "\n")
    try huda.copy.write(without, to: "cases/register.yml")
    try huda.done("adopt register.yml")
    let result = try team.seat("omar").done(
      "new --category seah --channel desk --language en -", input: "Words.")
    #expect(result.errors.contains("there is no recovery key for restricted cases"), "\(result)")
    let other = try team.seat("omar").done(
      "new --category fraud --channel desk --language en -", input: "Words.")
    #expect(!other.errors.contains("no recovery key"), "\(other)")
    // Made later elsewhere, it counts from the next step on.
    try huda.copy.write(text, to: "cases/register.yml")
    try huda.done("adopt register.yml")
    let quiet = try team.seat("amal").done("note \(result.word) -", input: "More.")
    #expect(!quiet.errors.contains("no recovery key"), "\(quiet)")
    try team.seat("zaki").done(
      "show \(result.word)", with: ["DAFTAR_IDENTITY": team.keys + "/restricted"])
  }

  @Test(arguments: [
    "--restricted-recovery age1nonsense", "--restricted-recovery AGE-SECRET-KEY-1",
    "--seal nothing",
  ])
  func `a wrong choice makes no register`(option: String) throws {
    let team = try SealedTeam(Void())
    let result = try team.register.run(
      "init register --demo --name Valley --member huda:Huda:manager \(option)", checked: false)
    #expect(result.status == 64, "\(result)")
    #expect(!FileManager.default.fileExists(atPath: team.register.path + "/.git"))
    #expect(!result.output.contains("SECRET"))
  }
}
