internal import Tables

/// A question about a table, as a person on a terminal is asked it.
package struct TableQuestion: Sendable {
  /// What is asked, and the answers to choose from, each on its line.
  package let lines: [String]
  /// What stands before the answer.
  package let prompt: String
}

extension TableDoubt {
  /// The question that ends the doubt.
  package var question: TableQuestion {
    switch self {
    case .encoding(let readings):
      let samples = LetterSample.differing(readings.map(\.text))
      let choices = readings.indices.flatMap { index in
        ["  \(index + 1)   \(readings[index].encoding.name)"]
          + samples[index].map { "        \($0)" }
      }
      return TableQuestion(
        lines: ["The letters can be read in several ways. Which is right?"] + choices,
        prompt: "number, or the name of another encoding: ")
    case .header(let rows):
      return TableQuestion(
        lines: ["Which row names the columns?"]
          + rows.map { "  \($0.number)   \(Self.shown($0))" },
        prompt: "number of the row: ")
    }
  }

  /// Takes an answer into the options; false when it is none.
  package func take(_ answer: String, into options: inout TableOptions) -> Bool {
    let number = LocalisedNumber.integer(answer)
    switch self {
    case .encoding(let readings):
      let chosen = number.flatMap { number in
        readings.indices.contains(number - 1) ? readings[number - 1].encoding : nil
      }
      guard let encoding = chosen ?? TextEncoding(named: answer) else { return false }
      options.encoding = encoding
    case .header:
      guard let number, (1...10_000).contains(number) else { return false }
      options.headerRow = number
    }
    return true
  }
}

extension MapProposal.DateDoubt {
  /// The question whether the day or the month comes first.
  package var question: TableQuestion {
    TableQuestion(
      lines: [
        "“\(column)”: is \(example)", "  1   \(dayFirst), the day first",
        "  2   \(monthFirst), the month first",
      ],
      prompt: "1, 2, or nothing if you do not know: ")
  }

  /// Takes an answer among those by column; false when it is none.
  ///
  /// An empty one leaves the doubt to the map.
  package func take(_ answer: String, into answers: inout [String: Bool]) -> Bool {
    if answer.isEmpty { return true }
    guard let number = LocalisedNumber.integer(answer), (1...2).contains(number) else {
      return false
    }
    answers[column] = number == 1
    return true
  }
}
