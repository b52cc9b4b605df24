/// The text with CR LF and CR as LF, and without the control characters that no text needs.
///
/// C0 (except tab and line feed), DEL and C1 go: some of them steer terminals and old parsers.
func withoutControls(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var previousWasReturn = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0D: result.append("\n")
    case 0x0A: if !previousWasReturn { result.append("\n") }
    case 0x09: result.append(scalar)
    case 0..<0x20, 0x7F..<0xA0: break
    default: result.append(scalar)
    }
    previousWasReturn = scalar.value == 0x0D
  }
  return String(result)
}

/// Whether a link may stand on a page: `https://…` or `mailto:…`, nothing relative, nothing else.
func isSafeAddress(_ address: String) -> Bool {
  let start = address.prefix(8).lowercased()
  return start.hasPrefix("https://") || start.hasPrefix("mailto:")
}

/// Whether a text is safe to hand to libcmark.
///
/// Versions before 0.30.3 take quadratic time for some runs of brackets and stars; a paragraph that
/// holds thousands of them is no prose, and is shown as it stands.
func isWorthParsing(_ text: String) -> Bool {
  let longest = 1 << 20
  let mostMarks = 2_048
  guard text.utf8.count <= longest else { return false }
  var marks = 0
  var lineIsBlank = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\n"):
      if lineIsBlank { marks = 0 }
      lineIsBlank = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"): break
    case UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"):
      marks += 1
      lineIsBlank = false
      if marks > mostMarks { return false }
    default: lineIsBlank = false
    }
  }
  return true
}
