/// The bytes with which files of a kind begin.
enum FileMark {
  /// The kind that a mark names; `whole` is looked through for what a packed file contains.
  static func kind(_ beginning: Span<UInt8>, end whole: Span<UInt8>) -> FileKind? {
    if starts(beginning, "PK\u{3}\u{4}") || starts(beginning, "PK\u{5}\u{6}") {
      return packed(whole)
    }
    for (mark, kind) in texts where starts(beginning, mark) { return kind }
    for (mark, kind) in marks where starts(beginning, mark) { return kind }
    // Pictures and films of telephones name their kind behind a length.
    guard beginning.count > 12, starts(beginning.extracting(4..<12), "ftyp") else { return nil }
    let brand = utf8Text(beginning.extracting(8..<12))
    return ["heic", "heix", "mif1", "avif", "msf1"].contains(brand) ? .picture : .recording
  }

  private static let texts: [(mark: String, kind: FileKind)] = [
    ("%PDF-", .document("PDF")), ("{\\rtf", .document("RTF")), ("GIF8", .picture),
    ("\u{7F}ELF", .unknown), ("SQLite format 3", .unknown), ("Rar!", .archive),
    ("OggS", .recording), ("ID3", .recording), ("#!AMR", .recording),
    ("age-encryption.org/", .encrypted), ("-----BEGIN AGE ENCRYPTED", .encrypted),
    ("-----BEGIN PGP", .encrypted), ("BEGIN:VCARD", .addresses), ("BEGIN:VCALENDAR", .addresses),
  ]

  private static let marks: [(mark: [UInt8], kind: FileKind)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook), ([0x89, 0x50, 0x4E, 0x47], .picture),
    ([0xFF, 0xD8, 0xFF], .picture), ([0x49, 0x49, 0x2A, 0x00], .picture),
    ([0x4D, 0x4D, 0x00, 0x2A], .picture), ([0x1F, 0x8B], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive), ([0x42, 0x5A, 0x68], .archive),
    ([0xFD, 0x37, 0x7A, 0x58], .archive), ([0x52, 0x49, 0x46, 0x46], .picture),
  ]

  /// What lies in a zip file, by the names of its parts, which stand unpacked in it.
  private static func packed(_ bytes: Span<UInt8>) -> FileKind {
    let names = [
      ("xl/", FileKind.workbook), ("opendocument.spreadsheet", .workbook),
      ("word/", .document("Word")), ("opendocument.text", .document("Writer")),
    ]
    for (name, kind) in names where contains(bytes, Array(name.utf8)) { return kind }
    return .archive
  }

  private static func starts(_ bytes: Span<UInt8>, _ mark: String) -> Bool {
    starts(bytes, Array(mark.utf8))
  }

  private static func starts(_ bytes: Span<UInt8>, _ mark: [UInt8]) -> Bool {
    bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
  }

  /// Looks in the first and the last part of a file: a zip file names its parts in both.
  private static func contains(_ bytes: Span<UInt8>, _ wanted: [UInt8]) -> Bool {
    let reach = 1 << 16
    for start in 0..<max(0, bytes.count - wanted.count + 1)
    where start < reach || start >= bytes.count - reach {
      if wanted.indices.allSatisfy({ bytes[start + $0] == wanted[$0] }) { return true }
    }
    return false
  }
}
