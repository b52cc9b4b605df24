/// The coded facts about a complainant that statistics need; never who the person is.
///
/// All optional: asked after the complaint, never a condition of it (CHS commitment 5). Codes come
/// from the bands of `categories.yml`.
package struct Complainant: Hashable, Sendable {
  /// The keys in the order in which they are written.
  package static let keys = ["sex", "age", "disability", "residence", "relation", "anonymous"]

  private var values: [String: String] = [:]

  /// Makes an empty record.
  package init() {}

  /// The code of one of ``keys``.
  package subscript(key: String) -> String? {
    get { values[key] }
    set { if Self.keys.contains(key) { values[key] = newValue } }
  }

  /// Whether nothing is recorded.
  package var isEmpty: Bool { values.isEmpty }

  /// What is recorded, in the order of ``keys``.
  package var pairs: [(key: String, value: String)] {
    Self.keys.compactMap { key in values[key].map { (key, $0) } }
  }

  /// Whether the complainant asked to stay unknown.
  package var isAnonymous: Bool { values["anonymous"] == "yes" }
}
