internal import CaseFormat
internal import CaseModel

/// Event lines that our own encoder would not write, with the id that belongs to their bytes.
package enum Sealing {
  /// Returns the line whose object without `id` is `{` and the rest given.
  package static func line(_ rest: String) throws -> String {
    let digest = Array(Digest.hex(("{" + rest).utf8))
    let bytes = stride(from: 0, to: 20, by: 2).compactMap { index in
      UInt8(String(digest[index...(index + 1)]), radix: 16)
    }
    return "{\"id\":\"\(try built(EventID(digest: bytes), "an id"))\"," + rest
  }
}
