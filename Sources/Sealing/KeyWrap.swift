import Crypto

/// A file key inside the body of a stanza: ChaCha20-Poly1305 with a zero nonce.
///
/// The nonce may be fixed since every wrap key is used once.
enum KeyWrap {
  /// Bytes of a body: the file key and a tag.
  static let size = FileKey.size + 16
  private static let nonce = [UInt8](repeating: 0, count: 12)

  static func seal(_ fileKey: FileKey, with key: SymmetricKey) throws(SealingError) -> [UInt8] {
    do {
      let nonce = try ChaChaPoly.Nonce(data: nonce)
      let plain = unsafe fileKey.key.withUnsafeBytes { unsafe Array($0) }
      let box = try ChaChaPoly.seal(plain, using: key, nonce: nonce)
      return Array(box.combined.dropFirst(12))
    } catch {
      throw .cryptography
    }
  }

  /// Returns nil if the key does not open the body.
  static func open(_ body: [UInt8], with key: SymmetricKey) -> FileKey? {
    guard body.count == size, let box = try? ChaChaPoly.SealedBox(combined: nonce + body),
      let plain = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    return FileKey(Array(plain))
  }
}
