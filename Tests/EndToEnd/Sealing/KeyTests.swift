import Foundation
import Testing

/// A person's key: made once, kept from others, and recorded in the team.
@Suite struct KeyTests {
  private func mode(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
  }

  @Test func `a new key lies where settings lie, readable by its owner only, never replaced`()
    throws
  {
    let team = try SealedTeam(Void())
    let home = team.register.home
    let made = try team.register.run("key new", now: nil)
    #expect(made.status == 0 && made.word.hasPrefix("age1") && made.lines.count == 1, "\(made)")
    let path = home + "/.config/daftar/identity"
    #expect(mode(path) == 0o600)
    #expect(mode(home + "/.config/daftar") == 0o700)
    let content = try String(contentsOfFile: path, encoding: .utf8)
    #expect(content.contains("# public key: \(made.word)\n"), "age-keygen's form")
    #expect(content.contains("\nAGE-SECRET-KEY-1"))
    #expect(!made.output.contains("SECRET") && !made.errors.contains("SECRET-KEY"))
    #expect(try team.register.run("key show", now: nil).word == made.word)
    let again = try team.register.run("key new", now: nil)
    #expect(again.status == 1 && again.errors.contains("never overwritten"), "\(again)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    // Another place, and the variable.
    let other = try team.register.run("key new --out \(team.register.folder)/usb", now: nil)
    #expect(other.status == 0 && other.word != made.word)
    #expect(mode(team.register.folder + "/usb") == 0o600)
    let variables = ["DAFTAR_IDENTITY": team.register.folder + "/usb"]
    #expect(try team.register.run("key show", now: nil, with: variables).word == other.word)
    let link = team.register.folder + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: team.register.folder + "/elsewhere")
    #expect(try team.register.run("key new --out \(link)", now: nil).status == 1)
    #expect(!FileManager.default.fileExists(atPath: team.register.folder + "/elsewhere"))
  }

  @Test func `the mask of the shell does not open the file`() throws {
    let team = try SealedTeam(Void())
    let result = try Execution.run(
      "/bin/sh", ["-c", "umask 000; exec '\(Binary.path)' key new"], in: team.register.folder,
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    #expect(result.status == 0, "\(result)")
    #expect(mode(team.register.home + "/.config/daftar/identity") == 0o600)
  }

  @Test func `a key with a passphrase opens with it and with no other`() throws {
    let team = try SealedTeam()
    let amal = team.seat("amal")
    let right = try team.file("right", "correct horse battery\n")
    let wrong = try team.file("wrong", "correct horse\n")
    try team.register.shell("chmod 600 \(right) \(wrong)")
    let locked = team.register.folder + "/locked"
    let variables = ["DAFTAR_PASSPHRASE_FILE": right, "DAFTAR_IDENTITY": locked]
    let key = try amal.done("key new --passphrase", with: variables).word
    #expect(mode(locked) == 0o600)
    let content = try String(contentsOfFile: locked, encoding: .utf8)
    #expect(!content.contains("SECRET-KEY") && !content.contains(key))
    try amal.done("member key set amal \(key)")
    let id = try team.seat("omar").sensitive()
    #expect(try amal.done("show \(id)", with: variables).output.contains("at the gate"))
    let refused = try amal.run(
      "show \(id)", with: ["DAFTAR_PASSPHRASE_FILE": wrong, "DAFTAR_IDENTITY": locked])
    #expect(refused.status == 1 && refused.errors.contains("passphrase"), "\(refused)")
    #expect(refused.output == "" && !refused.errors.contains("correct"))
    // Without a terminal and without a file nobody can be asked; what needs no key asks nothing.
    #expect(try amal.run("show \(id)", with: ["DAFTAR_IDENTITY": locked]).status == 1)
    let ordinary = try team.seat("omar").ordinary()
    try amal.done("show \(ordinary)", with: ["DAFTAR_IDENTITY": locked])
  }

  @Test func `a key that others can read, or that is damaged, is not used`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let amal = team.seat("amal")
    for mode in [0o640, 0o604] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: team.keys + "/amal")
      let result = try amal.run("show \(id)")
      #expect(result.status == 1 && result.errors.contains("others on this computer can read"))
      #expect(result.output == "" && !result.errors.contains("SECRET-KEY"))
      #expect(try amal.run("key show").status == 1)
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: team.keys + "/amal")
    try amal.done("show \(id)")
    for content in ["", "AGE-SECRET-KEY-1QQQ\n", "words\n", "AGE-SECRET-KEY-PQ-1QQQQ\n"] {
      try Data(content.utf8).write(to: URL(fileURLWithPath: team.keys + "/amal"))
      let result = try amal.run("show \(id)")
      #expect(result.status == 1 && result.output == "", "\(result)")
      #expect(!result.errors.contains("AGE-SECRET"), "\(result)")
    }
  }

  @Test func `members set their own key, managers that of others, nobody else`() throws {
    let team = try SealedTeam()
    let key = try team.seat("zaki").done("key new --out \(team.keys)/zaki").word
    let other = try team.seat("zaki").done("key new --out \(team.keys)/other").word
    for member in ["rana", "amal", "nadia"] {
      try team.seat(member).refused("member key set zaki \(key)", by: "team.key-owner")
    }
    try team.seat("zaki").done("member key set zaki \(key)")
    let commit = try team.register.commit()
    #expect(commit.subject == "configuration: team.yml" && commit.author.hasPrefix("Zaki Aziz"))
    #expect(
      try team.register.git("diff", "--stat", "HEAD~1", "--", ".").output.contains("1 insertion"))
    try team.seat("zaki").refused("member key set zaki \(key)", by: "nothing")
    try team.seat("huda").done("member key set zaki \(other)")
    let lines = try team.seat("zaki").copy.content(of: "cases/team.yml")
    #expect(lines.contains(other) && !lines.contains(key))
    let damaged = String(other.dropLast()) + (other.hasSuffix("q") ? "p" : "q")
    for wrong in [
      damaged, "age1", String(other.dropLast()), "ssh-ed25519 AAAA", other.uppercased(),
    ] {
      let result = try team.seat("huda").run("member key set rana", wrong)
      #expect(result.status == 1 && result.errors.contains("[team.key]"), "\(result)")
    }
    #expect(try team.seat("huda").run("member key set nobody \(other)").status == 64)
    // From now on texts for intake are sealed for the new key.
    let id = try team.seat("omar").ordinary(contact: "phone: 0944 123 456\n")
    let second = ["DAFTAR_IDENTITY": team.keys + "/other"]
    #expect(try team.seat("zaki").run("contact \(id)").status == 1)
    try team.seat("zaki").done("contact \(id)", with: second)
    try team.seat("omar").expectWhole()
  }

  @Test func `after a new key the next step seals the case anew for it`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let (amal, karim) = (team.seat("amal"), team.seat("karim"))
    try amal.done("note \(id) -", input: "The first one.")
    let key = try karim.done("key new --out \(team.keys)/karim2").word
    try karim.done("member key set karim \(key)")
    let new = ["DAFTAR_IDENTITY": team.keys + "/karim2"]
    // Not yet: what was sealed stays as it is.
    #expect(try karim.run("show \(id)", with: new).errors == "This case is handled by others.\n")
    let step = try amal.done("note \(id) -", input: "The second one.")
    #expect(step.errors.contains("sealed anew") && step.errors.contains("karim"), "\(step)")
    let seen = try karim.done("show \(id)", with: new).output
    #expect(seen.contains("at the gate") && seen.contains("The second one."))
    #expect(try karim.run("show \(id)").errors == "This case is handled by others.\n")
    // The next step has nothing to seal anew.
    let quiet = try amal.done("note \(id) -", input: "The third one.")
    #expect(!quiet.errors.contains("sealed anew"), "\(quiet)")
    try amal.expectWhole()
  }

  @Test func `two keys in one file are both tried`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let (zaki, amal) = (team.keys + "/zaki2", team.keys + "/amal")
    try team.seat("zaki").done("key new --out \(zaki)")
    let both =
      try String(contentsOfFile: zaki, encoding: .utf8)
      + String(contentsOfFile: amal, encoding: .utf8)
    try Data(both.utf8).write(to: URL(fileURLWithPath: zaki))
    try team.seat("zaki").done("show \(id)", with: ["DAFTAR_IDENTITY": zaki])
    #expect(
      try team.seat("zaki").done("key show", with: ["DAFTAR_IDENTITY": zaki]).lines.count == 2)
  }

  @Test func `a member who has left, or who comes, is a reader from the next step on`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let (amal, karim, huda) = (team.seat("amal"), team.seat("karim"), team.seat("huda"))
    try karim.done("show \(id)")
    let file = "cases/team.yml"
    let text = try huda.copy.content(of: file)
    try huda.copy.write(
      text.replacing(
        "    name: \"Karim Saleh\"\n", with: "    name: Karim Saleh\n    to: 2026-11-20\n"),
      to: file)
    try huda.done("adopt team.yml")
    let step = try amal.done("note \(id) -", input: "He has left.")
    #expect(step.errors.contains("sealed anew without karim"), "\(step)")
    #expect(step.errors.contains("may have kept what they read"))
    #expect(try karim.run("show \(id)").errors == "This case is handled by others.\n")
    try amal.expectWhole()
  }
}
