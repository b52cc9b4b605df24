/// The colours that a brand may set.
enum BrandColours {
  /// What a colour stands on.
  private enum Paper {
    case white, dark

    var colour: Colour {
      switch self {
      case .white: Colour(red: 0xFF, green: 0xFF, blue: 0xFF)
      case .dark: Colour(red: 0x12, green: 0x18, blue: 0x1C)
      }
    }

    /// What is wrong with a colour that cannot be seen on it.
    var objection: String {
      switch self {
      case .white: "is too pale for white paper"
      case .dark: "is too dark for a dark screen"
      }
    }
  }

  /// Each colour with the paper it stands on and the contrast it needs: words 4.5, marks 3
  /// (WCAG 2.2, 1.4.3 and 1.4.11).
  private static let roles: [(key: String, paper: Paper, contrast: Double)] = [
    ("accent", .white, 4.5), ("accent-dark", .dark, 4.5),
    ("bar", .white, 3), ("bar-dark", .dark, 3),
    ("line", .white, 4.5), ("line-dark", .dark, 4.5),
  ]

  /// Reads the colours; what is none, or cannot be seen, is reported.
  static func read(_ reader: inout BrandReader) -> [String: Colour] {
    let entries = reader.entries("colours", known: roles.map(\.key)) {
      "no colour is called `\($0)`"
    }
    var colours: [String: Colour] = [:]
    for entry in entries {
      let text = entry.value.plain ?? ""
      guard let role = roles.first(where: { $0.key == entry.key }), let colour = Colour(text) else {
        let hasDigits = Colour("#" + text) != nil
        reader.report(
          "colours", at: entry, "`\(entry.key)` is not a colour",
          hint: hasDigits ? "write \"#\(text)\"" : "write it as \"#rrggbb\"")
        continue
      }
      if colour.contrast(to: role.paper.colour) < role.contrast {
        let better = colour.adjusted(toContrast: role.contrast, on: role.paper.colour).hex
        reader.report(
          "colours", at: entry, "`\(entry.key)` \(role.paper.objection)",
          hint: "write \"\(better)\"")
      }
      colours[entry.key] = colour
    }
    return colours
  }

  /// Colours as custom properties, to stand after the style sheet.
  static func styles(_ colours: [String: Colour]) -> String {
    func properties(on paper: Paper) -> String {
      roles.filter { $0.paper == paper }.compactMap { role in
        guard let colour = colours[role.key] else { return nil }
        let name = paper == .dark ? String(role.key.dropLast(5)) : role.key
        return "--\(name):\(colour.hex);"
      }.joined()
    }
    return ":root{\(properties(on: .white))}\n"
      + "@media screen and (prefers-color-scheme:dark){:root{\(properties(on: .dark))}}\n"
  }
}
