/// To whom something is sealed: public keys (`age1…`), by the member or the purpose whose they are.
package struct ReaderKeys: Sendable, Hashable {
  /// The members and their public keys.
  package let members: [String: String]
  /// The recovery key, and the outside contact when somebody is left out, by what they are.
  package let others: [Other: String]
  /// How many stanzas an entry has, real ones and dummies: the same for everything that the team
  /// seals, so that nobody can count who reads a case, or see that one of them is missing.
  package let stanzas: Int

  /// A key that is no member's; the names cannot be members' ids.
  package enum Other: String, Sendable, CaseIterable {
    case recovery = "+recovery"
    case outsideContact = "+outside-contact"
  }

  /// All keys by their owners, as an entry names them.
  package var named: [String: String] {
    members.merging(others.map { ($0.key.rawValue, $0.value) }) { member, _ in member }
  }
}
