/// The coded facts about a complainant that statistics need; never who the person is.
///
/// All optional: asked after the complaint, never a condition of it (CHS commitment 5). Codes come
/// from the bands of `categories.yml`.
package struct Complainant: Hashable, Sendable {
  /// A fact, in the order in which they are written.
  package enum Fact: String, CaseIterable, Hashable, Sendable {
    case sex
    case age
    case disability
    case residence
    case relation
    case anonymous

    /// The list from which its codes come.
    package var codes: CodeList { self == .anonymous ? .yesAndNo : .band(self) }
  }

  /// The names of the facts, in their order.
  package static let keys = Fact.allCases.map(\.rawValue)

  private var values: [Fact: String] = [:]

  /// Makes an empty record.
  package init() {}

  /// The code of a fact.
  package subscript(fact: Fact) -> String? {
    get { values[fact] }
    set { values[fact] = newValue }
  }

  /// The code of a fact by its name; nil for what is none.
  package subscript(key: String) -> String? {
    get { Fact(rawValue: key).flatMap { values[$0] } }
    set { if let fact = Fact(rawValue: key) { values[fact] = newValue } }
  }

  /// Whether nothing is recorded.
  package var isEmpty: Bool { values.isEmpty }

  /// What is recorded, in the order of the facts.
  package var pairs: [(key: String, value: String)] {
    Fact.allCases.compactMap { fact in values[fact].map { (fact.rawValue, $0) } }
  }

  /// Whether the complainant asked to stay unknown.
  package var isAnonymous: Bool { values[.anonymous] == "yes" }
}
