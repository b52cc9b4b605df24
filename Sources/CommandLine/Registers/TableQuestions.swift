internal import Exchange
internal import Tables
internal import Text

/// The questions about a table that its letters, rows and dates do not answer, on a terminal.
enum TableQuestions {
  /// Opens a table, and asks about each doubt where somebody can answer.
  static func open(
    _ bytes: [UInt8], path: String, options: TableOptions, languages: [String]
  ) throws -> OpenedTable {
    var options = options
    while true {
      do {
        return try OpenedTable(bytes, path: path, options: options, languages: languages)
      } catch let doubt as TableDoubt {
        guard Output.canAsk else { throw doubt.refusal(of: path) }
        switch doubt {
        case .encoding(let readings): options.encoding = try encoding(among: readings)
        case .header(let rows): options.headerRow = try headerRow(among: rows)
        }
      }
    }
  }

  /// Asks for each column of dates whether the day or the month comes first; an empty answer leaves
  /// it open in the map.
  static func orders(_ doubts: [MapProposal.DateDoubt]) throws -> [String: Bool] {
    var answers: [String: Bool] = [:]
    for doubt in doubts {
      Output.note("“\(doubt.column)”: is \(doubt.example)")
      Output.note("  1   \(doubt.dayFirst), the day first")
      Output.note("  2   \(doubt.monthFirst), the month first")
      answers[doubt.column] = try order()
    }
    return answers
  }

  private static func order() throws -> Bool? {
    while true {
      switch try Question.line("1, 2, or nothing if you do not know: ").asciiDigits {
      case "1": return true
      case "2": return false
      case "": return nil
      default: continue
      }
    }
  }

  private static func encoding(among readings: [EncodingReading]) throws -> TextEncoding {
    Output.note("The letters can be read in several ways. Which is right?")
    for (index, reading) in readings.enumerated() {
      let name = DisplayWidth.padded(reading.encoding.name, to: 14)
      Output.note("  \(index + 1)   \(name)\(LetterSample.words(in: reading.text))")
    }
    while true {
      let answer = try Question.line("number, or the name of another encoding: ")
      if let number = Int(answer.asciiDigits), readings.indices.contains(number - 1) {
        return readings[number - 1].encoding
      }
      if let named = TextEncoding(named: answer) { return named }
      Output.note("“\(answer)” is no encoding that iconv knows")
    }
  }

  private static func headerRow(among rows: [TableRow]) throws -> Int {
    Output.note("Which row names the columns?")
    for row in rows {
      Output.note("  \(DisplayWidth.padded("\(row.number)", to: 4))\(TableDoubt.shown(row))")
    }
    while true {
      let answer = try Question.line("number of the row: ").asciiDigits
      if let number = Int(answer), (1...10_000).contains(number) { return number }
      Output.note("“\(answer)” is no row")
    }
  }
}
