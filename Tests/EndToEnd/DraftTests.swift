import Foundation
import Testing

/// What somebody typed is not lost, however the command ends.
@Suite struct DraftTests {
  private static let words = "The queue has no shade at all."
  /// With all that `new` would ask otherwise, but for the language and the text.
  private static let asked =
    "new --category minor --channel sms --consent not-asked --anonymous"

  /// An editor that writes a text, the first time only; later it leaves the file as it is, saved.
  private func editor(_ text: String, in register: TemporaryRegister) throws -> String {
    let script = register.home + "/editor"
    try Data(
      """
      #!/bin/sh
      printf x >> \(register.home)/opened
      cp "$1" \(register.home)/seen
      if [ ! -e \(register.home)/once ]; then
        touch \(register.home)/once
        printf '%s\\n' '\(text)' > "$1"
      else
        sed -i 's/0944 123 456/a number/' "$1"
      fi

      """.utf8
    ).write(to: URL(fileURLWithPath: script))
    try register.shell("chmod +x \(script)")
    return script
  }

  /// A register in which omar has a key, so that his drafts are sealed.
  private func registerWithKey() throws -> TemporaryRegister {
    let register = try TemporaryRegister()
    let key = try register.done("key new").word
    try register.done("member key set omar \(key)", as: "omar")
    return register
  }

  private func drafts(_ register: TemporaryRegister) throws -> [String] {
    let folder = register.path + "/.git/daftar/drafts"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
  }

  /// Types what is refused, and does not mend it; returns the screen.
  private func leaveRefused(in register: TemporaryRegister, with editor: String) throws -> String {
    let terminal = try Terminal(
      Self.asked + " --language en", in: register, as: "omar", with: ["EDITOR": editor])
    try terminal.wait(for: "Open the text once more? (y/n)")
    try terminal.type("n")
    #expect(try terminal.end() == 1)
    return terminal.screen
  }

  /// Goes on with the words that were kept, and records them.
  private func goOn(in register: TemporaryRegister, with editor: String) throws {
    let terminal = try Terminal(
      Self.asked + " --language en", in: register, as: "omar", with: ["EDITOR": editor])
    try terminal.wait(for: "Go on with them? (y/n)")
    try terminal.type("y")
    #expect(try terminal.end() == 0, "\(terminal.screen)")
  }

  @Test func `a refused text opens in the editor once more, with its words`() throws {
    let register = try registerWithKey()
    let script = try editor("Call her on 0944 123 456 please.", in: register)
    let terminal = try Terminal(
      Self.asked + " --language en", in: register, as: "omar", with: ["EDITOR": script])
    try terminal.wait(for: "Open the text once more? (y/n)")
    try terminal.type("y")
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    let seen = try String(contentsOfFile: register.home + "/seen", encoding: .utf8)
    #expect(seen.contains("0944 123 456"))
    let id = try #require(try register.done("list --json").json[0]["case"].text)
    #expect(try register.json(id)["text"] == "Call her on a number please.")
    #expect(try drafts(register).isEmpty)
  }

  @Test func `a refusal that is not mended keeps the words, sealed, for the next time`() throws {
    let register = try registerWithKey()
    let script = try editor("Call her on 0944 123 456 please.", in: register)
    let screen = try leaveRefused(in: register, with: script)
    #expect(screen.contains("is kept, sealed for you"), "\(screen)")
    let files = try drafts(register)
    #expect(files.count == 1)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try #require(files.first)))
    #expect(bytes.starts(with: Data("age-encryption.org/v1\n".utf8)))
    try goOn(in: register, with: script)
    #expect(try drafts(register).isEmpty)
    #expect(try register.done("list --json").json.list.count == 1)
  }

  @Test(arguments: ["\u{3}", "hang up", "kill"])
  func `however a question is left, the words come back at the next new`(end: String) throws {
    let register = try registerWithKey()
    let script = try editor(Self.words, in: register)
    let first = try Terminal(Self.asked, in: register, as: "omar", with: ["EDITOR": script])
    try first.wait(for: "Language")
    try first.type("arabic")
    try first.wait(for: "is no code of a language")
    try first.type("ar\u{1B}[D\u{1B}[C\u{1B}[A")
    _ = try first.end()
    #expect(try register.done("list --json").json[0]["language"] == "ar")

    try register.shell("rm -f \(register.home)/once")
    let second = try Terminal(
      "new --category minor", in: register, as: "omar", with: ["EDITOR": script])
    try second.wait(for: "number or code: ")
    try second.type("sms")
    try second.wait(for: "Language")
    try second.type("en")
    for question in ["What is it about?", "Where was it?", "sex?", "age, in years"] {
      try second.wait(for: question)
      try second.type("")
    }
    try second.wait(for: "is recorded? (y/n")
    switch end {
    case "kill": second.kill()
    case "hang up": second.hangUp()
    default: try second.press(end)
    }
    let status = try second.end()
    if end == "\u{3}" {
      #expect(status == 130)
      #expect(second.screen.contains("is kept, sealed for you"), "\(second.screen)")
    }
    #expect(try drafts(register).count == 1)
    let third = try Terminal(
      "new --category minor", in: register, as: "omar", with: ["EDITOR": script])
    try third.wait(for: "Go on with them? (y/n)")
    try third.type("y")
    try third.wait(for: "is recorded? (y/n")
    let seen = try String(contentsOfFile: register.home + "/seen", encoding: .utf8)
    #expect(seen.hasPrefix(Self.words))
    try third.press("\u{4}")
    #expect(try third.end() == 1)
    #expect(try drafts(register).count == 1)
  }

  @Test func `a killed program leaves what its editor saved`() throws {
    let register = try registerWithKey()
    let script = register.home + "/editor"
    try Data(
      """
      #!/bin/sh
      if [ -e \(register.home)/once ]; then cp "$1" \(register.home)/seen; touch "$1"; exit 0; fi
      touch \(register.home)/once
      echo '\(Self.words)' > "$1"
      echo opened
      sleep 20

      """.utf8
    ).write(to: URL(fileURLWithPath: script))
    try register.shell("chmod +x \(script)")
    let id = try register.new()
    let first = try Terminal("note \(id)", in: register, as: "omar", with: ["EDITOR": script])
    try first.wait(for: "opened")
    first.kill()
    _ = try first.end()
    let second = try Terminal("note \(id)", in: register, as: "omar", with: ["EDITOR": script])
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    #expect(try second.end() == 0, "\(second.screen)")
    #expect(try register.json(id)["sections"][0]["text"].text == Self.words)
    #expect(try drafts(register).isEmpty)
  }

  @Test func `a draft is gone after seven days`() throws {
    let register = try registerWithKey()
    let folder = register.path + "/.git/daftar/drafts"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // 21 November 2026, nine o'clock, less eight days and less six.
    let now = 1_795_251_600
    for days in [8, 6] {
      try Data().write(
        to: URL(fileURLWithPath: "\(folder)/new.omar.\(now - days * 86_400).999999"))
    }
    let terminal = try Terminal(Self.asked, in: register, as: "omar")
    try terminal.wait(for: "Go on with them? (y/n)")
    try terminal.press("\u{3}")
    #expect(try terminal.end() == 130)
    #expect(try drafts(register).map { $0.hasSuffix("\(now - 6 * 86_400).999999") } == [true])
  }

  @Test func `without a key the words lie in memory and nowhere on the disk`() throws {
    let register = try TemporaryRegister()
    let script = try editor("Call her on 0944 123 456 please.", in: register)
    let screen = try leaveRefused(in: register, with: script)
    #expect(screen.contains("is kept, in memory"), "\(screen)")
    #expect(try register.shell("grep -rl 0944 .git").output == "")
    try goOn(in: register, with: script)
  }
}
