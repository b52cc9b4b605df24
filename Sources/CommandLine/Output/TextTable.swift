/// A table for a terminal: columns as wide as their cells, the last one cut at the edge.
struct TextTable {
  private var rows: [[String]] = []
  private let header: [String]

  init(_ header: [String]) { self.header = header }

  mutating func append(_ cells: [String]) { rows.append(cells) }

  /// The lines, without colour; `width` is that of the terminal, nil for a pipe.
  func lines(width: Int?) -> [String] {
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return all.map { cells in
      var line = ""
      for (index, cell) in cells.enumerated() {
        let isLast = index == cells.count - 1
        if isLast, let width {
          line += DisplayWidth.cut(cell, to: max(10, width - DisplayWidth.of(line)))
        } else {
          line += isLast ? cell : DisplayWidth.padded(cell, to: widths[index] + 2)
        }
      }
      return line
    }
  }
}

/// How many columns of a terminal a text takes.
enum DisplayWidth {
  /// Counts scalars: combining marks and joiners none, East Asian wide ones two.
  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  /// Adds spaces up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// Cuts a text that is wider, ending it with an ellipsis.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let next = character.unicodeScalars.reduce(0) { $0 + of($1) }
      if used + next > width - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default:
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        2
      default: 1
      }
    }
  }
}
