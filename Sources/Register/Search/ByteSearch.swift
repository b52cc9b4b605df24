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
  func holds(_ sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    var start = 0
    while start <= count - sequence.count {
      if self[start] == first, sequence.indices.allSatisfy({ self[start + $0] == sequence[$0] }) {
        return true
      }
      start += 1
    }
    return false
  }
}
