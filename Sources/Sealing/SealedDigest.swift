import Crypto
internal import Text

/// The digest of a sealed file, by which its presence can be checked without a key.
package enum SealedDigest {
  /// Returns the SHA-256 of the whole file as 64 lower-case hexadecimal digits.
  package static func of(_ file: [UInt8]) -> String {
    Hexadecimal.text(SHA256.hash(data: file))
  }
}
