/// A page as a reader takes it in: other scripts' digits, dashes and spaces as ASCII has them, nothing that
/// is not seen.
enum PlainText {
  /// The text with Arabic and Persian digits, dashes and spaces that only look otherwise, and without
  /// signs that have no width.
  static func bytes(of text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let next = index + 1 < text.count ? text[index + 1] : 0
      let third = index + 2 < text.count ? text[index + 2] : 0
      switch (text[index], next, third) {
      case (0xD9, 0xA0...0xA9, _):
        plain.append(next - 0xA0 + 0x30)
        index += 2
      case (0xDB, 0xB0...0xB9, _):
        plain.append(next - 0xB0 + 0x30)
        index += 2
      // No-break space, and the spaces from U+2000 to U+200A and U+202F.
      case (0xC2, 0xA0, _):
        plain.append(UInt8(ascii: " "))
        index += 2
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF):
        plain.append(UInt8(ascii: " "))
        index += 3
      // Soft hyphen; what has no width, and what only says in which direction to write.
      case (0xC2, 0xAD, _): index += 2
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
        (0xEF, 0xBB, 0xBF):
        index += 3
      // The hyphens and dashes from U+2010 to U+2015.
      case (0xE2, 0x80, 0x90...0x95):
        plain.append(UInt8(ascii: "-"))
        index += 3
      default:
        plain.append(text[index])
        index += 1
      }
    }
    return plain
  }

  /// Elements of HTML in which words go on.
  private static let inline: Set<[UInt8]> = Set(
    [
      "a", "abbr", "b", "bdi", "bdo", "code", "em", "i", "mark", "s", "small", "span", "strong",
      "sub", "sup", "u", "wbr", "tspan",
    ].map { Array($0.utf8) })

  /// A page without its marks and comments: words that go on in bold are one, those of two cells are two.
  static func withoutMarks(_ page: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(page.count)
    var index = 0
    while index < page.count {
      guard page[index] == UInt8(ascii: "<") else {
        plain.append(page[index])
        index += 1
        continue
      }
      let isComment = page[index...].starts(with: "<!--".utf8)
      var end = index + 1
      while end < page.count, page[end] != UInt8(ascii: ">") || isComment && !endsComment(page, end)
      {
        end += 1
      }
      let name = page[(index + 1)..<end].drop { $0 == UInt8(ascii: "/") }
        .prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
      if !isComment, !inline.contains(name) { plain.append(UInt8(ascii: "\n")) }
      index = end + 1
    }
    return plain
  }

  private static func endsComment(_ page: [UInt8], _ end: Int) -> Bool {
    page[end - 1] == UInt8(ascii: "-") && page[end - 2] == UInt8(ascii: "-")
  }
}
