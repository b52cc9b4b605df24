package import Text

/// What somebody can do next: words, and the commands among them as values, so that a terminal prints
/// them and a page shows them as buttons.
package struct Hint: Sendable, Hashable, CustomStringConvertible {
  /// A command that a hint names, between two backquotes of its words.
  package struct Command: Sendable, Hashable {
    /// A word of a command.
    package enum Word: Sendable, Hashable {
      /// To be typed as it stands.
      case exact(String)
      /// To be filled in: `CASE`, `REASON`, `…`.
      case gap(String)
    }

    /// The program and what is given to it.
    package let words: [Word]

    /// Whether nothing has to be filled in.
    package var isComplete: Bool {
      words.allSatisfy { if case .exact = $0 { true } else { false } }
    }

    /// The command's own name after that of the program, such as `extend`; nil for another program.
    package var name: String? {
      guard words.first == .exact("daftar"), words.count > 1, case .exact(let name) = words[1]
      else {
        return nil
      }
      return name
    }

    fileprivate init(_ text: Substring) {
      words = text.split(whereSeparator: \.isWhitespace).map { word in
        let isGap = word.contains("…") || word.count > 1 && word.allSatisfy(\.isUppercase)
        return isGap ? .gap(String(word)) : .exact(String(word))
      }
    }
  }

  /// The words, with commands between backquotes.
  package let wording: Wording

  /// Takes the words of a hint.
  package init(_ wording: Wording) { self.wording = wording }

  /// The hint as it is written in English.
  package var text: String { wording.text }

  package var description: String { text }

  /// The commands that it names, in their order.
  package var commands: [Command] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { Command(parts[$0]) }
  }
}
