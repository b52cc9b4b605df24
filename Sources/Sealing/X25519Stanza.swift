import Crypto

/// A stanza for an X25519 recipient, its point and body checked for their form.
struct X25519Stanza {
  static let kind = Array("X25519".utf8)
  private static let info = Array("age-encryption.org/v1/X25519".utf8)

  let share: [UInt8]
  let body: [UInt8]

  /// Takes a stanza of this kind apart.
  ///
  /// - Throws: `damagedHeader` unless it has one 32-byte share that is no low-order point, and a
  ///   body of the one right size.
  init(_ stanza: Stanza) throws(SealingError) {
    guard stanza.arguments.count == 2,
      let share = Base64.decode(stanza.arguments[1]), share.count == 32,
      stanza.body.count == KeyWrap.size, !LowOrderPoint.contains(share)
    else { throw .damagedHeader(.x25519) }
    self.share = share
    body = stanza.body
  }

  /// Seals a file key to a recipient, with a share made for this stanza alone.
  init(_ fileKey: FileKey, to recipient: Recipient) throws(SealingError) {
    let secret = Curve25519.KeyAgreement.PrivateKey()
    share = Array(secret.publicKey.rawRepresentation)
    guard
      let key = Self.wrapKey(secret, recipient.point, salt: share + recipient.point)
    else { throw .recipientText }
    body = try KeyWrap.seal(fileKey, with: key)
  }

  private init(share: [UInt8], body: [UInt8]) {
    self.share = share
    self.body = body
  }

  /// Makes a stanza that nobody can open and nobody can tell from a real one.
  static func dummy() -> Self {
    let point = Curve25519.KeyAgreement.PrivateKey().publicKey.rawRepresentation
    return Self(share: Array(point), body: SecureRandom.bytes(KeyWrap.size))
  }

  var stanza: Stanza {
    var text: [UInt8] = []
    Base64.encode(share, into: &text)
    return Stanza(arguments: [Self.kind[...], text[...]], body: body)
  }

  /// Returns nil if the stanza is not for this identity.
  func open(with identity: Identity) throws(SealingError) -> FileKey? {
    let salt = share + identity.recipient.point
    guard let key = Self.wrapKey(identity.key, share, salt: salt) else {
      throw .damagedHeader(.x25519)
    }
    return KeyWrap.open(body, with: key)
  }

  /// Returns nil for an all-zero shared secret, which the underlying function lets through.
  private static func wrapKey(
    _ secret: Curve25519.KeyAgreement.PrivateKey, _ point: [UInt8], salt: [UInt8]
  ) -> SymmetricKey? {
    guard let point = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: point),
      let shared = try? secret.sharedSecretFromKeyAgreement(with: point),
      unsafe shared.withUnsafeBytes({ unsafe $0.reduce(0, |) }) != 0
    else { return nil }
    return shared.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: salt, sharedInfo: info, outputByteCount: 32)
  }
}
