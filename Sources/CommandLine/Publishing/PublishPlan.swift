internal import ArgumentParser
internal import CaseModel
internal import Disclosure
internal import Register
internal import Text

/// `daftar publish plan`: what may be published, what is, and when the next block closes.
struct PublishPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what may be published, the closed blocks, and when the next one closes.",
    discussion: """
      The plan stands in cases/publication.yml: what is not listed there is never published.

      Example:
        daftar publish plan
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "For programs.") var json = false

  func run() throws {
    let session = try Session(global)
    try session.warnOfEditedConfiguration()
    let closing = try BlockClosing(session.register)
    if json {
      try Output.write(document(closing).document)
    } else {
      for line in lines(closing) { try Output.line(line) }
    }
  }

  private func lines(_ closing: BlockClosing) -> [String] {
    let plan = closing.numbers.plan
    let tables = plan.tables.map { $0.map(\.rawValue).joined(separator: " × ") }
    var lines = [
      "Tables: " + tables.joined(separator: ", "),
      "Hidden: counts of fewer than \(plan.threshold) persons, and others so that \(plan.width) "
        + "values stay possible for each",
      "",
    ]
    var table = TextTable(["block", "closed", "cases", "hidden counts"])
    for (_, numbers) in closing.published.blocks {
      table.append([
        numbers.period, numbers.closedOn.description,
        numbers.flows[.total]?.number.map { String($0) } ?? "",
        String(numbers.rows.count { $0.value == .hidden }),
      ])
    }
    lines +=
      closing.published.blocks.isEmpty
      ? ["No block is closed yet."] : table.lines(width: TerminalSize.columns)
    if let due = closing.due {
      lines.append("Due now: \(due.period): `daftar publish close`")
    } else if let next = closing.next {
      lines.append("Next: \(next.period), closes on \(next.closesOn)")
    }
    return lines
  }

  private func document(_ closing: BlockClosing) -> JSONDocument {
    let plan = closing.numbers.plan
    return .object([
      ("tables", .list(plan.tables.map { .list($0.map { .text($0.rawValue) }) })),
      ("threshold", .integer(plan.threshold)), ("width", .integer(plan.width)),
      (
        "closed",
        .list(
          closing.published.blocks.map { closed, numbers in
            .object([
              ("block", .text(numbers.period)), ("closed-on", .text(closed.closedOn.description)),
              ("sha256", .text(numbers.digest)),
            ])
          })
      ),
      ("due", closing.due.map { .text($0.period) }),
      ("next", closing.next.map { .text($0.period) }),
      ("closes-on", closing.next.map { .text($0.closesOn.description) }),
    ])
  }
}
