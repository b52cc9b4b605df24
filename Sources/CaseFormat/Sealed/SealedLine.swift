package import CaseModel

/// An event line with a sealed part, read without the rest of its file: thousands are opened for
/// one search.
package struct SealedLine: Sendable {
  /// The word under `do`.
  package let action: String
  /// Where the sealed part is.
  package let reference: SealReference
  /// Whether it is a step of a sensitive case.
  package let isSensitive: Bool

  /// Finds the lines of a case file that have a sealed part, in the order of the file.
  ///
  /// Only the canonical form is known here: what a line says otherwise has no entry that opens.
  package static func all(in bytes: [UInt8], _ layout: CaseFileLayout) -> [SealedLine] {
    bytes[layout.rest].split(separator: 0x0A).compactMap { line in
      guard line.first == UInt8(ascii: "{"),
        let entry = value(of: ",\"seal\":\"", in: line).flatMap(EntryID.init),
        let commitment = value(of: ",\"commitment\":\"", in: line),
        let digest = value(of: ",\"digest\":\"", in: line),
        let action = value(of: ",\"do\":\"", in: line)
      else { return nil }
      return SealedLine(
        action: action,
        reference: SealReference(entry: entry, commitment: commitment, digest: digest),
        isSensitive: start(of: ",\"actors\":[", in: line) != nil)
    }
  }

  /// The text behind a mark, up to the next quote: these values hold no escapes.
  private static func value(of mark: StaticString, in line: ArraySlice<UInt8>) -> String? {
    guard let start = start(of: mark, in: line),
      let end = line[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return String(decoding: line[start..<end], as: UTF8.self)
  }

  /// Where the bytes behind the first occurrence of a mark begin.
  private static func start(of mark: StaticString, in line: ArraySlice<UInt8>) -> Int? {
    let count = mark.utf8CodeUnitCount
    let text = line.span
    guard text.count >= count else { return nil }
    for start in 0...(text.count - count) where text[start] == UInt8(ascii: ",") {
      var length = 1
      while length < count, unsafe text[start + length] == mark.utf8Start[length] { length += 1 }
      if length == count { return line.startIndex + start + count }
    }
    return nil
  }
}
