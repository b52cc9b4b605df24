/// A table for a terminal: columns as wide as their cells, the last one cut at the edge.
///
/// Where it is too wide, columns give way in a fixed order, so that the last one, which holds what
/// people read, keeps its share.
package struct TextTable {
  /// What a column does where the table is too wide; columns are named by their heads.
  package enum Concession: Sendable {
    /// It is not shown.
    case leavesOut(String)
    /// It shows the short form of its cells.
    case shortens(String)
    /// It is no wider than so many columns of the terminal.
    case cuts(String, to: Int)
  }

  private struct Row {
    let cells: [String]
    let short: [String: String]
    let standsOut: Bool
  }

  /// How many tenths of the width the last column keeps, as far as its cells need them.
  fileprivate static let share = 3

  private let header: [String]
  private let concessions: [Concession]
  private var rows: [Row] = []

  /// Makes an empty table; concessions are made one after the other until it fits.
  package init(_ header: [String], concessions: [Concession] = []) {
    self.header = header
    self.concessions = concessions
  }

  /// Adds a row: a cell for each head, short forms by head, and whether it stands out.
  package mutating func append(
    _ cells: [String], short: [String: String] = [:], standsOut: Bool = false
  ) {
    rows.append(Row(cells: cells, short: short, standsOut: standsOut))
  }

  /// The lines; `width` is that of the terminal, nil for a pipe.
  ///
  /// `emphasis` sets off the rows that stand out, after their width was measured.
  package func lines(width: Int?, emphasis: (String) -> String = { $0 }) -> [String] {
    var shape = Shape(header, rows)
    if let width {
      for concession in concessions where shape.widthNeeded(of: width) > width {
        shape.make(concession, rows)
      }
    }
    let lines = shape.lines(width: width)
    return zip(lines, [false] + rows.map(\.standsOut)).map { $1 ? emphasis($0) : $0 }
  }

  /// The cells that are shown, the head among them.
  private struct Shape {
    private var heads: [String]
    private var cells: [[String]]
    private(set) var widths: [Int] = []

    init(_ header: [String], _ rows: [Row]) {
      heads = header
      cells = [header] + rows.map(\.cells)
      measure()
    }

    /// What all columns need when the last one has its share of a width.
    func widthNeeded(of width: Int) -> Int {
      let share = min(widths.last ?? 0, max(12, width * TextTable.share / 10))
      return widths.dropLast().reduce(share) { $0 + $1 + 2 }
    }

    mutating func make(_ concession: Concession, _ rows: [Row]) {
      switch concession {
      case .leavesOut(let head):
        guard let index = heads.firstIndex(of: head) else { return }
        heads.remove(at: index)
        for row in cells.indices { cells[row].remove(at: index) }
      case .shortens(let head):
        guard let index = heads.firstIndex(of: head) else { return }
        for (row, source) in rows.enumerated() {
          if let short = source.short[head] { cells[row + 1][index] = short }
        }
      case .cuts(let head, let width):
        guard let index = heads.firstIndex(of: head) else { return }
        for row in cells.indices {
          cells[row][index] = DisplayWidth.cut(cells[row][index], to: width)
        }
      }
      measure()
    }

    private mutating func measure() {
      widths = heads.indices.map { column in
        cells.map { DisplayWidth.of($0[column]) }.max() ?? 0
      }
    }

    func lines(width: Int?) -> [String] {
      cells.map { row in
        var line = ""
        for (index, cell) in row.enumerated() {
          if index < row.count - 1 {
            line += DisplayWidth.padded(cell, to: widths[index] + 2)
          } else if let width {
            line += DisplayWidth.cut(cell, to: max(10, width - DisplayWidth.of(line)))
          } else {
            line += cell
          }
        }
        return width.map { DisplayWidth.cut(line, to: $0) } ?? line
      }
    }
  }
}
