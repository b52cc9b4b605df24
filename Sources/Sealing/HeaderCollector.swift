/// The bytes of a stream, gathered until its header and nonce are complete.
struct HeaderCollector {
  private var bytes: [UInt8] = []
  /// Where the line begins that is being searched for its end.
  private var lineStart = 0
  /// How far it has been searched.
  private var searched = 0
  private var end: Int?

  /// - Throws: `damagedHeader` as soon as the bytes cannot be a header any more.
  mutating func append(_ more: [UInt8]) throws(SealingError) {
    bytes += more
    findEnd()
    if end == nil, bytes.count > Header.maximumSize { throw .damagedHeader(.tooLarge) }
    guard bytes.starts(with: Header.firstLine) || Header.firstLine.starts(with: bytes) else {
      throw .damagedHeader(.firstLine)
    }
  }

  /// Returns the header, the nonce and what follows, or nil while something is missing.
  func complete() throws(SealingError) -> (Header, nonce: ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    guard end != nil else { return nil }
    let header = try Header(reading: bytes)
    let payload = bytes[header.end...]
    guard payload.count >= PayloadStream.nonceSize else { return nil }
    return (
      header, payload.prefix(PayloadStream.nonceSize), payload.dropFirst(PayloadStream.nonceSize)
    )
  }

  /// What is wrong with a file that ends here.
  var faultAtEnd: SealingError {
    do {
      _ = try Header(reading: bytes)
      return .damagedHeader(.incomplete)
    } catch {
      return error
    }
  }

  private mutating func findEnd() {
    while end == nil, let newline = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
      if bytes[lineStart..<newline].starts(with: Header.endMark) { end = newline + 1 }
      lineStart = newline + 1
      searched = lineStart
    }
    if end == nil { searched = bytes.count }
  }
}
