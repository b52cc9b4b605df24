/// A list in a configuration file as lines, so that an entry can be added and all else stays as it is.
struct EntryList {
  private var lines: [String]
  private let key: String

  /// Looks at the list under a key of the outermost map; nil for bytes that only a person should edit.
  init?(_ bytes: [UInt8], key: String) {
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0x0D) else {
      return nil
    }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.key = key
    // A last line with an end has an empty one behind it.
    if lines.last == "" { lines.removeLast() }
  }

  /// The file with one more entry at the end of the list, in order of its fields; nil where the list
  /// is not written with one entry below the other.
  func adding(_ fields: [EntryField]) -> [UInt8]? {
    var changed = lines
    guard let head = lines.firstIndex(where: { Self.isHead($0, key) }) else {
      if changed.last?.isEmpty == false { changed.append("") }
      changed += ["\(key):"] + Self.entry(fields, indent: 2)
      return Self.bytes(changed)
    }
    let value = Self.value(of: lines[head], key)
    guard value.isEmpty || value == "[]" else { return nil }
    let end = sectionEnd(after: head)
    if value == "[]" {
      changed[head] = lines[head].replacing("[]", with: "", maxReplacements: 1)
      while changed[head].last == " " { changed[head].removeLast() }
      changed.insert(contentsOf: Self.entry(fields, indent: 2), at: head + 1)
      return Self.bytes(changed)
    }
    let items = lines[(head + 1)..<end].filter { $0.drop { $0 == " " }.hasPrefix("- ") }
    let indent = items.first.map { $0.prefix { $0 == " " }.count } ?? 2
    // Behind the last line of the last entry; comments before the next key belong to that one.
    let last = lines[(head + 1)..<end].lastIndex { line in
      let words = line.drop { $0 == " " }
      return !words.isEmpty && !words.hasPrefix("#")
    }
    changed.insert(
      contentsOf: Self.entry(fields, indent: indent), at: (last ?? head) + 1)
    return Self.bytes(changed)
  }

  /// The first line of the next key of the outermost map, or the end of the file.
  private func sectionEnd(after head: Int) -> Int {
    lines[(head + 1)...].firstIndex { line in
      guard let first = line.first else { return false }
      return first != " " && first != "#" && !line.hasPrefix("- ")
    } ?? lines.endIndex
  }

  private static func isHead(_ line: String, _ key: String) -> Bool { line.hasPrefix(key + ":") }

  /// What stands behind the key, without a comment.
  private static func value(of line: String, _ key: String) -> String {
    let rest = line.dropFirst(key.count + 1)
    let words = rest.ranges(of: " #").first.map { rest[..<$0.lowerBound] } ?? rest
    return words.split(separator: " ").joined(separator: " ")
  }

  private static func entry(_ fields: [EntryField], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var result: [String] = []
    for (index, field) in fields.enumerated() {
      let start = margin + (index == 0 ? "- " : "  ")
      switch field.value {
      case .text(let text): result.append("\(start)\(field.key): \(YAMLScalar.written(text))")
      case .list(let words):
        result.append("\(start)\(field.key): [\(words.joined(separator: ", "))]")
      case .map(let pairs):
        result.append("\(start)\(field.key):")
        result += pairs.map { "\(margin)    \($0.key): \(YAMLScalar.written($0.text))" }
      }
    }
    return result
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

/// One field of an entry in the order in which it is written.
struct EntryField {
  /// What it holds.
  enum Value {
    case text(String)
    case list([String])
    case map([(key: String, text: String)])
  }

  let key: String
  let value: Value
}
