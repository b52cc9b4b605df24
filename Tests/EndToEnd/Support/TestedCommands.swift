import Foundation

/// Which commands the texts of the tests run, and not only ask for their help.
struct TestedCommands {
  /// Files that name every command or none in particular.
  private static let left = ["HelpTests.swift", "CommandTreeTests.swift"]
  private let text: String

  /// Reads the tests, the scenes of hints and the transcripts.
  init() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Golden.folder)
    let chosen = names.filter { name in
      (name.hasSuffix(".swift") || name.contains("Scenes/") || name.hasPrefix("Transcripts/"))
        && !Self.left.contains(name) && !name.hasSuffix("/Scenes")
    }
    text = try chosen.map {
      try String(contentsOfFile: Golden.folder + "/" + $0, encoding: .utf8)
    }.joined(separator: "\n")
  }

  /// Whether a command line of a test begins with these words, with `daftar` before them or without.
  func hold(_ path: [String]) -> Bool {
    let name = path.joined(separator: " ")
    let words = path.map { "\"\($0)\"" }.joined(separator: ", ")
    let beginnings = ["\"\(name) ", "\"\(name)\"", "daftar \(name) ", "daftar \(name)\n", words]
    return (beginnings + ["$DAFTAR\" \(name) "]).contains { text.contains($0) }
  }
}
