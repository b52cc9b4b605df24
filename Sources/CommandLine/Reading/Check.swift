internal import CaseVault
internal import ArgumentParser
internal import Diagnostics
internal import GitStore
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar check`: reads everything and names what is wrong.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check every file: events, front matter, links, codes, edits by hand.",
    discussion: """
      Recomputes each case from its events and names every line that differs; names what is damaged \
      of the history and of sealed entries. Ends with status 1 when it finds an error.

      Examples:
        daftar check
        daftar check --json
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "For programs: a list of findings.") var json = false

  func run() throws {
    let register = try Session(global).register
    let progress = Progress("checking cases")
    var count = 0
    let findings = try register.check { done, total in
      progress.update(done, of: total)
      count = total
    }
    try Self.print(findings, json: json, clean: "everything is in order (\(count) files)")
  }

  /// Prints findings, or that there are none; fails when one of them is an error.
  static func print(_ findings: [Diagnostic], json: Bool, clean: String) throws {
    if json {
      // What the store of git has lost is told at the end of every command; a program reads it here.
      let damage =
        RepositoryNotes.current.files.map(RepositoryDamage.diagnostic)
        + RepositoryNotes.current.objects.map(RepositoryDamage.diagnostic)
      let told = (findings + damage).map(HintInPlace.improved)
      try Output.write(JSONDocument.list(told.map(JSONDocument.diagnostic)).document)
    } else {
      Output.diagnostics(findings)
      if findings.isEmpty, RepositoryNotes.current.isEmpty { try Output.line(clean) }
    }
    if !RepositoryNotes.current.files.isEmpty { throw Failure() }
    if findings.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}
