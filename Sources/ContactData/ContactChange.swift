package import CaseModel
internal import Text

/// What a person says anew about how to reach somebody, field by field; the rest stays as it was.
package struct ContactChange: Sendable, Hashable {
  /// What was said, as a record of its own.
  package let said: ContactRecord
  /// The keys that were emptied: `email: -`.
  package let emptied: Set<ContactKey>
  /// Whether it was said if a message may be left.
  private let saysMessage: Bool

  /// Reads `key: value` lines as a person writes them; `key: -` empties a field.
  ///
  /// Throws what ``ContactRecord/init(reading:from:)`` throws, but a text that only empties is one
  /// that says something.
  package init(reading text: String) throws(Refusal) {
    var emptied: Set<ContactKey> = []
    var saysMessage = false
    let lines = ContactRecord.lines(of: text).map { line in
      guard let (key, value) = ContactRecord.keyAndValue(of: line) else { return line }
      if ["-", "–", "—"].contains(value) {
        emptied.insert(key)
        return ""
      }
      if key == .message, !value.isEmpty { saysMessage = true }
      return line
    }
    let rest = lines.joined(separator: "\n")
    let isNothing = lines.allSatisfy { ContactRecord.oneLine($0).isEmpty }
    said =
      isNothing && !emptied.isEmpty
      ? ContactRecord()
      : try ContactRecord(
        reading: rest, from: .entered, allowingNothing: !emptied.isEmpty || saysMessage)
    self.emptied = emptied
    self.saysMessage = saysMessage
  }

  /// The record after the change.
  ///
  /// A field that was said replaces the one before, all telephone numbers together; columns of a
  /// table keep theirs unless their label was said again. Throws `contact.empty` when nothing is left.
  package func applied(to old: ContactRecord) throws(Refusal) -> ContactRecord {
    var result = old
    for key in ContactKey.allCases where key != .message {
      if emptied.contains(key) || said[key] != nil { result.replace(key, by: said) }
    }
    if saysMessage || emptied.contains(.message) { result.replace(.message, by: said) }
    result.replaceOthers(by: said)
    guard !result.isEmpty else {
      throw Refusal(
        .contactEmpty, "nothing would be left of the contact data",
        hint: "say in “note” why nobody is to be reached, or keep one field")
    }
    return result
  }
}
