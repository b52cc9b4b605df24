package import Diagnostics
internal import Tables
internal import Glibc

/// Text out of bytes from outside: as they are, or not at all.
///
/// Swift repairs what is not UTF-8 with U+FFFD, and what somebody said would be gone for ever.
package enum UTF8Text {
  /// Throws `Diagnostic` with the encoding that the bytes probably have; `advice` says what to do
  /// with a name of an encoding.
  package static func require(
    _ bytes: [UInt8], from source: String, advice: (String) -> String
  ) throws(Diagnostic) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let known = utf16(bytes) ?? localeEncoding ?? LikelyEncoding.name(of: bytes)
    let words =
      known.map { "it looks like \($0)" }
      ?? "it may be windows-1256 (Arabic) or windows-1251 (Russian)"
    throw Diagnostic(
      rule: "text.utf8", at: SourceLocation(path: source),
      message: "this is no UTF-8 text; \(words)", hint: advice(known ?? "windows-1256"))
  }

  /// UTF-16, as editors of Windows write it: by its mark, or by the high bytes of the three scripts.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
    func isHigh(_ parity: Int) -> Bool {
      let places = stride(from: parity, to: bytes.count, by: 2)
      let high = places.count { [0, 4, 6].contains(bytes[$0]) }
      return high * 10 >= bytes.count / 2 * 9
    }
    return isHigh(1) ? "UTF-16LE" : isHigh(0) ? "UTF-16BE" : nil
  }

  /// The encoding that the locale names, when it is another than UTF-8.
  private static var localeEncoding: String? {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(Environment.current.variable).first,
      let name = locale.split(separator: ".").dropFirst().first?.prefix(while: { $0 != "@" })
    else { return nil }
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "": return nil
    case "cp1256", "windows1256": return "windows-1256"
    case "cp1251", "windows1251": return "windows-1251"
    case "koi8r": return "koi8-r"
    default: return String(name)
    }
  }
}
