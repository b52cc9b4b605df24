internal import ArgumentParser
internal import Diagnostics
internal import Register

/// `daftar check`: reads everything and names what is wrong.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every file: events, front matter, links, codes, edits by hand.",
    discussion: """
      Recomputes each case from its events and names every line that differs. Ends with status 1 \
      when it finds an error.

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
      try Output.write(JSONText.list(findings.map(JSONText.diagnostic)).document)
    } else {
      Output.diagnostics(findings)
      if findings.isEmpty { try Output.line(clean) }
    }
    if findings.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}
