import Disclosure

/// Which texts a site needs, so that a missing one is found before a page is made.
enum TextCatalog {
  enum Shape: Equatable {
    case plain
    case plural
    case months
  }

  struct Need: Equatable {
    let key: String
    let shape: Shape
    let placeholders: [String]
  }

  /// The texts that a release needs beside those that a layout names itself.
  static func needs(of release: Release) -> [Need] {
    var needs = fixed
    for figure in release.figures {
      needs.append(plain("figure-\(figure.id)"))
      needs.append(plain("figure-\(figure.id)-definition"))
    }
    for table in release.tables {
      needs.append(plain(table.titleKey))
      needs.append(plain("\(table.titleKey)-definition"))
      needs.append(plain("dimension-\(table.rowDimension)"))
      needs += table.columns.map { plain("measure-\($0)") }
    }
    var seen: Set<String> = []
    return needs.filter { seen.insert($0.key).inserted }
  }

  /// Whether a key means something for some release, if not for this one.
  static func isKnown(_ key: String) -> Bool {
    fixed.contains { $0.key == key }
      || ["figure-", "table-", "dimension-", "measure-"].contains { key.hasPrefix($0) }
  }

  private static func plain(_ key: String, _ placeholders: String...) -> Need {
    Need(key: key, shape: .plain, placeholders: placeholders)
  }

  private static let fixed: [Need] =
    [
      "direction", "language-name", "title", "skip", "languages", "at-a-glance", "in-detail",
      "how-to-read", "data", "download", "draft", "draft-explained", "hidden", "missing",
      "not-applicable", "total", "share", "show-table", "how-counted", "unknown", "number-group",
      "number-decimal", "description", "no-cases",
    ].map { plain($0) } + [
      plain("as-of", "date"), plain("built-on", "label"), plain("period", "from", "to"),
      plain("on-day", "date"), plain("ratio", "n", "total"), plain("target", "n"),
      plain("percent", "n"), plain("less-than", "n"), plain("date", "day", "month", "year"),
      plain("month-and-year", "month", "year"), plain("band", "from", "to"),
      plain("band-over", "n"), plain("message-largest", "label", "n", "total"),
      plain("message-latest", "label", "values"),
      Need(key: "more-than-days", shape: .plural, placeholders: ["n"]),
      Need(key: "days", shape: .plural, placeholders: ["n"]),
      Need(key: "cases", shape: .plural, placeholders: ["n"]),
      Need(key: "months", shape: .months, placeholders: []),
      Need(key: "months-in-date", shape: .months, placeholders: []),
    ]
}
