import Foundation
import Testing

/// What stands in the place of a file and is none is told as what it is, and nobody waits for it.
@Suite struct OtherThingTests {
  private static let things = [
    ("mkfifo FILE", "a pipe (FIFO)"),
    ("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"FILE\")'", "a socket"),
    ("mkdir FILE", "a folder"),
    ("mkdir FILE; echo x > FILE/x", "a folder"),
    ("ln -s /etc/hostname FILE", "a symbolic link"),
  ]

  private func registerWith(
    _ thing: String, insteadOf file: String?
  ) throws -> (TemporaryRegister, id: String, file: String) {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.inProgress.id
    let file = file ?? register.file(of: id)
    let made = try register.shell("rm \(file) && \(thing.replacing("FILE", with: file))")
    try #require(made.status == 0, "\(made)")
    return (register, id, file)
  }

  @Test(arguments: things)
  func `in the place of a case file`(thing: (script: String, name: String)) throws {
    let (register, id, file) = try registerWith(thing.script, insteadOf: nil)
    let words = "error: \(thing.name) stands in the place of a case file"
    for line in ["check", "list", "show \(id)", "stats", "search shade"] {
      let result = try register.run(line, checked: false)
      #expect(result.status == 1 && result.errors.contains(words), "\(result)")
      #expect(!result.errors.contains("deleted"), "\(result)")
    }
    let refused = try register.run("note \(id) --text Words.", as: "rana", checked: false)
    #expect(refused.status == 1 && refused.errors.contains(thing.name), "\(refused)")
    let new = try register.run(
      "new --category minor --channel sms --language en --text x", as: "omar", checked: false)
    #expect(new.status == 0, "\(new)")
    let sent = try register.shell(
      "git init -q --bare ../place.git && git remote add origin ../place.git"
        + " && DAFTAR_MEMBER=huda \"$DAFTAR\" sync")
    #expect(sent.status == 0 && sent.output.hasSuffix(" sent\n"), "\(sent)")
    try #require(try register.shell("git checkout HEAD -- \(file)").status == 0)
    #expect(try register.done("check").errors == "")
  }

  @Test(arguments: things)
  func `in the place of a configuration file`(thing: (script: String, name: String)) throws {
    let (register, id, file) = try registerWith(thing.script, insteadOf: "cases/areas.yml")
    let words = "error: \(thing.name) stands in the place of this file"
    let check = try register.run("check", checked: false)
    #expect(check.status == 1 && check.errors.contains(words), "\(check)")
    let refused = try register.run("adopt areas.yml", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains(words), "\(refused)")
    for line in ["list", "show \(id)", "note \(id) --text Words."] {
      let result = try register.run(line, as: "rana", checked: false)
      #expect(result.status == 0, "\(result)")
    }
    try #require(try register.shell("git checkout HEAD -- \(file)").status == 0)
    #expect(try register.done("check").errors == "")
  }
}
