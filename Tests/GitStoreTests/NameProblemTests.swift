import Testing

@testable import GitStore

/// Names that must not become files on anybody's disk, whatever system it has.
@Suite struct NameProblemTests {
  @Test(arguments: [
    "cases", "2026", "DAF-2026-0042-X.md", "register.yml", "команда.yml", "دفتر.md", "a b",
    ".gitignore",
    "git", "git~10", "gitx", "console.md", "com.md", "com10", "com0", "lpt.txt", "nullable",
    "a.git", "tail.", "COM", "ком1",
  ])
  func `a sound name`(name: String) {
    #expect(NameProblem.of(Array(name.utf8)) == nil)
    #expect(NameProblem.isAbsent(from: "cases/" + name))
  }

  @Test(
    arguments: [
      ("", .leadsElsewhere), (".", .leadsElsewhere), ("..", .leadsElsewhere),
      ("a/b", .leadsElsewhere), (".git", .gitFolder), (".GIT", .gitFolder), (".git.", .gitFolder),
      (".git ", .gitFolder), (".git . .", .gitFolder), ("git~1", .gitFolder),
      ("GIT~1", .gitFolder), (".git::$INDEX_ALLOCATION", .gitFolder), (".g\u{200C}it", .gitFolder),
      ("\u{FEFF}.git", .gitFolder), ("a\tb", .controlCharacter), ("a\nb", .controlCharacter),
      ("a\u{7F}", .controlCharacter), ("a\u{85}", .controlCharacter), ("a\\b", .backslash),
      ("nul", .device), ("NUL", .device), ("nul.md", .device), ("nul .md", .device),
      ("con", .device), ("prn", .device), ("aux.tar.gz", .device), ("com1", .device),
      ("COM9.md", .device), ("lpt5", .device), ("com¹", .device), ("LPT³.txt", .device),
      ("conin$", .device), ("CONOUT$", .device), ("aux:stream", .device),
    ] as [(String, NameProblem)])
  func `a name that is none`(name: String, problem: NameProblem) {
    #expect(NameProblem.of(Array(name.utf8)) == problem)
    #expect(!problem.words.isEmpty)
    guard name != "a/b" else { return }
    #expect(!NameProblem.isAbsent(from: "cases/\(name)/file"))
  }

  @Test func `length is counted in bytes`() {
    #expect(NameProblem.of(Array(repeating: UInt8(ascii: "a"), count: 255)) == nil)
    #expect(NameProblem.of(Array(repeating: UInt8(ascii: "a"), count: 256)) == .tooLong)
    #expect(NameProblem.of(Array(String(repeating: "ق", count: 128).utf8)) == .tooLong)
    let path = Array(repeating: "folder", count: 600).joined(separator: "/")
    #expect(!NameProblem.isAbsent(from: path))
  }

  @Test(arguments: [[0xFF], [0xC0, 0xAF], [0x61, 0xED, 0xA0, 0x80]] as [[UInt8]])
  func `bytes that are no text`(name: [UInt8]) {
    #expect(NameProblem.of(name) == .notText)
  }
}
