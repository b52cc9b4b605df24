internal import ArgumentParser
internal import CaseModel
internal import Diagnostics
internal import Layout
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar search`: finds words in titles and texts.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find cases by words of their texts, in any script.",
    discussion: """
      All words must occur; a part of a word is enough. Arabic is found with or without hamza, ta \
      marbuta, tatweel and vowel marks, Russian with е for ё, digits in all three forms. What is \
      sealed is opened in memory, as far as your key opens it. “-” reads the words from standard \
      input.

      Example:
        daftar search water tank
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The words.", valueName: "word")) var words: [String]
  @Flag(help: "For programs: all fields of each case.") var json = false
  @OptionGroup var pager: PagerOption

  func run() throws {
    let register = try Session(global).register
    let given =
      words == ["-"]
      ? try TextInput.standardInput().split(whereSeparator: \.isWhitespace).map(String.init) : words
    guard given.joined().hasWords else {
      throw UsageError(
        message: given.joined(separator: " ").wordless("the question"),
        hint: "give words, or parts of words, of a case's texts")
    }
    let result = try register.search(given)
    if json {
      let hits = result.hits.map { hit in
        JSONDocument.object(
          JSONDocument.frontMatter(hit.found) + [
            ("title", .text(hit.found.title)), ("line", .text(hit.line)),
          ])
      }
      try Output.write(JSONDocument.list(hits).document)
    } else {
      var table = TextTable(
        ["", "case", "state", "received", "line"],
        concessions: [.leavesOut("received"), .cuts("state", to: 8)])
      for (index, hit) in result.hits.enumerated() {
        table.append([
          String(index + 1), hit.found.id.description, hit.found.state.rawValue,
          hit.found.received.description, visible(hit.line),
        ])
      }
      if result.hits.isEmpty {
        Output.note("no case holds all of these words")
      } else {
        LastList.remember(result.hits.map(\.found.id), in: register.repository)
        let lines = table.lines(width: TerminalSize.columns)
        try pager.showing { for line in lines { try Output.line(line) } }
      }
    }
    Output.diagnostics(result.problems)
    if !result.problems.isEmpty { throw Failure() }
  }
}
