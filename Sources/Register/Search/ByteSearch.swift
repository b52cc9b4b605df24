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
