/// The title made from a narrative when nobody gave one.
package enum Title {
  /// The longest derived title, in characters.
  private static let length = 72

  /// Returns the beginning of the first line, cut at a word; nil for an empty text.
  package static func from(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isNewline).first { line in
      line.contains { $0.isLetter || $0.isNumber }
    }
    guard let line else { return nil }
    let clean = line.drop { " #>*-\\".contains($0) }
    guard clean.count > length else { return clean.isEmpty ? nil : String(clean) }
    let head = clean.prefix(length)
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<cut] + "…"
  }
}
