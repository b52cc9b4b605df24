package import CaseModel
internal import Glibc

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
    var found: [SealedLine] = []
    unsafe bytes.withUnsafeBytes { file in
      var rest = unsafe file[layout.rest]
      while unsafe !rest.isEmpty {
        let end = unsafe index(of: "\n", in: rest) ?? rest.endIndex
        let line = unsafe rest.prefix(upTo: end)
        if let seal = unsafe SealedLine(reading: line) { found.append(seal) }
        unsafe rest = rest.dropFirst(line.count + 1)
      }
    }
    return found
  }

  private init?(reading line: Slice<UnsafeRawBufferPointer>) {
    guard unsafe line.first == UInt8(ascii: "{"),
      let entry = unsafe Self.value(of: ",\"seal\":\"", in: line).flatMap(EntryID.init),
      let commitment = unsafe Self.value(of: ",\"commitment\":\"", in: line),
      let digest = unsafe Self.value(of: ",\"digest\":\"", in: line),
      let action = unsafe Self.value(of: ",\"do\":\"", in: line)
    else { return nil }
    self.action = action
    reference = SealReference(entry: entry, commitment: commitment, digest: digest)
    isSensitive = unsafe Self.index(of: ",\"actors\":[", in: line) != nil
  }

  /// The text behind a mark, up to the next quote: these values hold no escapes.
  private static func value(
    of mark: StaticString, in line: Slice<UnsafeRawBufferPointer>
  ) -> String? {
    guard let start = unsafe index(of: mark, in: line) else { return nil }
    let value = unsafe line[(start + mark.utf8CodeUnitCount)...]
    guard let end = unsafe index(of: "\"", in: value) else { return nil }
    return unsafe String(decoding: value[..<end], as: UTF8.self)
  }

  /// Where the first occurrence of a mark begins; a mark begins with a byte that is rare in a line.
  private static func index(
    of mark: StaticString, in text: Slice<UnsafeRawBufferPointer>
  ) -> Int? {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: text)
    guard let base = bytes.baseAddress else { return nil }
    let count = mark.utf8CodeUnitCount
    var start = 0
    while start + count <= bytes.count {
      guard
        let next = unsafe memchr(
          base + start, Int32(mark.utf8Start.pointee), bytes.count - count - start + 1)
      else { return nil }
      start = unsafe base.distance(to: UnsafeRawPointer(next))
      if unsafe memcmp(next, mark.utf8Start, count) == 0 {
        return unsafe text.startIndex + start
      }
      start += 1
    }
    return nil
  }
}
