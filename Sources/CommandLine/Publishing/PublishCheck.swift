internal import ArgumentParser
internal import Disclosure
internal import Publishing
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar publish check`: counts every closed block again.
struct PublishCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove again that what is frozen is safe and unchanged.",
    discussion: """
      Counts every closed block from the cases that were frozen with it, and every certificate of \
      every hidden number, independently of the code that made them: no small count is shown, no \
      hidden one can be worked out, no block differs from the ledger or from what the commit that \
      closed it says.

      A block is proved by the rules under which it was closed. Where they are older than those of \
      today, a warning says what they did not protect; such a block stays as it is.

      Example:
        daftar publish check
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "For programs: every finding with its file.") var json = false

  func run() throws {
    let published = try PublishedRegister(
      try Session(global).register, withHistory: true)
    let findings =
      published.problems + published.blocks.compactMap { OlderRules.warning(of: $0.closed) }
    if json {
      try Output.write(JSONDocument.list(findings.map(JSONDocument.diagnostic)).document)
    } else {
      Output.diagnostics(findings)
      if published.isSound {
        let hidden = published.blocks.flatMap(\.numbers.rows).count { $0.value == .hidden }
        let blocks = published.blocks.count
        try Output.line(
          "\(blocks) closed \(blocks == 1 ? "block is" : "blocks are") sound: \(hidden) hidden "
            + "counts, each with room for doubt.")
      }
    }
    if !published.isSound { throw Failure() }
  }
}
