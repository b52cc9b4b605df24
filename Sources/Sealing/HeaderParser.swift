/// The parser of a header, line by line, after the grammar of the age format.
struct HeaderParser {
  private let bytes: [UInt8]
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    rest = bytes.prefix(Header.maximumSize)
  }

  mutating func header() throws(SealingError) -> Header {
    try firstLine()
    var stanzas: [Stanza] = []
    while true {
      let start = rest.startIndex
      let line = try self.line()
      if line.starts(with: Header.endMark) {
        guard !stanzas.isEmpty else { throw .damagedHeader(.stanza) }
        return Header(
          stanzas: stanzas, authenticated: bytes[..<(start + Header.endMark.count)],
          mac: try mac(line))
      }
      guard stanzas.count < Header.maximumStanzas else { throw .damagedHeader(.tooLarge) }
      stanzas.append(Stanza(arguments: try arguments(line), body: try body()))
    }
  }

  private mutating func firstLine() throws(SealingError) {
    guard rest.starts(with: Header.firstLine) else {
      let isCutShort = Header.firstLine.starts(with: rest)
      throw .damagedHeader(isCutShort ? .incomplete : .firstLine)
    }
    rest = rest.dropFirst(Header.firstLine.count)
  }

  private mutating func line() throws(SealingError) -> ArraySlice<UInt8> {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      throw .damagedHeader(bytes.count > Header.maximumSize ? .tooLarge : .incomplete)
    }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// `-> ` and words of visible characters with one space between them.
  private func arguments(_ line: ArraySlice<UInt8>) throws(SealingError) -> [ArraySlice<UInt8>] {
    guard line.starts(with: "-> ".utf8) else { throw .damagedHeader(.stanza) }
    let words = line.dropFirst(3).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
      throw .damagedHeader(.stanza)
    }
    return words
  }

  /// Full lines of 64 columns, then a shorter one.
  private mutating func body() throws(SealingError) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(48)
    while true {
      let line = try self.line()
      guard line.count <= 64 else { throw .damagedHeader(.stanza) }
      guard Base64.decode(line, into: &body) else { throw .damagedHeader(.base64) }
      if line.count < 64 { return body }
    }
  }

  /// `--- ` and the 43 symbols of a 32-byte code.
  private func mac(_ line: ArraySlice<UInt8>) throws(SealingError) -> [UInt8] {
    guard line.starts(with: "--- ".utf8), let mac = Base64.decode(line.dropFirst(4)),
      mac.count == 32
    else { throw .damagedHeader(.endLine) }
    return mac
  }
}
