import Crypto

/// The payload of a sealed file, chunk by chunk: STREAM with ChaCha20-Poly1305.
///
/// The nonce of a chunk is its number in 11 bytes, big endian, and a byte that is 1 for the last
/// chunk: chunks cannot be exchanged, dropped or added.
struct PayloadStream {
  static let nonceSize = 16
  static let chunkSize = 65536
  static let tagSize = 16
  static let sealedChunkSize = chunkSize + tagSize

  private let key: SymmetricKey
  private var number: UInt64 = 0

  init(_ fileKey: FileKey, nonce: some Collection<UInt8>) {
    key = fileKey.payloadKey(nonce: nonce)
  }

  /// Seals the next chunk and appends it.
  mutating func seal(
    _ chunk: ArraySlice<UInt8>, isLast: Bool, into sealed: inout [UInt8]
  ) throws(SealingError) {
    do {
      let nonce = try ChaChaPoly.Nonce(data: nonce(isLast: isLast))
      let box = try ChaChaPoly.seal(chunk, using: key, nonce: nonce)
      sealed.append(contentsOf: box.combined.dropFirst(12))
    } catch {
      throw .cryptography
    }
    try advance()
  }

  /// Appends the content of the next chunk, once its tag has been checked.
  ///
  /// - Throws: `damagedPayload` for a chunk that was changed, that is empty without being the only
  ///   one, or that was the last when it was sealed and has followers now; `truncated` if it had
  ///   followers and has none now. In the two latter cases its authentic content is appended.
  mutating func open(
    _ chunk: ArraySlice<UInt8>, isLast: Bool, into content: inout [UInt8]
  ) throws(SealingError) {
    guard chunk.count >= Self.tagSize else { throw .truncated }
    guard let plain = opened(chunk, isLast: isLast) else {
      guard chunk.count == Self.sealedChunkSize, let misplaced = opened(chunk, isLast: !isLast)
      else { throw .damagedPayload }
      content.append(contentsOf: misplaced)
      throw isLast ? .truncated : .damagedPayload
    }
    guard !plain.isEmpty || number == 0 else { throw .damagedPayload }
    content.append(contentsOf: plain)
    try advance()
  }

  private func opened(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> [UInt8]? {
    guard let box = try? ChaChaPoly.SealedBox(combined: nonce(isLast: isLast) + chunk),
      let content = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    return Array(content)
  }

  private func nonce(isLast: Bool) -> [UInt8] {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    return [0, 0, 0] + counter + [isLast ? 1 : 0]
  }

  private mutating func advance() throws(SealingError) {
    let (next, overflow) = number.addingReportingOverflow(1)
    guard !overflow else { throw .cryptography }
    number = next
  }
}
