/// A sequence of bytes, not empty, that is looked for in many files (Horspool's search).
///
/// Figures look through every file of a register: most bytes are stepped over without a look.
package struct BytePattern {
  private let bytes: [UInt8]
  /// How far to go on from a place whose last byte is this one.
  private let steps: [Int]

  /// How many bytes it has.
  package var length: Int { bytes.count }

  /// Takes the letters of a text.
  package init(_ text: StaticString) {
    self.init(Array("\(text)".utf8))
  }

  /// Takes bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var steps = [Int](repeating: bytes.count, count: 256)
    for (index, byte) in bytes.dropLast().enumerated() {
      steps[Int(byte)] = bytes.count - 1 - index
    }
    self.steps = steps
  }

  /// Where the pattern first occurs within a range.
  fileprivate func firstIndex(in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let (pattern, steps) = (bytes.span, steps.span)
    let last = pattern.count - 1
    var end = range.lowerBound + last
    while end < range.upperBound {
      let byte = text[end]
      if byte == pattern[last] {
        var matched = 0
        while matched < last, text[end - last + matched] == pattern[matched] { matched += 1 }
        if matched == last { return end - last }
      }
      end += steps[Int(byte)]
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether a pattern occurs.
  package func holds(_ pattern: BytePattern) -> Bool { index(of: pattern, in: 0..<count) != nil }

  /// Where a pattern first occurs within a range.
  package func index(of pattern: BytePattern, in range: Range<Int>) -> Int? {
    pattern.firstIndex(in: self, range)
  }

  /// Where a pattern last occurs at or after a place.
  package func lastIndex(of pattern: BytePattern, from start: Int) -> Int? {
    var (last, next) = (Int?.none, start)
    while let found = index(of: pattern, in: next..<count) { (last, next) = (found, found + 1) }
    return last
  }

  /// Where the line begins that a place is in.
  package func beginOfLine(before place: Int) -> Int {
    var start = place
    while start > 0, self[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// Where the line ends that a place is in.
  package func endOfLine(from start: Int) -> Int {
    var end = start
    while end < count, self[end] != 0x0A { end += 1 }
    return end
  }
}
