internal import Mapping
internal import Terminal

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
        try ask(doubt.question) { doubt.take($0, into: &options) }
      }
    }
  }

  /// Asks for each column of dates whether the day or the month comes first.
  static func orders(_ doubts: [MapProposal.DateDoubt]) throws -> [String: Bool] {
    var answers: [String: Bool] = [:]
    for doubt in doubts { try ask(doubt.question) { doubt.take($0, into: &answers) } }
    return answers
  }

  private static func ask(_ question: TableQuestion, take: (String) -> Bool) throws {
    for line in question.lines { Output.note(line) }
    var answer = try Question.line(question.prompt)
    while !take(answer) {
      Output.note("“\(answer)” is no answer to that")
      answer = try Question.line(question.prompt)
    }
  }
}
