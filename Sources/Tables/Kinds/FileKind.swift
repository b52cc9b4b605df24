/// What a file is that holds no table of text.
enum FileKind: Sendable, Hashable {
  case empty
  case workbook
  case oldWorkbook
  case archive
  case encrypted
  case document(String)
  case picture
  case recording
  case json
  case xml
  case html
  case mail
  case chat
  case addresses
  case unknown

  /// The kind of a file; nil when it may be a table.
  ///
  /// By the marks with which files of a kind begin, then by the form of the first lines, whatever
  /// their encoding.
  static func of(_ bytes: Span<UInt8>) -> FileKind? {
    let beginning = bytes.extracting(0..<min(bytes.count, 1 << 13))
    if let kind = FileMark.kind(beginning, end: bytes) { return kind }
    let text = sketch(beginning)
    if text.allSatisfy(\.isWhitespace) { return bytes.count <= 1 << 13 ? .empty : nil }
    return TextForm.kind(text)
  }

  /// Whether bytes without a mark hold what no text of single bytes or of UTF-16 holds.
  static func isBinary(_ bytes: Span<UInt8>) -> Bool {
    var zeros = (even: 0, odd: 0)
    var controls = 0
    let count = min(bytes.count, 1 << 13)
    for index in 0..<count {
      switch bytes[index] {
      case 0: if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
      case 0x09, 0x0A, 0x0D: continue
      case 0x01..<0x20: controls += 1
      default: continue
      }
    }
    // The letters of UTF-16 have such bytes beside their zeros, and its ASCII zeros on one side.
    guard zeros == (0, 0) else {
      return min(zeros.even, zeros.odd) * 10 > max(zeros.even, zeros.odd)
    }
    return controls * 10 > count
  }

  /// The characters of ASCII in a text, with `x` for each byte of a letter beyond it.
  private static func sketch(_ bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    var start = 0
    if bytes.count >= 2, [0xFF, 0xFE].contains(bytes[0]), [0xFF, 0xFE].contains(bytes[1]) {
      start = 2
    } else if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      start = 3
    }
    for index in start..<bytes.count where bytes[index] != 0 {
      text.append(bytes[index] < 0x80 ? bytes[index] : UInt8(ascii: "x"))
    }
    return utf8Text(text.span)
  }
}
