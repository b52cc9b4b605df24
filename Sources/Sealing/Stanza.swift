/// One part of a header: a wrapped file key for one reader, in words and a body.
struct Stanza: Equatable {
  /// The words of the first line after `->`; the first is the kind.
  let arguments: [ArraySlice<UInt8>]
  let body: [UInt8]

  func isOf(kind: [UInt8]) -> Bool { arguments.first?.elementsEqual(kind) == true }

  /// Appends the lines: body lines have 64 columns, the last fewer, perhaps none.
  func write(into header: inout [UInt8]) {
    header.append(contentsOf: "->".utf8)
    for argument in arguments {
      header.append(UInt8(ascii: " "))
      header += argument
    }
    header.append(UInt8(ascii: "\n"))
    var rest = body[...]
    while rest.count >= 48 {
      Base64.encode(rest.prefix(48), into: &header)
      header.append(UInt8(ascii: "\n"))
      rest = rest.dropFirst(48)
    }
    Base64.encode(rest, into: &header)
    header.append(UInt8(ascii: "\n"))
  }
}
