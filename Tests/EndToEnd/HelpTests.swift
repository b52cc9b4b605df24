import Foundation
import Testing

/// What the program says of itself, word for word; read a difference as the officer would.
@Suite struct HelpTests {
  static let commands = [
    "", "init", "demo", "new", "acknowledge", "import", "import csv", "assign", "start", "note",
    "wait", "resume", "extend", "raise", "amend", "link", "promise", "refer", "hold", "release",
    "settle", "undo", "adopt", "decide", "approve", "inform", "close", "answer", "resolve",
    "object",
    "review", "reopen", "survey", "list", "show", "log", "search", "stats", "check", "sync", "site",
    "site build", "site serve", "site eject",
  ]

  @Test(arguments: commands)
  func `help says what it said before, with an example`(command: String) throws {
    let result = try help(command)
    let name = command.isEmpty ? "daftar" : command.replacing(" ", with: "-")
    try Golden.expect(result.output, in: "Golden/help/\(name).txt")
    #expect(result.errors == "")
    guard !["", "import", "site"].contains(command) else { return }
    let text = result.output
    #expect(text.contains("Example: daftar \(command)") || text.contains("  daftar \(command) "))
  }

  @Test func `no command is left out`() throws {
    let listed = try help("").output.split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let missing = Self.commands.filter { !$0.contains(" ") && !$0.isEmpty && !listed.contains($0) }
    #expect(missing.isEmpty)
  }

  @Test func `the version names the libraries`() throws {
    let register = try TemporaryRegister(empty: ())
    let text = try register.run("--version").output
    #expect(text.wholeMatch(of: /daftar \d+\.\d+\.\d+ \(libgit2 [\d.]+, cmark [\d.]+\)\n/) != nil)
  }

  private func help(_ command: String) throws -> Result {
    let place = try TemporaryRegister(empty: ())
    // A width of its own, whatever the terminal of who runs the tests.
    let result = try place.run("\(command) --help", with: ["COLUMNS": "80"])
    #expect(result.status == 0)
    return result
  }
}
