/// An encoding in which a table may come: UTF-8, UTF-16, or any page of the C library.
package struct TextEncoding: Sendable, Hashable {
  /// The name as maps and messages write it.
  package let name: String

  package static let utf8 = TextEncoding("utf-8")
  package static let utf16LittleEndian = TextEncoding("utf-16le")
  package static let utf16BigEndian = TextEncoding("utf-16be")
  package static let windows1250 = TextEncoding("windows-1250")
  package static let windows1251 = TextEncoding("windows-1251")
  package static let windows1252 = TextEncoding("windows-1252")
  package static let windows1254 = TextEncoding("windows-1254")
  package static let windows1256 = TextEncoding("windows-1256")
  package static let latin2 = TextEncoding("iso-8859-2")
  package static let isoCyrillic = TextEncoding("iso-8859-5")
  package static let isoArabic = TextEncoding("iso-8859-6")
  package static let koi8r = TextEncoding("koi8-r")
  package static let dosCyrillic = TextEncoding("cp866")
  package static let macintosh = TextEncoding("macintosh")

  private init(_ name: String) { self.name = name }

  /// Finds the encoding people mean by a name, in any case: `UTF8`, `cp1251`, `1256`, `latin1`.
  ///
  /// `utf-16` is the one whose low byte comes first, unless the mark of the file says the other.
  /// Nil for what the C library does not know.
  package init?(named name: String) {
    let lower = name.lowercased()
    // iconv would take words behind a stroke as orders, such as to leave out what it cannot read.
    let isPlain = lower.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_.: ".utf8.contains(byte)
    }
    guard isPlain, !lower.isEmpty, lower.count <= 40 else { return nil }
    let key = lower.filter { !"-_.: ".contains($0) }
    let spelled = Self.usualNames[key] ?? Self.numbered(key) ?? lower
    let own = [Self.utf8, .utf16LittleEndian, .utf16BigEndian].first { $0.name == spelled }
    if let own {
      self = own
    } else if PageConversion.isKnown(spelled) {
      self.init(spelled)
    } else {
      return nil
    }
  }

  private static let usualNames = [
    "utf8": "utf-8", "utf8bom": "utf-8", "utf8sig": "utf-8", "utf16": "utf-16le",
    "ucs2": "utf-16le", "unicode": "utf-16le", "utf16le": "utf-16le", "ucs2le": "utf-16le",
    "utf16be": "utf-16be", "ucs2be": "utf-16be", "koi8": "koi8-r", "koi8r": "koi8-r",
    "koi8u": "koi8-u", "mac": "macintosh", "macroman": "macintosh", "macintosh": "macintosh",
    "latin1": "iso-8859-1", "latin2": "iso-8859-2", "latin5": "iso-8859-9",
    "latin9": "iso-8859-15", "sjis": "shift_jis", "shiftjis": "shift_jis",
  ]

  /// A page by its number: `1256`, `cp1251` and `win1251` are Windows', `iso88596` is ISO's.
  private static func numbered(_ key: String) -> String? {
    for (prefix, family) in [("iso8859", "iso-8859-"), ("windows", ""), ("win", ""), ("cp", "")] {
      guard key.hasPrefix(prefix), let number = Int(key.dropFirst(prefix.count)) else { continue }
      return family.isEmpty ? page(number) : family + String(number)
    }
    return Int(key).map(page)
  }

  private static func page(_ number: Int) -> String {
    (1250...1258).contains(number) ? "windows-\(number)" : "cp\(number)"
  }
}
