import TestSupport

/// What `Package.swift` says of the modules in `Sources`.
struct PackageManifest {
  /// For each module of `Sources` the modules that it may import.
  let modules: [String: Set<String>]

  /// Names in the manifest that stand for a product of another package, and the module in it.
  private static let products = [
    "argumentParser": "ArgumentParser", "crypto": "Crypto", "cryptoExtras": "CryptoExtras",
    "mustache": "Mustache", "subprocess": "Subprocess",
  ]

  /// The package in which a module is; its own name for one of ours.
  static func package(of module: String) -> String {
    switch module {
    case "ArgumentParser": "swift-argument-parser"
    case "Crypto", "CryptoExtras": "swift-crypto"
    case "Mustache": "swift-mustache"
    case "Subprocess": "swift-subprocess"
    default: module
    }
  }

  init() throws {
    let text = try SourceTree.text("Package.swift")
    var modules: [String: Set<String>] = [:]
    let target = /\.(?:target|executableTarget|systemLibrary)\(\s*name: "(\w+)"/
    let starts = text.matches(of: target)
    for match in starts {
      let rest = text[match.range.upperBound...]
      // The list belongs to this target unless the next one begins before it.
      let end = rest.firstRange(of: /\.(?:target|executableTarget|systemLibrary|testTarget)\(/)
      let own = rest[..<(end?.lowerBound ?? rest.endIndex)]
      let list = own.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
      let words = list.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      modules[String(match.output.1)] = Set(words.map { Self.products[$0] ?? $0 })
    }
    self.modules = modules
  }
}

/// The map of modules in `docs/architecture.md`.
struct ArchitectureMap {
  /// What each module is for.
  let purposes: [String: String]
  /// What stands behind the arrow of each module.
  let arrows: [String: [String]]

  init() throws {
    let page = try SourceTree.text("docs/architecture.md")
    let block = page.split(separator: "```", omittingEmptySubsequences: false)[1]
    var purposes: [String: String] = [:]
    var arrows: [String: [String]] = [:]
    for line in block.split(separator: "\n") where line.hasPrefix("  ") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      let parts = words[1].split(separator: "→").map { $0.trimmingSpaces }
      purposes[String(words[0])] = parts.first
      guard parts.count == 2 else { continue }
      let libraries = parts[1].split(separator: ",").map { $0.trimmingSpaces }
      let own = libraries[0] == "nothing" ? [] : [libraries[0]]
      arrows[String(words[0])] =
        own.flatMap { $0.split(separator: " ").map(String.init) } + libraries.dropFirst()
    }
    self.purposes = purposes
    self.arrows = arrows
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
