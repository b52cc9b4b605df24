import TestSupport

/// The commands of the program, read from its sources.
enum CommandNames {
  /// The names of all commands, those below another one as `site build`.
  static func all() throws -> Set<String> {
    let types = try commandTypes()
    let root = try SourceWords.text("Sources/CommandLine/Root/Daftar.swift")
    var names: Set<String> = []
    for type in subcommands(in: root) {
      guard let text = types[type] else { continue }
      let name = name(of: type, in: text)
      names.insert(name)
      for inner in subcommands(in: text) {
        guard let text = types[inner] else { continue }
        names.insert(name + " " + self.name(of: inner, in: text))
      }
    }
    return names
  }

  /// The files of the command line by the types they begin with `struct`.
  private static func commandTypes() throws -> [String: String] {
    var types: [String: String] = [:]
    for path in try SourceTree.swiftFiles(below: "Sources/CommandLine") {
      let text = try SourceTree.text(path)
      for match in text.matches(of: /\nstruct (\w+): \w*(?:Command|CaseAction)\b/) {
        types[String(match.1)] = text
      }
    }
    return types
  }

  /// The types in the lists of subcommands, in their order.
  private static func subcommands(in text: String) -> [String] {
    text.matches(of: /subcommands: \[([^\]]*)\]/).flatMap { list in
      list.1.matches(of: /(\w+)\.self/).map { String($0.1) }
    }
  }

  private static func name(of type: String, in text: String) -> String {
    text.firstMatch(of: /commandName: "([a-z]+)"/).map { String($0.1) } ?? type.lowercased()
  }
}
