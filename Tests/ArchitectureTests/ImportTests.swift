import Testing
import TestSupport

/// The arrows between the modules: what each may import, and nothing else.
@Suite struct ImportTests {
  private static let system: Set<String> = ["Glibc", "FoundationEssentials"]

  /// For each folder of Sources the modules that its files may import.
  private static let allowed: [String: Set<String>] = [
    "CGit2": [], "CCmark": [], "CYaml": [], "CEmbedded": [], "CNoCertificates": [],
    "CLooseObjects": [],
    "Text": [], "Diagnostics": ["Text"],
    "CaseModel": ["Diagnostics", "Text"],
    "System": system,
    "Parallel": ["Dispatch", "Synchronization"],
    // The standard library is imported by name for its normaliser only.
    "CaseFormat": ["CaseModel", "Diagnostics", "Text", "CYaml", "Crypto", "Glibc", "Swift"],
    // The checksum of a pack.
    "GitStore": [
      "System", "Text", "CGit2", "CLooseObjects", "CNoCertificates", "Crypto", "Glibc",
      "Synchronization",
    ],
    "Sealing": ["Text", "Crypto", "CryptoExtras"],
    "CaseVault": Set([
      "CaseFormat", "CaseModel", "Diagnostics", "GitStore", "Sealing", "System", "Text",
    ]).union(system),
    "Register": Set([
      "CaseFormat", "CaseModel", "CaseVault", "Diagnostics", "GitStore", "Parallel", "Sealing",
      "System", "Text", "Synchronization",
    ])
    .union(system),
    "Sync": Set([
      "CaseFormat", "CaseModel", "CaseVault", "Diagnostics", "GitStore", "Register", "Sealing",
      "System", "Text", "Subprocess", "Synchronization",
    ]).union(system),
    "Figures": ["CaseModel"],
    "Disclosure": ["CaseModel", "Text"],
    "Markdown": ["Text", "CCmark"],
    "Site": ["Disclosure", "Markdown", "Parallel", "Text", "Mustache"],
    "Publishing": Set([
      "CaseFormat", "CaseModel", "Diagnostics", "Disclosure", "Figures", "GitStore", "Parallel",
      "Register", "Site", "System", "Text",
    ]).union(system),
    "Exchange": ["Register", "CaseFormat", "CaseModel", "Diagnostics", "Text"],
    "Demo": Set([
      "CEmbedded", "CaseFormat", "CaseModel", "Diagnostics", "GitStore", "Register", "Site",
    ]).union(system),
    "CommandLine": Set([
      "CaseFormat", "CaseModel", "CaseVault", "Demo", "Diagnostics", "Disclosure", "Exchange",
      "Figures", "GitStore", "Markdown", "Publishing", "Register", "Sealing", "Site", "Sync",
      "System",
      "Text", "ArgumentParser",
      "Synchronization",
    ]).union(system),
    "daftar": ["CommandLine", "Glibc"],
    "SampleRegister": Set(["CaseFormat", "CaseModel", "Diagnostics", "Text"]).union(system),
  ]

  /// The folder whose files wrap the template engine: the only ones that may see full Foundation.
  private static let templateWrapper = "/Sources/Site/Template/"

  /// Returns the modules that a file imports, with the number of the line.
  static func imports(in text: String) -> [(module: String, line: Int)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
      let modifiers = ["package", "internal", "public", "private", "fileprivate"]
      while let word = words.first, word.hasPrefix("@") || modifiers.contains(String(word)) {
        words = words.dropFirst()
      }
      guard words.popFirst() == "import", var name = words.popFirst() else { return nil }
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      if kinds.contains(String(name)), let next = words.popFirst() { name = next }
      return (String(name.prefix { $0 != "." && $0 != ";" }), index + 1)
    }
  }

  @Test func `import lines of every form are understood`() {
    let text = """
      import Glibc
      // import Nothing
      package import CaseModel
      @_spi(_Unicode) import Swift
      @testable internal import Foundation
        import struct FoundationEssentials.Data
      let important = 1
      """
    #expect(
      Self.imports(in: text).map { "\($0.module) \($0.line)" }
        == ["Glibc 1", "CaseModel 3", "Swift 4", "Foundation 5", "FoundationEssentials 6"])
  }

  /// One import line of the sources.
  private struct Import: Sendable {
    let folder, path, module: String
    let line: Int
  }

  private static let all = Result { () throws in
    var found: [Import] = []
    for folder in try SourceTree.folders(in: "Sources") {
      for path in try SourceTree.swiftFiles(below: "Sources/" + folder) {
        for (module, line) in imports(in: try SourceTree.text(path)) {
          found.append(Import(folder: folder, path: path, module: module, line: line))
        }
      }
    }
    return found
  }

  @Test func `every module has its line here`() throws {
    let folders = try SourceTree.folders(in: "Sources")
    #expect(folders.contains("CaseModel"), "the sources were not found")
    for folder in folders { #expect(Self.allowed[folder] != nil, "\(folder) has no line") }
  }

  @Test func `every module imports only what the architecture allows`() throws {
    let all = try Self.all.get()
    #expect(all.count > 50, "the import lines were not found")
    for found in all {
      let isTemplate = found.module == "Foundation" && found.path.contains(Self.templateWrapper)
      #expect(
        Self.allowed[found.folder]?.contains(found.module) == true || isTemplate,
        "\(found.path):\(found.line): \(found.folder) must not import \(found.module)")
    }
  }

  @Test(
    arguments: [
      ("CGit2", ["GitStore"]), ("CNoCertificates", ["GitStore"]),
      ("CLooseObjects", ["GitStore"]), ("CCmark", ["Markdown"]), ("CEmbedded", ["Demo"]),
      // Digests of events, of packs, and what seals: three modules that know nothing of each other.
      ("CYaml", ["CaseFormat"]), ("Crypto", ["CaseFormat", "GitStore", "Sealing"]),
      ("CryptoExtras", ["Sealing"]), ("Mustache", ["Site"]), ("Subprocess", ["Sync"]),
      ("ArgumentParser", ["CommandLine"]),
      // Threads are started in one place, which keeps the order of results.
      ("Dispatch", ["Parallel"]),
    ] as [(String, Set<String>)])
  func `a library is imported where the architecture says`(
    library: String, owners: Set<String>
  ) throws {
    let importers = Set(try Self.all.get().filter { $0.module == library }.map(\.folder))
    #expect(importers == owners, "\(library) is imported by \(importers.sorted())")
  }

  @Test func `the domain reads no clock, no file and no environment`() throws {
    let forbidden = [
      "Date()", "Clock()", "getenv", "ProcessInfo", "FileManager", "fopen", "print(",
    ]
    for path in try SourceTree.swiftFiles(below: "Sources/CaseModel") {
      let text = try SourceTree.text(path)
      for word in forbidden {
        #expect(!text.contains(word), "\(path) uses \(word)")
      }
    }
  }

  @Test func `a command sees the process through its environment only`() throws {
    let forbidden = ["ProcessInfo", "currentDirectoryPath", "isatty(", "getcwd", "Clock.system()"]
    let environment = "Sources/CommandLine/Environment/"
    for path in try SourceTree.swiftFiles(below: "Sources/CommandLine")
    where !path.contains(environment) {
      let text = try SourceTree.text(path)
      for word in forbidden { #expect(!text.contains(word), "\(path) uses \(word)") }
    }
  }

  @Test func `every command says its name`() throws {
    var count = 0
    for path in try SourceTree.swiftFiles(below: "Sources/CommandLine") {
      for part in try SourceTree.text(path).split(separator: "CommandConfiguration(").dropFirst() {
        count += 1
        // To work a name out of the type's costs each start some milliseconds.
        let first = part.drop { $0.isWhitespace }
        #expect(first.hasPrefix("commandName:"), "\(path) leaves the name to the runtime")
      }
    }
    #expect(count > 50, "the commands were not found")
  }
}
