internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Disclosure
internal import Publishing
internal import Register
internal import Terminal

/// `daftar publish close`: freezes the blocks that are due.
struct PublishClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Freeze the numbers of the blocks that are due.",
    discussion: """
      What is frozen stays as it is, whatever happens to the cases later: a case that comes late \
      counts in the next block. Prints the name of each block. The cases and the proofs of a block \
      are kept in cases/publication, which is not for the public.

      Example:
        daftar publish close
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try Session(global)
    let register = session.register
    let member = try session.member(global.member)
    try session.warnOfEditedConfiguration()
    var closing = try BlockClosing(register)
    Output.diagnostics(closing.published.problems)
    guard closing.due == nil || closing.refused.isEmpty else {
      throw DiagnosticList(closing.refused)
    }
    // A case that cannot be read would be missing for ever.
    try closing.numbers.requireAllReadable()
    let closedBefore = closing.published.blocks.count
    while let block = closing.due {
      let draft = try closing.draft(
        of: block, on: register.today, seed: BlockClosing.seed(of: block, in: register))
      try register.recordClosing(
        of: block.period, draft.files, ledger: PublishedRegister.ledgerName, as: member)
      closing.append(draft)
      Output.isDone("\(block.period) is closed", hint: "see `daftar publish check`")
      try Output.line(block.period)
    }
    if closing.published.blocks.count == closedBefore {
      let next = closing.next.map { ": \($0.block.period) closes on \($0.block.closesOn)" } ?? ""
      Output.note("no block is due" + next)
      if let next = closing.next, let waiting = next.waiting {
        Output.note(PublishPlan.words(for: waiting, in: next))
      }
    }
  }
}
