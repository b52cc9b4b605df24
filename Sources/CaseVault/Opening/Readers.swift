internal import CaseModel
package import Sealing

/// To whom something is sealed: members, each with a key, and keys that are no member's.
package struct Readers {
  /// The members and their public keys.
  package var members: [String: Recipient]
  /// The recovery key, and the outside contact when somebody is left out, by what they are.
  package var others: [Other: Recipient]
  /// How many stanzas an entry has, real ones and dummies: the same for everything that the team
  /// seals, so that nobody can count who reads a case, or see that one of them is missing.
  package var stanzas: Int

  /// A key that is no member's; the names cannot be members' ids.
  package enum Other: String, CaseIterable {
    case recovery = "+recovery"
    case outsideContact = "+outside-contact"
  }

  /// All keys.
  package var recipients: [Recipient] { Array(members.values) + Array(others.values) }

  /// All keys by their owners, as an entry names them.
  package var named: [String: String] {
    let others = others.map { ($0.key.rawValue, $0.value.text) }
    return members.mapValues(\.text).merging(others) { member, _ in member }
  }
}
