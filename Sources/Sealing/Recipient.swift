import Crypto

/// The public key of a reader, an age X25519 recipient: `age1…`.
package struct Recipient: Hashable, Sendable {
  /// The canonical text, lower case.
  package let text: String
  /// The 32 bytes of the public point.
  let point: [UInt8]

  init(point: [UInt8]) {
    self.point = point
    text = Bech32.encode(prefix: "age", point)
  }

  /// Reads the text of a recipient.
  ///
  /// - Throws: `unsupported` for hybrid, plugin and SSH recipients; `recipientText` for a wrong
  ///   checksum, length or case, and for the points with which nothing can be sealed.
  package init(reading text: String) throws(SealingError) {
    if text.hasPrefix("ssh-") || text.hasPrefix("ecdsa-") || text.hasPrefix("sk-") {
      throw .unsupported(.ssh)
    }
    guard let (prefix, bytes) = Bech32.decode(text) else { throw .recipientText }
    switch prefix {
    case "age": break
    case "age1pq", "age1tagpq": throw .unsupported(.hybrid)
    case _ where prefix.hasPrefix("age1"): throw .unsupported(.plugin)
    default: throw .recipientText
    }
    guard bytes.count == 32, !LowOrderPoint.contains(bytes) else { throw .recipientText }
    self.init(point: bytes)
  }
}
