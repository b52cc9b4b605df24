import Crypto
import CryptoExtras

/// A stanza for a passphrase, checked for its form.
struct ScryptStanza {
  static let kind = Array("scrypt".utf8)
  /// The largest exponent of the work that is done for a file of others: 4 GiB of memory.
  static let maximumWorkFactor = 22

  let salt: [UInt8]
  /// The exponent of two of scrypt's cost N.
  let workFactor: Int
  let body: [UInt8]

  /// Takes a stanza of this kind apart.
  init(_ stanza: Stanza) throws(SealingError) {
    guard stanza.arguments.count == 3,
      let salt = Base64.decode(stanza.arguments[1]), salt.count == 16,
      stanza.body.count == KeyWrap.size
    else { throw .damagedHeader(.scrypt) }
    self.salt = salt
    workFactor = try Self.workFactor(stanza.arguments[2])
    body = stanza.body
  }

  /// Seals a file key with a passphrase.
  init(_ fileKey: FileKey, passphrase: String, workFactor: Int) throws(SealingError) {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    guard (1...Self.maximumWorkFactor).contains(workFactor) else { throw .workFactor }
    salt = SecureRandom.bytes(16)
    self.workFactor = workFactor
    let key = try Self.wrapKey(passphrase, salt: salt, workFactor: workFactor)
    body = try KeyWrap.seal(fileKey, with: key)
  }

  var stanza: Stanza {
    var text: [UInt8] = []
    Base64.encode(salt, into: &text)
    let factor = Array(String(workFactor).utf8)
    return Stanza(arguments: [Self.kind[...], text[...], factor[...]], body: body)
  }

  /// Opens the file key; takes the time that the work factor asks for.
  func open(passphrase: String) throws(SealingError) -> FileKey {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    let key = try Self.wrapKey(passphrase, salt: salt, workFactor: workFactor)
    guard let fileKey = KeyWrap.open(body, with: key) else { throw .wrongPassphrase }
    return fileKey
  }

  /// Reads a decimal number without sign and leading zero.
  private static func workFactor(_ digits: ArraySlice<UInt8>) throws(SealingError) -> Int {
    guard let first = digits.first, first != UInt8(ascii: "0"),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .damagedHeader(.scrypt) }
    guard let value = Int(String(decoding: digits, as: UTF8.self)), value <= maximumWorkFactor
    else { throw .workFactor }
    return value
  }

  private static func wrapKey(
    _ passphrase: String, salt: [UInt8], workFactor: Int
  ) throws(SealingError) -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(passphrase.utf8), salt: Array("age-encryption.org/v1/scrypt".utf8) + salt,
        outputByteCount: 32, rounds: 1 << workFactor, blockSize: 8, parallelism: 1)
    } catch {
      throw .cryptography
    }
  }
}
