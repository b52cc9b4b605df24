internal import Text

extension SealedEntry {
  /// Reads what was sealed, in exactly the layout that `plaintext` writes.
  ///
  /// - Throws: `entryLayout` with the part that is wrong.
  package init(reading plaintext: [UInt8]) throws(SealingError) {
    var rest = plaintext[...]
    guard Self.line(of: &rest) == Self.version else { throw .entryLayout(.version) }
    let entry = try Self.value("entry", of: &rest, .entry)
    let caseID = try Self.value("case", of: &rest, .caseID)
    let kind = try Self.value("kind", of: &rest, .kind)
    let digits = try Self.value("salt", of: &rest, .salt)
    guard let salt = Hexadecimal.bytes(digits.utf8, onlyLowerCase: true) else {
      throw .entryLayout(.salt)
    }
    guard let length = EntryForm.length(try Self.value("length", of: &rest, .length)) else {
      throw .entryLayout(.length)
    }
    guard Self.line(of: &rest) == "" else { throw .entryLayout(.separator) }
    guard length <= rest.count else { throw .entryLayout(.length) }
    let payload = rest.prefix(length)
    guard plaintext.count == PaddedSize.holding(payload.endIndex) else { throw .entryLayout(.size) }
    guard rest.dropFirst(length).allSatisfy({ $0 == 0 }) else { throw .entryLayout(.padding) }
    try self.init(entry: entry, caseID: caseID, kind: kind, salt: salt, payload: Array(payload))
  }

  private static func value(
    _ name: String, of rest: inout ArraySlice<UInt8>, _ part: SealingError.EntryPart
  ) throws(SealingError) -> String {
    let line = line(of: &rest)
    guard let line, line.hasPrefix(name + ": ") else { throw .entryLayout(part) }
    return String(line.dropFirst(name.count + 2))
  }

  /// Takes a line off; nil if there is none of a reasonable length in plain ASCII.
  private static func line(of rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.prefix(100).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = rest[..<end]
    guard line.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    rest = rest[(end + 1)...]
    return String(decoding: line, as: UTF8.self)
  }
}
