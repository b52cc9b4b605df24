package import CaseModel
package import Diagnostics

/// An event line with a sealed part, read without the rest of its file: thousands are opened for
/// one search.
package struct SealedLine: Sendable {
  /// The word under `do`.
  package let action: String
  /// Where the sealed part is.
  package let reference: SealReference
  /// Whether it is a step of a sensitive case.
  package let isSensitive: Bool

  private static let mark = Array(",\"seal\":\"".utf8)

  /// Finds the lines of a case file that have a sealed part, in the order of the file.
  package static func all(
    in bytes: [UInt8], _ layout: CaseFileLayout, path: String
  ) throws(Diagnostic) -> [SealedLine] {
    var found: [SealedLine] = []
    for line in bytes[layout.rest].split(separator: 0x0A)
    where line.first == UInt8(ascii: "{") && holdsMark(line) {
      let fields = try JSONReader.object(line, path: path, line: layout.titleLine)
      guard let entry = fields["seal"]?.text.flatMap(EntryID.init),
        let commitment = fields["commitment"]?.text, let digest = fields["digest"]?.text
      else { continue }
      found.append(
        SealedLine(
          action: fields["do"]?.text ?? "",
          reference: SealReference(entry: entry, commitment: commitment, digest: digest),
          isSensitive: fields["actors"] != nil))
    }
    return found
  }

  private static func holdsMark(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = mark.span
    let text = line.span
    guard text.count >= mark.count else { return false }
    for start in 0...(text.count - mark.count) where text[start] == mark[0] {
      var length = 1
      while length < mark.count, text[start + length] == mark[length] { length += 1 }
      if length == mark.count { return true }
    }
    return false
  }
}
