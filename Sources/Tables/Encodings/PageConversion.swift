internal import Glibc

/// The conversion of bytes in one of the C library's code pages to text (iconv, POSIX.1-2017).
///
/// The only caller of iconv; no pointer leaves it.
enum PageConversion {
  /// Whether the C library has a page of this name.
  static func isKnown(_ page: String) -> Bool {
    guard let converter = unsafe opened(page) else { return false }
    unsafe _ = iconv_close(converter)
    return true
  }

  /// Decodes bytes from an offset on; the place of a fault counts characters.
  static func text(
    _ bytes: Span<UInt8>, from start: Int, page: String
  ) -> Result<String, Undecodable> {
    let (output, isWhole) = converted(bytes.extracting(start..<bytes.count), page)
    let text = utf8Text(output.span)
    guard isWhole else {
      var place = Undecodable(line: 1, column: 1)
      for scalar in text.unicodeScalars { place.pass(scalar) }
      return .failure(place)
    }
    return .success(text)
  }

  /// The UTF-8 of all bytes, or of those before the first that is no character of the page.
  private static func converted(
    _ bytes: Span<UInt8>, _ page: String
  ) -> (output: [UInt8], isWhole: Bool) {
    guard let converter = unsafe opened(page) else { return ([], false) }
    defer { unsafe _ = iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var isWhole = true
    unsafe bytes.withUnsafeBufferPointer { input in
      let base = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)
      var next = unsafe base?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0, isWhole {
        isWhole = unsafe step(converter, &next, &left, &output) || errno == E2BIG
      }
      // Some pages hold a letter back until they know that no accent follows it.
      if isWhole { unsafe _ = step(converter, nil, nil, &output) }
    }
    return (output, isWhole)
  }

  /// Converts until the input or the room for output ends; false with `errno` when it stopped.
  @unsafe private static func step(
    _ converter: iconv_t, _ next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ left: UnsafeMutablePointer<Int>?, _ output: inout [UInt8]
  ) -> Bool {
    var isDone = false
    let size = 1 << 14
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
      var place = buffer.baseAddress
      var room = size
      isDone = unsafe iconv(converter, next, left, &place, &room) != failure
      let reason = errno
      for index in 0..<(size - room) { unsafe output.append(UInt8(bitPattern: buffer[index])) }
      errno = reason
    }
    return isDone
  }

  @unsafe private static func opened(_ page: String) -> iconv_t? {
    let converter = unsafe iconv_open("UTF-8", page)
    // The C library says (iconv_t) -1 where there is no such page.
    return unsafe Int(bitPattern: converter) == -1 ? nil : converter
  }

  private static let failure = Int(bitPattern: UInt.max)
}
