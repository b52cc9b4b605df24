import Crypto
internal import Text

/// What is inside one sealed file of the register: a head in words, the payload, padding.
///
/// ```
/// daftar-seal-v1
/// entry: 0h7k2m4n6p8q0r2t
/// case: 2611-7KQ4-M2XC
/// kind: account
/// salt: <64 hexadecimal digits>
/// length: 123
///
/// <the payload><zero bytes up to the padded size>
/// ```
package struct SealedEntry: Hashable, Sendable {
  static let version = "daftar-seal-v1"

  /// Sixteen symbols, made at random.
  package let entry: String
  /// The case it belongs to.
  package let caseID: String
  /// What it is, in a word of the register.
  package let kind: String
  /// Thirty-two random bytes, the key of the commitment.
  package let salt: [UInt8]
  package let payload: [UInt8]

  /// Makes an entry with a new salt.
  ///
  /// - Throws: `entryLayout` if the entry's id, the case or the kind is not of its form.
  package init(
    entry: String, case caseID: String, kind: String, payload: [UInt8]
  ) throws(SealingError) {
    try self.init(
      entry: entry, caseID: caseID, kind: kind, salt: SecureRandom.bytes(32), payload: payload)
  }

  init(
    entry: String, caseID: String, kind: String, salt: [UInt8], payload: [UInt8]
  ) throws(SealingError) {
    guard EntryForm.isEntry(entry) else { throw .entryLayout(.entry) }
    guard EntryForm.isCase(caseID) else { throw .entryLayout(.caseID) }
    guard EntryForm.isKind(kind) else { throw .entryLayout(.kind) }
    guard salt.count == 32 else { throw .entryLayout(.salt) }
    (self.entry, self.caseID, self.kind) = (entry, caseID, kind)
    (self.salt, self.payload) = (salt, payload)
  }

  /// What is sealed: head, payload and padding.
  package var plaintext: [UInt8] {
    let head = """
      \(Self.version)
      entry: \(entry)
      case: \(caseID)
      kind: \(kind)
      salt: \(Hexadecimal.text(salt))
      length: \(payload.count)


      """
    var plaintext = Array(head.utf8)
    let count = plaintext.count + payload.count
    let size = PaddedSize.holding(count)
    plaintext.reserveCapacity(size)
    plaintext += payload
    plaintext += repeatElement(0, count: size - count)
    return plaintext
  }

  /// What the register records of the entry: it proves later what was sealed, and says nothing
  /// about it once the salt is erased.
  ///
  /// HMAC-SHA256 with the salt as key over version, entry, case, kind and the payload's SHA-256,
  /// as 64 lower-case hexadecimal digits. All parts but the kind have a fixed length, so that no
  /// two entries give the same text.
  package var commitment: String {
    var mac = HMAC<SHA256>(key: SymmetricKey(data: salt))
    mac.update(data: Array((Self.version + entry + caseID + kind).utf8))
    mac.update(data: Array(SHA256.hash(data: payload)))
    return Hexadecimal.text(mac.finalize())
  }

  /// Makes the id of a new entry: 80 random bits as sixteen symbols.
  package static func makeID() -> String {
    let symbols = SecureRandom.bytes(16).map { EntryForm.symbols[Int($0 & 31)] }
    return String(decoding: symbols, as: UTF8.self)
  }
}

extension SealedEntry: CustomStringConvertible, CustomReflectable {
  /// Names the entry and does not show the payload.
  package var description: String { "\(kind) \(entry) of \(caseID)" }
  package var customMirror: Mirror { Mirror(self, children: ["entry": description]) }
}
