/// An encoding in which a table may come.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1256 = "windows-1256"
  case windows1251 = "windows-1251"
  case koi8r = "koi8-r"

  /// Finds the encoding people mean by a name, in any case: `UTF8`, `cp1251`, `1256`, `koi8r`.
  package init?(named name: String) {
    let key = String(
      name.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " })
    switch key {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "utf16le", "ucs2le": self = .utf16LittleEndian
    case "utf16be", "ucs2be": self = .utf16BigEndian
    case "windows1256", "cp1256", "1256": self = .windows1256
    case "windows1251", "cp1251", "1251", "win1251": self = .windows1251
    case "koi8r", "koi8": self = .koi8r
    default: return nil
    }
  }

  /// The characters of the bytes from 0x80; nil when the encoding is not one byte a character.
  var codePage: [UInt16]? {
    switch self {
    case .windows1256: CodePage.windows1256
    case .windows1251: CodePage.windows1251
    case .koi8r: CodePage.koi8r
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    }
  }
}
