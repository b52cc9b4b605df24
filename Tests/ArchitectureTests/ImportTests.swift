import Testing
import TestSupport

/// The arrows between the modules: what each may import, and nothing else.
@Suite struct ImportTests {
  /// The folder whose files wrap the template engine: the only ones that may see full Foundation.
  private static let templateWrapper = "/Sources/SiteTemplate/Files/"

  /// Modules of the system, and who may import them: nobody who only computes.
  private static let system: [String: Set<String>] = [
    "Glibc": [
      "CaseFormat", "CaseVault", "CommandLine", "GitStore", "Publishing", "Register",
      "SampleRegister", "Sync", "FileSystem", "Tables", "Terminal", "daftar",
    ],
    "FoundationEssentials": [
      "CaseVault", "CommandLine", "Demo", "Publishing", "Register", "SampleRegister", "Sync",
      "FileSystem", "Terminal",
    ],
    // Threads are started in one place, which keeps the order of results.
    "Dispatch": ["Parallel"],
    "Synchronization": ["FileSystem", "GitStore", "Parallel", "Sync", "Terminal"],
  ]

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

  @Test func `every module imports only what the package declares for it`() throws {
    let all = try Self.all.get()
    let declared = try PackageManifest().modules
    #expect(all.count > 50, "the import lines were not found")
    for found in all {
      let isTemplate = found.module == "Foundation" && found.path.contains(Self.templateWrapper)
      let isOfSystem = Self.system[found.module]?.contains(found.folder) == true
      #expect(
        declared[found.folder]?.contains(found.module) == true || isOfSystem || isTemplate,
        "\(found.path):\(found.line): \(found.folder) must not import \(found.module)")
    }
  }

  @Test func `what is declared or allowed is imported`() throws {
    let all = try Self.all.get()
    let imported = Dictionary(grouping: all, by: \.folder).mapValues { Set($0.map(\.module)) }
    for (module, needs) in try PackageManifest().modules {
      // A wrapper of a C library imports nothing in Swift, and not all targets are in Sources.
      guard let own = imported[module] else { continue }
      let unused = needs.subtracting(own)
      #expect(unused.isEmpty, "\(module) imports no \(unused.sorted())")
    }
    for (module, importers) in Self.system {
      for folder in importers {
        #expect(imported[folder]?.contains(module) == true, "\(folder) imports no \(module)")
      }
    }
  }

  @Test func `the page of the architecture shows the package's arrows`() throws {
    let package = try PackageManifest()
    let map = try ArchitectureMap()
    for folder in try SourceTree.folders(in: "Sources") {
      #expect(map.purposes[folder]?.isEmpty == false, "the page says nothing about \(folder)")
    }
    for (module, arrows) in map.arrows {
      if module == "CommandLine" { continue }
      let declared = (package.modules[module] ?? []).map { PackageManifest.package(of: $0) }
      #expect(Set(arrows) == Set(declared), "\(module) on the page and in the package differ")
    }
    #expect(map.arrows.count > 15, "the map was not found")
  }

  @Test func `no module is a hall`() throws {
    // Where to look first for something that wants a place of its own; none of them may grow.
    let halls = [
      "CaseModel": 5_970, "CommandLine": 7_450, "GitStore": 5_205, "Register": 5_780,
    ]
    for folder in try SourceTree.folders(in: "Sources") {
      let lines = try SourceTree.swiftFiles(below: "Sources/" + folder).reduce(0) { sum, path in
        sum + (try SourceTree.text(path).count { $0 == "\n" })
      }
      #expect(lines <= halls[folder] ?? 4_500, "\(folder) has \(lines) lines")
    }
  }

  @Test func `no file is longer than a person can hold in mind`() throws {
    for folder in ["Sources", "Tests"] {
      for path in try SourceTree.swiftFiles(below: folder) {
        let lines = try SourceTree.text(path).count { $0 == "\n" }
        #expect(lines <= 300, "\(path) has \(lines) lines")
      }
    }
  }

  @Test(
    arguments: [
      ("CGit2", ["GitStore"]), ("CNoCertificates", ["GitStore"]),
      ("CSyncFileSystem", ["FileSystem"]),
      ("CLooseObjects", ["GitStore"]), ("CCmark", ["Markdown"]), ("CEmbedded", ["Demo"]),
      // Digests of events, of packs, and what seals: three modules that know nothing of each other.
      ("CYaml", ["CaseFormat"]), ("Crypto", ["CaseFormat", "GitStore", "Sealing"]),
      ("CryptoExtras", ["Sealing"]), ("Mustache", ["SiteTemplate"]), ("Subprocess", ["Sync"]),
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
    let environment = "Sources/Terminal/Environment/"
    for folder in ["Sources/CommandLine", "Sources/Terminal"] {
      for path in try SourceTree.swiftFiles(below: folder) where !path.contains(environment) {
        let text = try SourceTree.text(path)
        for word in forbidden { #expect(!text.contains(word), "\(path) uses \(word)") }
      }
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
