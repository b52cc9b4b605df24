import Foundation
import Testing

/// What the program says of itself, word for word; read a difference as the officer would.
@Suite struct HelpTests {
  private static let commands = (try? CommandTree.paths()) ?? []

  @Test(arguments: commands)
  func `help says what it said before, with an example`(path: [String]) throws {
    let command = path.joined(separator: " ")
    let result = try help(command)
    let name = path.isEmpty ? "daftar" : path.joined(separator: "-")
    try Golden.expect(result.output, in: "Golden/help/\(name).txt")
    #expect(result.errors == "")
    guard try CommandTree.leaves().contains(path) else { return }
    let text = result.output
    #expect(text.contains("Example: daftar \(command)") || text.contains("  daftar \(command)"))
  }

  @Test func `every command has its help here, and no page is left of one that is gone`() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: Golden.folder + "/Golden/help")
    let names = try CommandTree.paths().map { $0.isEmpty ? "daftar" : $0.joined(separator: "-") }
    #expect(pages.sorted() == names.map { $0 + ".txt" }.sorted())
  }

  @Test func `every command is run by a test`() throws {
    let tested = try TestedCommands()
    let leaves = try CommandTree.leaves()
    #expect(leaves.count > 45, "the commands were not found")
    for path in leaves {
      #expect(tested.hold(path), "no test runs `daftar \(path.joined(separator: " "))`")
    }
    #expect(!tested.hold(["conjure"]))
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
