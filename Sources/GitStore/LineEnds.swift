/// Line ends of texts, which git changes on some computers (`core.autocrlf`).
package enum LineEnds {
  /// Whether a text has a line that ends with CR LF; false for what holds a zero byte, as git judges.
  package static func hasCarriageReturns(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(0x0D), !bytes.contains(0) else { return false }
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0x0D && $1 == 0x0A }
  }

  /// The same text with every CR LF as LF.
  package static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte != 0x0D || !isBeforeLineFeed { result.append(byte) }
    }
    return result
  }
}
