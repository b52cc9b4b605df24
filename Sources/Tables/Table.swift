package import Diagnostics

/// A table as somebody keeps one: the names of its columns and the rows below, wherever they come
/// from.
///
/// Readers of text, of workbooks and of forms all hand over this, and an import knows nothing else.
package struct Table: Sendable {
  /// The names of the columns, without outer spaces; a name may be empty or repeated.
  package let header: [String]
  /// The row of the header, as a spreadsheet counts; the first one where it has several.
  package let headerRow: Int
  /// The row where the data may begin: the one below the header, or below all its rows.
  package let firstRow: Int
  /// The rows below the header that hold any text, in order.
  package private(set) var rows: [TableRow]
  /// The character that parts cells where rows of it are written as text again.
  package let separator: CellSeparator
  /// Warnings, such as rows with more or fewer cells than the header.
  package let findings: [Diagnostic]

  /// Takes the header and the rows out of all rows of a source.
  ///
  /// A header of several rows reaches up to the one before `firstRow`: their names are joined as
  /// `Person / Sex`. Throws `table.header` when there is nothing in its first row.
  package init(
    _ all: [TableRow], headerRow: Int = 1, firstRow: Int? = nil,
    separator: CellSeparator = .comma, path: String
  ) throws(Diagnostic) {
    guard let first = all.first(where: { $0.number == headerRow }) else {
      throw Diagnostic(
        rule: "table.header", at: SourceLocation(path: path),
        message: "row \(headerRow), which should hold the names of the columns, is empty",
        hint: "say on which row the names are")
    }
    let start = max(headerRow + 1, firstRow ?? 0)
    let further = all.filter { $0.number > headerRow && $0.number < start && !$0.isOfTags }
    header = Self.names([first] + further)
    self.headerRow = headerRow
    self.firstRow = start
    self.separator = separator
    rows = all.filter { $0.number >= start && $0.cells.contains { !$0.isEmpty } }
    findings = Self.raggedRows(rows, width: header.count, path: path)
  }

  /// The table with no other rows than those of some numbers.
  package func keeping(_ numbers: Set<Int>) -> Table {
    var kept = self
    kept.rows = rows.filter { numbers.contains($0.number) }
    return kept
  }

  /// Finds a column by name; `name#2` is the second column of that name.
  ///
  /// Line breaks and repeated spaces in long questions count as one space.
  package func column(_ name: String) -> Int? {
    let wanted = squeezed(name)
    if let exact = header.firstIndex(of: wanted) { return exact }
    guard let mark = wanted.lastIndex(of: "#"),
      let count = Int(wanted[wanted.index(after: mark)...]), count > 0
    else { return nil }
    let places = header.indices.filter { header[$0] == wanted[..<mark] }
    return count <= places.count ? places[count - 1] : nil
  }

  /// Names a column so that ``column(_:)`` finds it again: repeated names get their number.
  package func name(ofColumn index: Int) -> String? {
    guard header.indices.contains(index) else { return nil }
    let earlier = header[..<index].count { $0 == header[index] }
    return earlier == 0 ? header[index] : "\(header[index])#\(earlier + 1)"
  }

  /// The names of the columns of one or several rows; what stands twice below each other counts once.
  private static func names(_ rows: [TableRow]) -> [String] {
    let width = rows.map(\.cells.count).max() ?? 0
    return (0..<width).map { index in
      var parts: [String] = []
      for row in rows {
        let name = squeezed(row[index])
        if !name.isEmpty, parts.last != name { parts.append(name) }
      }
      return parts.joined(separator: " / ")
    }
  }

  /// Warns about rows of another width; cells beyond the header count only if they hold text.
  private static func raggedRows(_ rows: [TableRow], width: Int, path: String) -> [Diagnostic] {
    let shown = 10
    let ragged = rows.filter { row in
      row.cells.count < width || row.cells.dropFirst(width).contains { !$0.isEmpty }
    }
    var findings = ragged.prefix(shown).map { row in
      Diagnostic(
        .warning, rule: "table.ragged", at: SourceLocation(path: path, line: row.line),
        message: "row \(row.number) has \(row.cells.count) cells, the header has \(width)")
    }
    if ragged.count > shown {
      findings.append(
        Diagnostic(
          .note, rule: "table.ragged", at: SourceLocation(path: path),
          message: "\(ragged.count - shown) more rows have another number of cells than the header")
      )
    }
    return findings
  }
}

/// Drops outer white space and turns every run of it inside into one space.
func squeezed(_ name: String) -> String {
  name.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
}
