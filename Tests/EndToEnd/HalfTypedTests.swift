import Foundation
import Testing

/// What was typed without an editor comes back too, also a line that was never ended.
@Suite struct HalfTypedTests {
  /// A command that asks for words on the terminal itself, and the stage of its case.
  struct Typed: Sendable, CustomTestStringConvertible {
    let line: String
    let stage: Stage
    let member: String
    var testDescription: String { line }
  }

  static let reason = "The list was right and"
  static let commands = [
    Typed(line: "note CASE -", stage: .inProgress, member: "rana"),
    Typed(
      line: "decide CASE --outcome not-upheld --reason -", stage: .inProgress, member: "rana"),
    Typed(
      line: "resolve CASE --outcome not-upheld --via sms --reason -", stage: .inProgress,
      member: "rana"),
    Typed(line: "object CASE --reason -", stage: .closed, member: "omar"),
    Typed(line: "reopen CASE --reason -", stage: .closed, member: "huda"),
    Typed(line: "review CASE --accept --reason -", stage: .objected, member: "nadia"),
    Typed(line: "extend CASE --until 2026-12-10 --reason -", stage: .inProgress, member: "rana"),
    Typed(line: "hold CASE --until 2026-12-10 --reason -", stage: .inProgress, member: "huda"),
    Typed(line: "close CASE --outcome withdrawn --reason -", stage: .inProgress, member: "rana"),
    Typed(line: "amend CASE priority low --reason -", stage: .inProgress, member: "huda"),
  ]

  /// A new line waits for words: the one before is ended.
  private static let prompt = "\n\r| "

  private static let ends = ["\u{3}", "hang up", "kill"]

  private func leave(_ terminal: Terminal, by end: String) throws {
    switch end {
    case "kill": terminal.kill()
    case "hang up": terminal.hangUp()
    default: try terminal.press(end)
    }
    _ = try terminal.end()
  }

  @Test(arguments: commands, ends)
  func `a half typed reason comes back at the next call`(command: Typed, end: String) throws {
    let register = try TemporaryRegister(staged: ())
    let key = try register.done("key new").word
    try register.done("member key set \(command.member) \(key)", as: command.member)
    let line = command.line.replacing("CASE", with: try command.stage.id)
    let before = try register.head()
    let first = try Terminal(line, in: register, as: command.member)
    try first.wait(for: Self.prompt)
    try first.type("They came back.")
    try first.wait(for: Self.prompt)
    try first.press(Self.reason)
    try first.wait(for: "right and")
    // The keys have paused.
    usleep(300_000)
    try leave(first, by: end)
    #expect(try register.head() == before)
    #expect(try register.shell("grep -rl 'The list was right and' .git").output == "")
    let second = try Terminal(line, in: register, as: command.member)
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    try second.wait(for: "They came back.")
    try second.type("")
    try second.wait(for: Self.reason)
    try second.type(" so is the answer.")
    try second.wait(for: Self.prompt)
    try second.press("\u{4}")
    #expect(try second.end() == 0, "\(second.screen)")
    let text = try register.done("show \(try command.stage.id)").output
    #expect(text.contains("They came back. \(Self.reason) so is the answer."), "\(text)")
    #expect(try left(in: register).isEmpty)
  }

  @Test(arguments: ends)
  func `a half typed answer about the person comes back`(end: String) throws {
    let register = try TemporaryRegister()
    let key = try register.done("key new").word
    try register.done("member key set omar \(key)", as: "omar")
    let editor = register.home + "/editor"
    try Data("#!/bin/sh\nprintf 'No shade.\\n' > \"$1\"\n".utf8)
      .write(to: URL(fileURLWithPath: editor))
    try register.shell("chmod +x \(editor)")
    let line = "new --category minor --language en --consent yes"
    let first = try Terminal(line, in: register, as: "omar", with: ["EDITOR": editor])
    try first.wait(for: "number or code: ")
    try first.type("sms")
    for question in ["What is it about?", "Where was it?", "sex?", "age, in years"] {
      try first.wait(for: question)
      try first.type("")
    }
    try first.wait(for: "name")
    try first.press("Samira Had")
    try first.wait(for: "Had")
    usleep(300_000)
    try leave(first, by: end)
    #expect(try register.shell("grep -rl 'Samira Had' .git").output == "")
    let second = try Terminal(line, in: register, as: "omar", with: ["EDITOR": editor])
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    try second.wait(for: "Samira Had")
    try second.type("dad")
    try second.wait(for: "phone number? One at a time")
    try second.press("\u{3}")
    #expect(try second.end() == 130)
    let third = try Terminal(line, in: register, as: "omar", with: ["EDITOR": editor])
    try third.wait(for: "Go on with them? (y/n)")
    try third.type("y")
    let seen = try third.wait(for: "phone number? One at a time")
    #expect(seen.contains("name: Samira Haddad"), "\(third.screen)")
    try third.press("\u{3}")
    _ = try third.end()
  }

  @Test(arguments: ends)
  func `half typed contact data come back`(end: String) throws {
    let register = try TemporaryRegister(staged: ())
    let key = try register.done("key new").word
    try register.done("member key set rana \(key)", as: "rana")
    let line = "contact \(try Stage.inProgress.id) --from -"
    let first = try Terminal(line, in: register, as: "rana")
    try first.wait(for: Self.prompt)
    try first.type("name: Samira Haddad")
    try first.wait(for: Self.prompt)
    try first.press("phone: 0944 12")
    try first.wait(for: "0944 12")
    usleep(300_000)
    try leave(first, by: end)
    let second = try Terminal(line, in: register, as: "rana")
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    try second.wait(for: "name: Samira Haddad")
    try second.type("")
    try second.wait(for: "0944 12")
    try second.type("3 456")
    try second.wait(for: Self.prompt)
    try second.press("\u{4}")
    #expect(try second.end() == 0, "\(second.screen)")
    let contact = try register.done("contact \(try Stage.inProgress.id)", as: "rana").output
    #expect(contact.hasPrefix("name: Samira Haddad\nphone: 0944 123 456\n"))
    #expect(try left(in: register).isEmpty)
  }

  @Test func `a refused reason is kept and can be mended`() throws {
    let register = try TemporaryRegister(staged: ())
    let key = try register.done("key new").word
    try register.done("member key set rana \(key)", as: "rana")
    let line = "decide \(try Stage.inProgress.id) --outcome not-upheld --reason -"
    let first = try Terminal(line, in: register, as: "rana")
    try first.wait(for: Self.prompt)
    try first.type("Call her on 0944 123 456")
    try first.wait(for: Self.prompt)
    try first.press("\u{4}")
    #expect(try first.end() == 1)
    #expect(first.screen.contains("is kept, sealed for you"), "\(first.screen)")
    let second = try Terminal(line, in: register, as: "rana")
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    try second.wait(for: "0944 123 456")
    try second.press("\u{15}")
    try second.type("The list was right.")
    try second.wait(for: Self.prompt)
    try second.press("\u{4}")
    #expect(try second.end() == 0, "\(second.screen)")
  }

  private func left(in register: TemporaryRegister) throws -> [String] {
    let folder = register.path + "/.git/daftar/drafts"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
  }
}
