package import Diagnostics

/// Where the parts of a case file lie: front matter, title, texts, events.
///
/// Nothing is interpreted here; a list of ten thousand cases looks no further than the title.
package struct CaseFileLayout {
  /// The lines between the two `---`, the last line's end included.
  package let frontMatter: Range<Int>
  /// What stands after `# `.
  package let title: Range<Int>
  /// Everything after the title's line.
  package let rest: Range<Int>
  /// The number of the title's line, from 1.
  package let titleLine: Int

  /// The largest file that is read, in bytes.
  package static let maximumSize = 1 << 20

  /// Copies a file up to the end of its title: all that a list needs.
  ///
  /// A file that is not laid out as a case is copied as a whole, so that the reader can say why.
  package static func head(of bytes: Span<UInt8>) -> [UInt8] {
    var fences = 0
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      if fences == 2 { return copy(bytes, upTo: index + 1) }
      let isDashes = (start..<index).allSatisfy { bytes[$0] == UInt8(ascii: "-") }
      if index - start == 3, isDashes { fences += 1 }
      start = index + 1
    }
    return copy(bytes, upTo: bytes.count)
  }

  private static func copy(_ bytes: Span<UInt8>, upTo end: Int) -> [UInt8] {
    unsafe bytes.extracting(0..<end).withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Finds the parts; each problem names the line.
  package init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
    func problem(_ line: Int, _ message: String, hint: String) -> Diagnostic {
      Diagnostic(
        rule: "file.layout", at: SourceLocation(path: path, line: line, column: 1),
        message: message, hint: hint)
    }
    guard bytes.count <= Self.maximumSize else {
      throw Diagnostic(
        rule: "file.size", at: SourceLocation(path: path, line: 1, column: 1),
        message: "the file is larger than 1 MiB", hint: "a case file holds text only")
    }
    var lines = LineCursor(bytes)
    guard let first = lines.next(), Self.isFence(bytes, first) else {
      guard !bytes.starts(with: "---\r\n".utf8) else {
        throw problem(
          1, "the lines end in CR LF, as some editors write them; a case file has LF",
          hint: "undo the edit: `git checkout HEAD -- \(path)`, and turn off CR LF in the editor")
      }
      throw problem(
        1, "a case file begins with a line ---",
        hint:
          "undo the edit: `git checkout HEAD -- \(path)`; files that are no cases do not belong here"
      )
    }
    let start = lines.position
    while true {
      guard let line = lines.next() else {
        throw problem(
          lines.number, "the front matter has no closing line ---",
          hint: "undo the edit: `git checkout HEAD -- \(path)`")
      }
      if Self.isFence(bytes, line) {
        frontMatter = start..<line.lowerBound
        break
      }
    }
    guard let line = lines.next(), line.count > 2, bytes[line.lowerBound] == UInt8(ascii: "#"),
      bytes[line.lowerBound + 1] == UInt8(ascii: " ")
    else {
      throw problem(
        lines.number, "the line after the front matter must be the title: “# …”",
        hint: "undo the edit: `git checkout HEAD -- \(path)`")
    }
    title = (line.lowerBound + 2)..<line.upperBound
    titleLine = lines.number
    rest = lines.position..<bytes.count
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    line.count == 3 && line.allSatisfy { bytes[$0] == UInt8(ascii: "-") }
  }
}

/// A cursor over lines that end in LF.
struct LineCursor {
  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var position = 0
  /// The number of the line that was returned last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the next line without its end; nil after the last one.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    position = min(end + 1, bytes.count)
    number += 1
    return start..<end
  }
}
