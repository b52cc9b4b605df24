import Foundation
import Testing

/// Editors that save in other ways, and in other encodings than UTF-8.
@Suite struct OtherEditorsTests {
  let register: TemporaryRegister
  let id: String

  init() throws {
    register = try TemporaryRegister(staged: ())
    id = try Stage.inProgress.id
  }

  /// An editor that does what a script says with the file `$1`; later it only saves once more.
  private func editor(_ script: String) throws -> String {
    let path = register.home + "/editor"
    try Data(
      """
      #!/bin/sh
      if [ -e \(register.home)/once ]; then cp "$1" \(register.home)/seen; touch "$1"; exit 0; fi
      touch \(register.home)/once
      \(script)

      """.utf8
    ).write(to: URL(fileURLWithPath: path))
    try register.shell("chmod +x \(path)")
    return path
  }

  private func note() throws -> String? {
    try register.json(id)["sections"].list.last?["text"].text
  }

  @Test(arguments: [
    "printf 'Told again.\\n' > \"$1\"",
    "printf 'Told again.\\n' > \"$1.new\" && mv \"$1.new\" \"$1\"",
    "rm \"$1\" && printf 'Told again.\\n' > \"$1\"",
    "cp \"$1\" \"$1~\" && printf 'Told again.\\n' | cat - \"$1~\" > \"$1\"",
    "printf 'Told again.\\r\\n%%%% a line\\r\\n' > \"$1\"",
  ])
  func `an editor may write in place or put a new file there`(script: String) throws {
    let terminal = try Terminal(
      "note \(id)", in: register, as: "rana",
      with: ["EDITOR": try editor(script), "XDG_RUNTIME_DIR": register.home + "/tmp"])
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try note() == "Told again.")
    #expect(try register.editorFolders().isEmpty)
  }

  @Test(arguments: [
    ("У нас опять отключили воду, и никто не отвечает", "cp1251", "windows-1251"),
    ("لا يوجد ظل في الطابور أبدا ولا ماء", "cp1256", "windows-1256"),
    ("لا يوجد ظل في الطابور أبدا ولا ماء", "utf-16", "utf-16le"),
    ("The queue has no shade.", "utf-16le", "utf-16le"),
    ("The queue has no shade.", "utf-16be", "utf-16be"),
  ])
  func `words in another encoding are named, kept and offered again`(
    words: String, encoding: String, name: String
  ) throws {
    let script = "printf '%s\\n' '\(words)' | iconv -f utf-8 -t \(encoding) > \"$1\""
    let variables = ["EDITOR": try editor(script), "XDG_RUNTIME_DIR": register.home + "/tmp"]
    let before = try register.head()
    let first = try Terminal("note \(id)", in: register, as: "rana", with: variables)
    try first.wait(for: "Open the text once more? (y/n)")
    #expect(first.screen.contains("the editor saved the text as \(name)"), "\(first.screen)")
    try first.type("n")
    #expect(try first.end() == 1)
    #expect(first.screen.contains("is kept"), "\(first.screen)")
    #expect(try register.head() == before)
    let second = try Terminal("note \(id)", in: register, as: "rana", with: variables)
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    #expect(try second.end() == 0, "\(second.screen)")
    #expect(
      try String(contentsOfFile: register.home + "/seen", encoding: .utf8).hasPrefix(words))
    #expect(try note() == words)
  }

  @Test func `words that look like no language are kept too`() throws {
    // As no page reads them as words, they are shown in one that loses nothing.
    let script = "printf '\\315\\323 abc \\200\\n' > \"$1\""
    let terminal = try Terminal(
      "note \(id)", in: register, as: "rana", with: ["EDITOR": try editor(script)])
    try terminal.wait(for: "Open the text once more? (y/n)")
    try terminal.type("y")
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    let seen = try String(contentsOfFile: register.home + "/seen", encoding: .utf8)
    #expect(seen.hasPrefix("حس abc €\n"))
  }

  @Test func `a killed program finds words in another encoding again`() throws {
    let script = """
      printf 'У нас опять отключили воду, и никто не отвечает\\n' | iconv -t cp1251 > "$1"
      echo opened
      sleep 20
      """
    let variables = ["EDITOR": try editor(script), "XDG_RUNTIME_DIR": register.home + "/tmp"]
    let first = try Terminal("note \(id)", in: register, as: "rana", with: variables)
    try first.wait(for: "opened")
    first.kill()
    _ = try first.end()
    let second = try Terminal("note \(id)", in: register, as: "rana", with: variables)
    try second.wait(for: "Go on with them? (y/n)")
    try second.type("y")
    #expect(try second.end() == 0, "\(second.screen)")
    #expect(try note() == "У нас опять отключили воду, и никто не отвечает")
  }
}
