internal import Layout
internal import ArgumentParser
internal import CaseModel
internal import Disclosure
internal import Publishing
internal import Register
internal import Text
internal import Views
internal import Terminal

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
      if let trial = try LengthTrial(closing.numbers, on: closing.today) {
        for line in BlockLengths.lines(trial, now: closing.numbers.plan.blockLength) {
          try Output.line(line)
        }
      }
    }
    Output.diagnostics(closing.refused)
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
    guard let next = closing.next else { return lines }
    if !next.isDue {
      lines.append("Next: \(next.block.period), closes on \(next.block.closesOn)")
    } else if closing.refused.isEmpty {
      lines.append(HintInPlace.words("Due now: \(next.block.period): `daftar publish close`"))
    } else {
      lines.append("Due, and cannot be closed with this plan: \(next.block.period)")
    }
    if let waiting = next.waiting { lines.append(Self.words(for: waiting, in: next)) }
    return lines
  }

  /// Why a period that is over has not been closed, and with what it will be.
  static func words(for waiting: NextBlock.Waiting, in next: NextBlock) -> String {
    "\(waiting.period) is over and waits: it has \(waiting.cases) \(waiting.cases == 1 ? "case" : "cases"), and a block needs "
      + "\(waiting.least); it is closed as a part of \(next.block.period)"
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
      ("due", closing.refused.isEmpty ? closing.due.map { .text($0.period) } : nil),
      ("next", closing.next.map { .text($0.block.period) }),
      ("closes-on", closing.next.map { .text($0.block.closesOn.description) }),
      ("waiting", closing.next?.waiting.map { .text($0.period) }),
      ("refused", .list(closing.refused.map(JSONDocument.diagnostic))),
    ])
  }
}
