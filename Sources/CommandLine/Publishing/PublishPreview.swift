internal import Layout
internal import ArgumentParser
internal import CaseModel
internal import Disclosure
internal import Publishing
internal import Register
internal import Terminal

/// `daftar publish preview`: what the next block would show, without writing anything.
struct PublishPreview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show what the next block would publish and what it would hide.",
    discussion: """
      Nothing is written. A block that is not over yet is shown as if it closed with the cases of \
      today. Which of several equally good counts is hidden is decided anew at the closing.

      Examples:
        daftar publish preview
        daftar publish preview --cells
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Every count that would be shown or hidden, as in counts.csv.") var cells = false

  func run() throws {
    let session = try Session(global)
    try session.warnOfEditedConfiguration()
    let closing = try BlockClosing(session.register)
    guard let block = closing.next?.block else {
      Output.note("there are no cases yet")
      return
    }
    let draft = try closing.draft(of: block, on: max(block.closesOn, closing.today), seed: 1)
    if cells {
      try Output.write(
        String(decoding: draft.files[block.period + "/" + CountsFile.name] ?? [], as: UTF8.self))
    } else {
      try Output.line(
        "\(block.period): \(draft.closed.recordCount) cases, closes on \(block.closesOn)")
      for line in table(draft).lines(width: TerminalSize.columns) { try Output.line(line) }
      if let trial = try LengthTrial(closing.numbers, on: closing.today) {
        for line in BlockLengths.lines(trial, now: closing.numbers.plan.blockLength) {
          try Output.line(line)
        }
      }
    }
    Output.diagnostics(closing.numbers.problems)
  }

  private func table(_ draft: BlockClosing.Draft) -> TextTable {
    var table = TextTable(["table", "shown as", "counts", "hidden"])
    for choice in draft.numbers.choices {
      let shown = choice.published.map { $0.map(\.rawValue).joined(separator: " × ") }
      let values = choice.published.flatMap { draft.numbers.flows.cells(of: $0).map(\.value) }
        .filter { $0 != .notApplicable }
      table.append([
        choice.planned.map(\.rawValue).joined(separator: " × "),
        shown.isEmpty ? "not shown" : shown.joined(separator: ", "),
        String(values.count), String(values.count { $0 == .hidden }),
      ])
    }
    let stock = draft.numbers.stock?.cells(of: [.ageing]).map(\.value)
    table.append([
      "ageing of open cases", stock == nil ? "not shown" : "ageing",
      String(stock?.count ?? 0), String(stock?.count { $0 == .hidden } ?? 0),
    ])
    return table
  }
}
