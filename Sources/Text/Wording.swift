/// A sentence for a person, with the values in it kept apart from its words, so that it can be found
/// in a list and said in another language.
///
/// Written as a text with values in it: `"the deadline passed on \(due)"`.
package struct Wording: Sendable, Hashable, ExpressibleByStringInterpolation,
  CustomStringConvertible
{
  /// What follows one another in a sentence.
  package enum Piece: Sendable, Hashable {
    /// Words of the program.
    case words(String)
    /// What is different each time: a day, a code, a name.
    case value(String)

    fileprivate var text: String {
      switch self {
      case .words(let text), .value(let text): text
      }
    }
  }

  /// The pieces in their order.
  package private(set) var pieces: [Piece] = []

  /// Takes words without any value.
  package init(stringLiteral words: String) { add(words) }

  /// Takes words and values.
  package init(stringInterpolation: Interpolation) { self = stringInterpolation.wording }

  /// Takes a text that is a value as a whole, such as what another program said.
  package init(verbatim text: String) { pieces = [.value(text)] }

  /// The sentence as it is written in English.
  package var text: String { pieces.map(\.text).joined() }

  package var description: String { text }

  /// The sentence without its values, by which it is found in a list: `%1 lies before %2`.
  package var template: String {
    var count = 0
    return pieces.map { piece in
      if case .words(let words) = piece { return words.replacing("%", with: "%%") }
      count += 1
      return "%\(count)"
    }.joined()
  }

  /// The values, in the order of the sentence.
  package var values: [String] {
    pieces.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }

  /// The same sentence with its words changed, such as a gap that is filled.
  package func replacingWords(_ change: (String) -> String) -> Wording {
    var changed = Wording(stringLiteral: "")
    for piece in pieces {
      if case .words(let words) = piece { changed.add(change(words)) } else { changed.add(piece) }
    }
    return changed
  }

  /// Puts two parts of a sentence one after the other.
  package static func + (left: Wording, right: Wording) -> Wording {
    var sum = left
    for piece in right.pieces { sum.add(piece) }
    return sum
  }

  private mutating func add(_ words: String) {
    if words.isEmpty { return }
    if case .words(let before) = pieces.last {
      pieces[pieces.count - 1] = .words(before + words)
    } else {
      pieces.append(.words(words))
    }
  }

  private mutating func add(_ piece: Piece) {
    if case .words(let words) = piece { add(words) } else { pieces.append(piece) }
  }

  /// What is between the quotes of a sentence.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var wording = Wording(stringLiteral: "")

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { wording.add(literal) }

    /// A part of the sentence that is itself one.
    package mutating func appendInterpolation(_ part: Wording) { wording = wording + part }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      wording.add(.value(value.description))
    }
  }
}
