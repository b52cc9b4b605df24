/// Finds the first byte that is no part of a well-formed UTF-8 sequence (RFC 3629).
func firstInvalidUTF8(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var index = start
  while index < bytes.count {
    let length = sequenceLength(bytes, at: index)
    guard length > 0 else { return index }
    index += length
  }
  return nil
}

/// The length of the UTF-8 sequence at an index; 0 when it is not well formed.
func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
  func isContinuation(_ step: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + step < bytes.count && range.contains(bytes[index + step])
  }
  switch bytes[index] {
  case 0..<0x80: return 1
  case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
  case 0xE0: return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : 0
  case 0xED: return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : 0
  case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : 0
  case 0xF0:
    return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : 0
  case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
  case 0xF4:
    return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : 0
  default: return 0
  }
}

/// Decodes UTF-8 strictly; the place of a fault counts characters.
func decodeUTF8(_ bytes: Span<UInt8>, from start: Int) -> Result<String, Undecodable> {
  if let fault = firstInvalidUTF8(bytes, from: start) {
    var place = Undecodable(line: 1, column: 1)
    for index in start..<fault where bytes[index] & 0xC0 != 0x80 {
      place.pass(UInt16(bytes[index]))
    }
    return .failure(place)
  }
  return .success(utf8Text(bytes.extracting(start..<bytes.count)))
}

/// Decodes UTF-16; `high` is the place of the more significant byte in each pair, 0 or 1.
func decodeUTF16(
  _ bytes: Span<UInt8>, from start: Int, high: Int
) -> Result<String, Undecodable> {
  var text = String.UnicodeScalarView()
  var place = Undecodable(line: 1, column: 1)
  var lead: UInt16?
  for index in stride(from: start, to: bytes.count, by: 2) {
    guard index + 1 < bytes.count else { return .failure(place) }
    let unit = UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    if let first = lead {
      guard unit & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(
          0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
      else { return .failure(place) }
      text.append(scalar)
      place.pass(unit)
      lead = nil
    } else if unit & 0xFC00 == 0xD800 {
      lead = unit
    } else {
      guard let scalar = Unicode.Scalar(unit) else { return .failure(place) }
      text.append(scalar)
      place.pass(unit)
    }
  }
  return lead == nil ? .success(String(text)) : .failure(place)
}

extension Undecodable {
  /// Moves past one character.
  mutating func pass(_ scalar: Unicode.Scalar) { pass(scalar == "\n" ? 0x0A : 0) }

  /// Moves past one unit of a character.
  fileprivate mutating func pass(_ unit: UInt16) {
    if unit == 0x0A {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

/// Copies bytes that are known to be UTF-8 into a string.
func utf8Text(_ bytes: Span<UInt8>) -> String {
  unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
}
