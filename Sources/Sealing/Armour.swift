/// Sealed files as text: the strict PEM form of RFC 7468 with the label of age.
package enum Armour {
  private static let firstLine = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let lastLine = Array("-----END AGE ENCRYPTED FILE-----".utf8)

  /// Whether a file begins like an armoured one, white space aside.
  package static func isArmoured(_ file: [UInt8]) -> Bool {
    file[...].drop(while: isSpace).starts(with: firstLine)
  }

  /// Returns the text form of a sealed file.
  package static func encode(_ file: [UInt8]) -> [UInt8] {
    var text = firstLine + [UInt8(ascii: "\n")]
    var rest = file[...]
    while !rest.isEmpty {
      let line = rest.prefix(48)
      Base64.encode(line, into: &text)
      text += repeatElement(UInt8(ascii: "="), count: (3 - line.count % 3) % 3)
      text.append(UInt8(ascii: "\n"))
      rest = rest.dropFirst(line.count)
    }
    return text + lastLine + [UInt8(ascii: "\n")]
  }

  /// Returns the sealed file of a text form.
  ///
  /// Lines end with LF or CR LF; white space around the whole is allowed, nothing else is.
  package static func decode(_ text: [UInt8]) throws(SealingError) -> [UInt8] {
    var lines = Lines(trimmed(text))
    guard lines.next()?.elementsEqual(firstLine) == true else { throw .armour(.firstLine) }
    var file: [UInt8] = []
    file.reserveCapacity(text.count / 65 * 48 + 48)
    var isComplete = false
    while let line = lines.next() {
      if line.starts(with: "-----".utf8) {
        guard line.elementsEqual(lastLine), lines.isAtEnd else { throw .armour(.lastLine) }
        return file
      }
      guard !isComplete, (1...64).contains(line.count) else { throw .armour(.lineLength) }
      let symbols = withoutPadding(line)
      guard line.count % 4 == 0, Base64.decode(symbols, into: &file) else {
        throw .armour(.base64)
      }
      isComplete = symbols.count < 64
    }
    throw .armour(.lastLine)
  }

  /// Takes the `=` off that fill the last line up to a multiple of four.
  private static func withoutPadding(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.dropLast(line.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count)
  }

  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return text[first...last]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
