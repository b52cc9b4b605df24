internal import CUtf8proc

/// Composes a text (Unicode normalisation form C, UAX #15).
///
/// The ids of events depend on these bytes: they come from utf8proc, whose tables are those of
/// Unicode 15, and not from whatever the compiler's library knows. A scalar that came later is let
/// through as it is where it stands in a file; new texts hold none (``normalisedText(_:path:)``).
package func nfc(_ text: String) -> String {
  // Everything below U+0300 is composed already: most case files are only tested.
  if text.utf8.allSatisfy({ $0 < 0xCC }) { return text }
  return Composition.composed(text) ?? text
}

/// What utf8proc knows of characters.
enum Composition {
  /// The composed text; nil where the library has no memory for it.
  static func composed(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes -> String? in
      var result: UnsafeMutablePointer<UInt8>?
      let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue
      let count = unsafe utf8proc_map(
        bytes.baseAddress, bytes.count, &result, utf8proc_option_t(rawValue: options))
      guard let start = unsafe result else { return nil }
      defer { unsafe free(start) }
      guard count >= 0 else { return nil }
      return unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  /// The first scalar that Unicode 15 does not assign, and the byte at which it begins.
  static func firstUnassigned(in text: String) -> (offset: Int, scalar: Unicode.Scalar)? {
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x370, !isAssigned(scalar) { return (offset, scalar) }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// Whether Unicode 15 assigns a scalar; noncharacters and private ones count as assigned.
  static func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
    utf8proc_category(Int32(scalar.value)) != UTF8PROC_CATEGORY_CN
      || scalar.properties.isNoncharacterCodePoint
  }
}
