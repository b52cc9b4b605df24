internal import ArgumentParser
internal import CaseModel
internal import GitStore
internal import Layout
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar log`: who did what and when, from git's history.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Who did what and when, newest first.",
    discussion: """
      Without a case: the whole register.

      Examples:
        daftar log 15JC
        daftar log --limit 20
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  ) var caseArgument: String?
  @Option(help: ArgumentHelp("At most so many steps.", valueName: "number")) var limit: Int?
  @Flag(help: "For programs: also the commits and events.") var json = false
  @OptionGroup var pager: PagerOption

  func run() throws {
    let register = try Session(global).register
    let head = try register.head()
    var path: String?
    if let caseArgument {
      path = try register.path(of: try register.caseID(meant: caseArgument), in: head)
    }
    let records = try register.repository.history(
      from: head, limit: limit ?? .max, touching: path, isMergeWanted: false)
    let lost = try register.stepsWithoutEffect(in: records.compactMap(Self.caseID))
    if json {
      let entries = records.map { entry($0, lost) }
      try Output.write(JSONDocument.list(entries).document)
      return
    }
    try pager.showing {
      for record in records { try printLine(of: record, in: register, lost) }
    }
  }

  private func printLine(
    of record: CommitRecord, in register: Register, _ lost: [EventID: LostStep]
  ) throws {
    let moment = Timestamp(seconds: record.author.seconds)
    let date = register.zone.date(at: moment)
    let time = clock(moment, register.zone)
    let line = Output.printable(
      "\(date) \(time)  \(record.author.name)  \(subject(record))"
        + Self.events(record).compactMap { lost[$0] }
        .map { "  " + LostStepWords.mark($0) }.joined())
    let parts =
      TerminalSize.columns.map { WrappedLine.parts(line, width: $0, indent: 18) } ?? [line]
    for part in parts { try Output.prepared(part) }
  }

  private func clock(_ moment: Timestamp, _ zone: TimeZoneRules) -> String {
    let local = Timestamp(seconds: moment.seconds + Int64(zone.offset(at: moment)))
    return String(local.description.dropFirst(11).prefix(5))
  }

  private func subject(_ record: CommitRecord) -> String {
    String(record.message.prefix { $0 != "\n" })
  }

  /// The case of a commit, as its message says.
  private static func caseID(_ record: CommitRecord) -> CaseID? {
    record.message.split(separator: "\n").first { $0.hasPrefix("Case: ") }
      .flatMap { CaseID(String($0.dropFirst(6))) }
  }

  private static func events(_ record: CommitRecord) -> [EventID] {
    record.message.split(separator: "\n").filter { $0.hasPrefix("Event: ") }
      .compactMap { EventID(String($0.dropFirst(7).prefix(16))) }
  }

  private func entry(_ record: CommitRecord, _ lost: [EventID: LostStep]) -> JSONDocument {
    let all = Self.events(record)
    let events = all.map { JSONDocument.text($0.description) }
    let idle = all.compactMap { lost[$0] }.map(LostStepWords.document)
    return .object([
      ("commit", .text(record.id.hex)),
      ("at", .text(Timestamp(seconds: record.author.seconds).description)),
      ("by", .text(record.author.name)), ("subject", .text(subject(record))),
      ("events", .list(events)), ("no-effect", idle.isEmpty ? nil : .list(idle)),
    ])
  }
}
