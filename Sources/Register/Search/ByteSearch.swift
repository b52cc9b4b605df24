extension ArraySlice<UInt8> {
  /// Where the last occurrence of a sequence of bytes begins.
  func lastIndex(ofSequence sequence: [UInt8]) -> Int? {
    guard count >= sequence.count else { return nil }
    var start = endIndex - sequence.count
    while start >= startIndex {
      if self[start] == sequence[0], self[start...].starts(with: sequence) { return start }
      start -= 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether a sequence of bytes, not empty, occurs.
  func holds(_ sequence: [UInt8]) -> Bool { index(of: sequence, in: 0..<count) != nil }

  /// Where a sequence of bytes, not empty, first occurs within a range.
  func index(of sequence: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = sequence.first else { return nil }
    var start = range.lowerBound
    while start <= range.upperBound - sequence.count {
      if self[start] == first, sequence.indices.allSatisfy({ self[start + $0] == sequence[$0] }) {
        return start
      }
      start += 1
    }
    return nil
  }
}
