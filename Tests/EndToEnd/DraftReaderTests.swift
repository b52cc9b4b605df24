import Foundation
import Testing

/// Words that were typed for few come back for few, and never go with other words.
@Suite struct DraftReaderTests {
  private static let words = "He asked her for money at the gate."
  private static let rest = "--channel sms --consent not-asked --anonymous --language en"

  /// A register in which huda has a key and has typed words of a fraud that were not recorded.
  private func registerWithDraft() throws -> (TemporaryRegister, editor: String) {
    let register = try TemporaryRegister()
    let key = try register.done("key new").word
    try register.done("member key set huda \(key)", as: "huda")
    let editor = register.home + "/editor"
    // The first time it fails after it has saved; then it saves what it was given.
    try Data(
      """
      #!/bin/sh
      [ -e \(register.home)/once ] && { touch "$1"; exit 0; }
      touch \(register.home)/once
      printf '%s\\n' '\(Self.words)' > "$1"
      exit 1

      """.utf8
    ).write(to: URL(fileURLWithPath: editor))
    try register.shell("chmod +x \(editor)")
    let first = try Terminal(
      "new --category fraud --subject omar " + Self.rest, in: register, as: "huda",
      with: ["EDITOR": editor])
    #expect(try first.end() == 1, "\(first.screen)")
    #expect(first.screen.contains("is kept, sealed for you"), "\(first.screen)")
    return (register, editor)
  }

  private func drafts(_ register: TemporaryRegister) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: register.path + "/.git/daftar/drafts").count
  }

  @Test func `words of a sensitive case are recorded in clear only when that is said`() throws {
    let (register, editor) = try registerWithDraft()
    let second = try Terminal(
      "new --category minor " + Self.rest, in: register, as: "huda", with: ["EDITOR": editor])
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    try second.wait(for: "Record them all the same? (y/n)")
    #expect(second.screen.contains("were typed for fewer readers"), "\(second.screen)")
    try second.type("")
    #expect(try second.end() == 1)
    #expect(try register.done("list --json").json.list.isEmpty)
    #expect(try drafts(register) == 1)
    // They are still what they were typed as.
    let third = try Terminal(
      "new " + Self.rest, in: register, as: "huda", with: ["EDITOR": editor])
    try third.wait(for: "Go on with them? (y/n)")
    try third.type("y")
    for question in ["What is it about?", "Where was it?", "sex?", "age, in years"] {
      try third.wait(for: question)
      try third.type("")
    }
    try third.wait(for: "Is this right?")
    #expect(third.screen.contains("category: fraud"), "\(third.screen)")
    try third.type("category")
    try third.wait(for: "number or code: ")
    try third.type("minor")
    try third.wait(for: "Record them all the same? (y/n)")
    try third.type("")
    try third.wait(for: "Is this right?")
    try third.type("y")
    #expect(try third.end() == 0, "\(third.screen)")
    #expect(try register.done("list --json", as: "huda").json[0]["category"].text == "fraud")
  }

  @Test func `who is complained about then is so when the words come back`() throws {
    let (register, editor) = try registerWithDraft()
    let second = try Terminal(
      "new --category fraud " + Self.rest, in: register, as: "huda", with: ["EDITOR": editor])
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    #expect(try second.end() == 0, "\(second.screen)")
    let id = try #require(
      try register.done("list --json", as: "huda").json[0]["case"].text)
    let shown = try register.done("show --json \(id)", as: "huda").json
    #expect(shown["text"].text == Self.words)
    #expect(shown["subjects"][0].text == "omar", "\(shown)")
    #expect(try drafts(register) == 0)
  }

  @Test func `a command with words of its own leaves those of before where they are`() throws {
    let (register, editor) = try registerWithDraft()
    let second = try Terminal(
      "new --category minor --text Dust. " + Self.rest, in: register, as: "huda",
      with: ["EDITOR": editor])
    #expect(try second.end() == 0, "\(second.screen)")
    #expect(!second.screen.contains("Go on with them?"), "\(second.screen)")
    #expect(try register.done("list --json").json.list.count == 1)
    #expect(try drafts(register) == 1)
  }
}
