import Crypto

/// The 128-bit key of one sealed file, from which its other keys come.
struct FileKey {
  static let size = 16
  let key: SymmetricKey

  init() { key = SymmetricKey(size: .bits128) }

  /// Takes a key that a stanza carried.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// Returns the authentication code of a header, given up to and with its `---`.
  func headerMAC(of header: ArraySlice<UInt8>) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: header, using: headerKey))
  }

  /// Whether the code is that of the header; takes the same time for every wrong code.
  func isHeaderMAC(_ code: [UInt8], of header: ArraySlice<UInt8>) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: header, using: headerKey)
  }

  private var headerKey: SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array("header".utf8), outputByteCount: 32)
  }

  /// Returns the key of the payload that follows a 16-byte nonce.
  func payloadKey(nonce: some Collection<UInt8>) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: Array(nonce), info: Array("payload".utf8), outputByteCount: 32)
  }
}
