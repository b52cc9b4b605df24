internal import CaseModel
internal import Crypto
internal import Text

/// SHA-256 (FIPS 180-4) as the format uses it.
package enum Digest {
  /// The digest as 64 lower-case hexadecimal digits.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    Hexadecimal.text(SHA256.hash(data: Array(bytes)))
  }

  /// The first 32 hexadecimal digits of a text's digest: what an event keeps of its text.
  package static func ofText(_ text: String) -> String { String(hex(text.utf8).prefix(32)) }

  /// The id of a register that was begun before registers had ids, from the bytes of its first commit.
  package static func registerID(ofFirstCommit bytes: [UInt8]) -> String? {
    EventID(digest: SHA256.hash(data: bytes))?.description
  }

  /// The id of an event, from the canonical bytes of its object without `id`.
  static func eventID(_ canonical: some Sequence<UInt8>) -> EventID? {
    EventID(digest: SHA256.hash(data: Array(canonical)))
  }
}
