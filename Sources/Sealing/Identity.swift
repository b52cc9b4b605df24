import Crypto

/// The secret key of a reader, an age X25519 identity: `AGE-SECRET-KEY-1…`.
///
/// Printing one shows the public recipient only; `secretText` is the sole way to the secret.
package struct Identity: Sendable {
  /// The public key that belongs to it.
  package let recipient: Recipient
  let key: Curve25519.KeyAgreement.PrivateKey

  private init(key: Curve25519.KeyAgreement.PrivateKey) {
    self.key = key
    recipient = Recipient(point: Array(key.publicKey.rawRepresentation))
  }

  /// Makes a new identity from the operating system's random numbers.
  package init() { self.init(key: Curve25519.KeyAgreement.PrivateKey()) }

  /// Reads the text of an identity, in upper case as age writes it.
  ///
  /// - Throws: `unsupported` for hybrid and plugin identities, else `identityText`.
  package init(reading text: String) throws(SealingError) {
    if text.hasPrefix("AGE-PLUGIN-") { throw .unsupported(.plugin) }
    guard let (prefix, bytes) = Bech32.decode(text) else { throw .identityText }
    if prefix == "AGE-SECRET-KEY-PQ-" { throw .unsupported(.hybrid) }
    guard prefix == "AGE-SECRET-KEY-", bytes.count == 32,
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    else { throw .identityText }
    self.init(key: key)
  }

  /// The secret itself, as it stands in an identity file.
  package var secretText: String {
    Bech32.encode(prefix: "age-secret-key-", key.rawRepresentation).uppercased()
  }
}

extension Identity: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "identity of \(recipient.text)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["recipient": recipient.text]) }
}
