/// What an event says of its sealed part: which entry holds it, and what proves it later.
package struct SealReference: Hashable, Sendable {
  /// The entry's name.
  package let entry: EntryID
  /// The commitment to the entry's content, 64 hexadecimal digits; reveals nothing without the
  /// salt that lies inside the entry.
  package let commitment: String
  /// The SHA-256 of the sealed file as it was made, 64 hexadecimal digits: whoever cannot open it
  /// sees whether it is there and whole.
  package let digest: String

  /// Makes a reference.
  package init(entry: EntryID, commitment: String, digest: String) {
    self.entry = entry
    self.commitment = commitment
    self.digest = digest
  }

  /// Whether a text has the form of a digest: 64 lower-case hexadecimal digits.
  package static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
