/// The scanner of delimited text for rows and cells (RFC 4180, and what programs write instead).
///
/// A quote opens a quoted cell only as its first character; anywhere else it is a character.
/// Doubled, it is a quote; what follows the closing one belongs to the cell. LF, CR LF and CR end a
/// row, also mixed, and stay as they are inside quotes. An empty line is no row, but counts.
///
/// The scanner keeps only its place: every call is given the same bytes.
struct DelimitedScanner {
  /// The line where a quote was opened that nothing closes; nil while all is well.
  private(set) var unclosedQuote: Int?
  private let separator: UInt8
  private var index: Int
  private var line: Int
  private var number = 0

  /// Starts at a byte offset, which must be the beginning of a line.
  init(separator: UInt8, from start: Int = 0, line: Int = 1) {
    self.separator = separator
    self.index = start
    self.line = line
  }

  /// Reads the next row that is not an empty line; nil at the end.
  mutating func next(in bytes: Span<UInt8>) -> TableRow? {
    while index < bytes.count {
      number += 1
      let start = line
      if skipLineEnd(in: bytes) { continue }
      return TableRow(number: number, line: start, cells: cells(in: bytes))
    }
    return nil
  }

  private mutating func cells(in bytes: Span<UInt8>) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(
        index < bytes.count && bytes[index] == quote ? quotedCell(in: bytes) : plainCell(in: bytes))
      guard index < bytes.count, bytes[index] == separator else {
        _ = skipLineEnd(in: bytes)
        return cells
      }
      index += 1
    }
  }

  /// Reads up to a separator or line end.
  private mutating func plainCell(in bytes: Span<UInt8>) -> String {
    let start = index
    while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
    return utf8Text(bytes.extracting(start..<index))
  }

  private mutating func quotedCell(in bytes: Span<UInt8>) -> String {
    let openingLine = line
    index += 1
    var pieces: [UInt8] = []
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        if index + 1 < bytes.count, bytes[index + 1] == quote {
          append(bytes.extracting(start..<index + 1), to: &pieces)
          index += 2
          start = index
          continue
        }
        return closed(pieces, start..<index, in: bytes)
      }
      if byte == lineFeed || byte == carriageReturn && !isLineFeed(at: index + 1, in: bytes) {
        line += 1
      }
      index += 1
    }
    unclosedQuote = openingLine
    return closed(pieces, start..<index, in: bytes)
  }

  /// Joins the parts of a quoted cell with what stands between its closing quote and its end.
  private mutating func closed(
    _ pieces: [UInt8], _ last: Range<Int>, in bytes: Span<UInt8>
  ) -> String {
    index = min(index + 1, bytes.count)
    let end = index
    while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
    if pieces.isEmpty, end == index { return utf8Text(bytes.extracting(last)) }
    var whole = pieces
    append(bytes.extracting(last), to: &whole)
    append(bytes.extracting(end..<index), to: &whole)
    return utf8Text(whole.span)
  }

  private func append(_ part: Span<UInt8>, to pieces: inout [UInt8]) {
    for place in part.indices { pieces.append(part[place]) }
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

  private func isLineFeed(at place: Int, in bytes: Span<UInt8>) -> Bool {
    place < bytes.count && bytes[place] == lineFeed
  }

  /// Moves past one line end, if there is one here.
  private mutating func skipLineEnd(in bytes: Span<UInt8>) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == carriageReturn {
      index += isLineFeed(at: index + 1, in: bytes) ? 2 : 1
    } else if bytes[index] == lineFeed {
      index += 1
    } else {
      return false
    }
    line += 1
    return true
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
