internal import Text
/// The name of a sealed entry: 80 random bits as 16 lower-case Crockford symbols.
///
/// Random and not derived from the content, so that it says nothing once the entry is erased.
package struct EntryID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The sixteen symbols.
  package let description: String

  /// Reads a name in its canonical form, or returns nil.
  package init?(_ text: some StringProtocol) {
    guard let symbols = EventID(text) else { return nil }
    description = symbols.description
  }

  package static func < (left: EntryID, right: EntryID) -> Bool {
    left.description < right.description
  }
}
