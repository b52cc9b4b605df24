internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Vocabulary
internal import Terminal

/// What a shell offers for the word that is being typed: ids and codes of the register at hand.
///
/// It reads no case, asks for no key, and says nothing when something is wrong: ids and codes stand in
/// names of files and in the configuration, which everybody has who has the register.
enum Completions {
  /// The word by which a completion script asks.
  static let request = "---completion"
  /// How many ids are offered when nothing was typed yet.
  private static let most = 100

  /// Throws the answer to a completion script, as the parser's result; nil where there is none.
  static func answer(_ arguments: [String]) throws -> (any ParsableCommand)? {
    do {
      _ = try Daftar.parseAsRoot(arguments)
    } catch {
      // A shell would print the error into the line that is being typed.
      guard Daftar.exitCode(for: error).isSuccess else { return nil }
      throw error
    }
    return nil
  }

  /// Ids of cases.
  static let cases = CompletionKind.custom { words, _, typed in
    guard let register = register(of: words), let ids = try? register.caseIDs() else { return [] }
    return offered(ids.map(\.description), for: typed)
  }

  /// Codes of a list, with their names where the shell shows them.
  static func codes(_ list: CodeList) -> CompletionKind {
    .custom { words, _, typed in
      guard let configuration = register(of: words)?.configuration else { return [] }
      let language = configuration.settings.languages.first ?? "en"
      return configuration.named(list).filter { $0.code.hasPrefix(typed) }
        .map { described($0.code, $0.labels.text(language) ?? "") }
    }
  }

  /// Ids that begin with what was typed, or whose second part does; the newest when nothing was typed.
  private static func offered(_ ids: [String], for typed: String) -> [String] {
    guard !typed.isEmpty else { return Array(ids.sorted().reversed().prefix(most)) }
    let wanted = typed.uppercased()
    return ids.flatMap { id in [id, String(id.dropFirst(5))] }
      .filter { $0.hasPrefix(wanted) }
      // A shell offers what continues the letters that stand there.
      .map { typed + $0.dropFirst(wanted.count) }
  }

  private static func described(_ code: String, _ name: String) -> String {
    guard !name.isEmpty, name != code else { return code }
    return switch CompletionShell.requesting {
    case .zsh?: "\(code.replacing(":", with: "\\:")):\(name)"
    case .fish?: "\(code)\t\(name)"
    default: code
    }
  }

  /// The register that the words of the call name, else the one around the current folder.
  private static func register(of words: [String]) -> Register? {
    let environment = Environment.current
    let option = words.lastIndex(of: "-C").map { words.index(after: $0) }
    let named = option.flatMap { words.indices.contains($0) ? words[$0] : nil }
    return try? Register.open(
      at: named.map(environment.place) ?? environment.folder, clock: environment.clock(),
      keys: IdentityPlace.keyring)
  }
}
