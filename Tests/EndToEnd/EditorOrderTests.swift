import Foundation
import Testing

/// Which editor opens: the person's choice where it exists, else the first usual one that does.
@Suite struct EditorOrderTests {
  let register: TemporaryRegister
  let id: String
  /// The only folder in which programs are found.
  let programs: String

  init() throws {
    register = try TemporaryRegister(staged: ())
    id = try Stage.inProgress.id
    programs = register.home + "/programs"
    try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
  }

  /// An editor that writes its own name; it uses nothing but the shell.
  private func install(_ name: String) throws {
    try Data(
      """
      #!/bin/sh
      for file; do :; done
      printf 'Written with %s.\\n' '\(name)' > "$file"

      """.utf8
    ).write(to: URL(fileURLWithPath: programs + "/" + name))
    try register.shell("chmod +x \(programs)/\(name)")
  }

  private func terminal(_ variables: [String: String] = [:]) throws -> Terminal {
    let usual = [
      "PATH": programs, "VISUAL": "", "EDITOR": "", "XDG_RUNTIME_DIR": register.home + "/tmp",
    ]
    return try Terminal(
      "note \(id)", in: register, as: "rana", with: usual.merging(variables) { $1 })
  }

  private func note() throws -> String? {
    try register.json(id)["sections"].list.last?["text"].text
  }

  @Test(arguments: [
    (["vi"], "vi"), (["editor"], "editor"), (["vi", "vim"], "vim"), (["vim", "editor"], "editor"),
    (["editor", "vi", "nano"], "nano"), (["nano", "sensible-editor", "vi"], "sensible-editor"),
  ])
  func `where nobody chose one, the first usual one that is there opens`(
    present: [String], opened: String
  ) throws {
    for name in present { try install(name) }
    let terminal = try terminal()
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try note() == "Written with \(opened).")
  }

  @Test(arguments: [
    (["VISUAL": "mine", "EDITOR": "other"], "mine"), (["EDITOR": "other"], "other"),
    (["VISUAL": "gone", "EDITOR": "other --wait"], "other"), (["VISUAL": "gone"], "vi"),
  ])
  func `VISUAL comes before EDITOR, and a choice that is not there is passed over`(
    variables: [String: String], opened: String
  ) throws {
    for name in ["mine", "other", "vi"] { try install(name) }
    let terminal = try terminal(variables)
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try note() == "Written with \(opened).")
  }

  @Test func `where there is none at all, the words are typed here`() throws {
    let terminal = try terminal()
    try terminal.wait(for: "No editor was found: write here;")
    try terminal.type("Typed without an editor.")
    try terminal.press("\u{4}")
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try note() == "Typed without an editor.")
  }

  @Test func `what is typed before anybody asks counts, its end too`() throws {
    let terminal = try terminal()
    try terminal.press("Typed ahead.\n\u{4}")
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try note() == "Typed ahead.")
  }
}
