package import Charts

/// The names in braces of a text, such as `n` and `total` of `{n} of {total}`, in order.
package func placeholders(of text: String) -> [String] {
  parts(of: text).compactMap { if case .name(let name) = $0 { name } else { nil } }
}

/// A text with its names in braces replaced; unknown names stay as they are.
package func filled(_ text: String, _ values: [String: String]) -> String {
  parts(of: text).map { part in
    switch part {
    case .words(let words): words
    case .name(let name): values[name] ?? "{\(name)}"
    }
  }.joined()
}

/// A text as markup with its names in braces replaced by markup; the words around are escaped.
package func filled(_ text: String, _ values: [String: Markup]) -> Markup {
  var result = ""
  for part in parts(of: text) {
    switch part {
    case .words(let words): result += Markup.escape(words)
    case .name(let name): result += values[name]?.html ?? Markup.escape("{\(name)}")
    }
  }
  return Markup(trusted: result)
}

private enum TextPart {
  case words(String)
  case name(String)
}

private func parts(of text: String) -> [TextPart] {
  var parts: [TextPart] = []
  var rest = text[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    parts.append(.words(String(rest[..<open])))
    parts.append(.name(String(rest[rest.index(after: open)..<close])))
    rest = rest[rest.index(after: close)...]
  }
  parts.append(.words(String(rest)))
  return parts
}
