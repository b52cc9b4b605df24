/// A number that stands for a text, the same everywhere: FNV-1a with 64 bits.
///
/// To tell names apart, not to keep one secret.
package enum Fingerprint {
  /// The fingerprint of the text's UTF-8 bytes.
  package static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
