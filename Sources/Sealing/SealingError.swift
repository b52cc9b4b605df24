/// What can be wrong with a key, a sealed file or a sealed entry; no case carries a secret.
package enum SealingError: Error, Hashable, Sendable {
  /// None of the identities opens the file.
  case notForTheseIdentities
  /// The file is sealed with a passphrase, not to recipients.
  case sealedWithPassphrase
  /// The file is sealed to recipients, not with a passphrase.
  case notSealedWithPassphrase
  /// The passphrase does not open the file.
  case wrongPassphrase
  /// An empty passphrase.
  case emptyPassphrase
  /// The work factor of a passphrase is outside what is accepted.
  case workFactor
  /// The header does not follow the format.
  case damagedHeader(HeaderFault)
  /// The header was changed after sealing: its authentication code does not match.
  case headerMAC
  /// A part of the payload was changed after sealing.
  case damagedPayload
  /// The file ends before its last part.
  case truncated
  /// A key of a kind that this program does not use.
  case unsupported(KeyKind)
  /// The text armour does not follow the format.
  case armour(ArmourFault)
  /// A line of an identity file cannot be read; lines count from 1.
  case identityFile(line: Int, IdentityLineFault)
  /// An identity file without any identity.
  case noIdentity
  /// The text is no age recipient.
  case recipientText
  /// The text is no age identity.
  case identityText
  /// What was sealed is not laid out as an entry; names the part.
  case entryLayout(EntryPart)
  /// Sealing to nobody.
  case noRecipients
  /// More stanzas than a header may hold.
  case tooManyRecipients
  /// The streaming reader or writer was used after its end.
  case finished
  /// A cryptographic primitive refused to work.
  case cryptography

  /// Where a header breaks the rules.
  package enum HeaderFault: Hashable, Sendable {
    case firstLine, stanza, base64, x25519, scrypt, endLine, incomplete, tooLarge
  }

  /// Kinds of keys that age knows and this module does not use.
  package enum KeyKind: Hashable, Sendable { case hybrid, plugin, ssh }

  /// Where an armoured file breaks the rules.
  package enum ArmourFault: Hashable, Sendable { case firstLine, lastLine, lineLength, base64 }

  /// Why a line of an identity file is refused.
  package enum IdentityLineFault: Hashable, Sendable { case notAnIdentity, unsupported(KeyKind) }

  /// The parts of a sealed entry.
  package enum EntryPart: Hashable, Sendable {
    case size, version, entry, caseID, kind, salt, length, separator, padding
  }
}
