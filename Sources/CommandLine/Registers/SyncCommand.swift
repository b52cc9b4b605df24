internal import ArgumentParser
internal import CaseModel
internal import Diagnostics
internal import Register
internal import Sync
internal import Terminal

extension ConfigurationChoice: ExpressibleByArgument {}

/// `daftar sync`: exchanges what is new with the rest of the team.
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Send what is new here and take in what is new elsewhere.",
    discussion: """
      Works with the git remote “origin” (`git remote add origin ADDRESS`, once), or with the one \
      that `git config daftar.remote NAME` names. When two people \
      worked on one case, both keep all they wrote; nothing is ever lost. Without a connection \
      everything stays saved here and goes out the next time.

      A file that cannot stand in a register, such as one that a system leaves in a folder, is not \
      sent; --set-aside takes it out. When one comes in, it is set aside and named, and the rest is \
      taken over. What is set aside stays in the history.

      Examples:
        daftar sync
        daftar sync --status
        daftar sync --set-aside
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Only say how much waits to be sent.") var status = false
  @Option(
    help: ArgumentHelp(
      "Whose configuration counts when both sides changed it: ours or theirs.",
      valueName: "side"))
  var configuration: ConfigurationChoice?
  @Flag(help: "Take out what cannot stand in a register, and send the rest.") var setAside = false
  @Flag(help: "Also show the technical reason when nobody is reached.") var details = false

  func run() async throws {
    let session = try Session(global, toMend: true)
    if status {
      let result = try session.register.syncStatus()
      guard !result.isElsewhere else {
        try Output.line("the common place has another address since the last exchange")
        return Output.note("what it lacks is known after `daftar sync`")
      }
      return try Output.line(Self.waiting(result))
    }
    let member = try session.member(global.member)
    try session.warnOfEditedTemplate()
    let before = try session.register.head()
    let result = try await session.register.sync(
      as: member, configuration: configuration, settingAside: setAside)
    for path in OvertakenEdits.all(in: session.register.repository).keys.sorted() {
      Output.note("\(path) was edited here and changed elsewhere; `daftar check` says what to do")
    }
    Output.isDone(
      result.obstacle == nil ? "exchanged with the team" : "saved here and not sent",
      hint: "see `daftar sync --status`")
    Output.diagnostics(
      result.findings.map { finding in
        var finding = finding
        finding.severity = .warning
        return finding
      })
    Output.diagnostics(result.damaged)
    Self.tellWhatOthersDid(result)
    Self.tell(try session.register.arrivals(since: before, for: member))
    guard let obstacle = result.obstacle else { return try Self.finish(result) }
    let saved = obstacle == .noRemote ? "no common place is set up yet" : Self.waiting(result)
    try Output.line("saved here\(obstacle == .noRemote ? ";" : ",") \(saved)")
    Self.tell(obstacle)
    if details, !result.details.isEmpty { Output.note(result.details) }
    throw Failure()
  }

  /// Names what came in and was set aside, and who changed keys and roles.
  private static func tellWhatOthersDid(_ result: SyncResult) {
    Output.diagnostics(result.setAside.map(\.afterTakingIn))
    for path in result.displaced {
      Output.note(
        "\(path): the others have another case under this name; the one recorded here stands in the "
          + "history: `git log -- \(path)`")
    }
    for change in result.changes { Output.note(change.sentence) }
  }

  /// Names what waits for this member among what came in.
  private static func tell(_ arrivals: Arrivals) {
    if !arrivals.sensitive.isEmpty {
      let ids = arrivals.sensitive.map(\.description).joined(separator: ", ")
      Output.note("sensitive, with news for you to look at: \(ids)")
    }
    if !arrivals.proposed.isEmpty {
      Output.note(
        "a correction waits for a second person in \(cases(arrivals.proposed.count)): "
          + "`daftar list --to-approve`")
    }
  }

  private static func finish(_ result: SyncResult) throws {
    try Output.line(summary(result))
    if result.sealedMissing > 0 {
      Output.note(
        "sealed parts of \(cases(result.sealedMissing)) are not here; whoever recorded them "
          + "has to send them: `daftar vault check` names them")
    }
    if result.needingAttention > 0 {
      Output.note(
        "\(result.needingAttention) of them hold a step without effect: `daftar list --attention`")
    }
  }

  private static func tell(_ obstacle: SyncObstacle) {
    switch obstacle {
    case .noRemote: Output.note("set one up once: `git remote add origin ADDRESS`")
    case .unreachable:
      Output.note(
        "the common place cannot be reached; try again with a connection (`daftar sync --details` "
          + "shows more)")
    case .notAllowed:
      Output.note("the common place did not let you in; ask whoever keeps it")
    case .other(let words):
      Output.note(
        "the common place could not be used"
          + (words.isEmpty ? ", and git gave no reason" : "; git says: \(words)"))
      Output.note(
        "  hint: look at the address with `git remote -v`, and ask whoever keeps the place")
    case .cause(let message, let hint):
      Output.note(message)
      Output.note("  hint: " + hint)
    }
  }

  private static func waiting(_ result: SyncResult) -> String {
    var parts: [String] = []
    if result.waiting > 0 { parts.append("\(result.waiting) waiting to send") }
    if result.sealedWaiting > 0 {
      parts.append("sealed parts of \(cases(result.sealedWaiting)) waiting to send")
    }
    return parts.isEmpty ? "nothing waiting to send" : parts.joined(separator: ", ")
  }

  private static func cases(_ count: Int) -> String { "\(count) \(count == 1 ? "case" : "cases")" }

  private static func summary(_ result: SyncResult) -> String {
    var parts: [String] = []
    if result.received > 0 { parts.append("\(result.received) taken in") }
    if result.sealedCases > 0 {
      parts.append("sealed parts of \(cases(result.sealedCases)) taken in")
    }
    if result.sealedHealed > 0 {
      parts.append("damaged sealed parts of \(cases(result.sealedHealed)) made whole")
    }
    if result.merged > 0 { parts.append("\(result.merged) cases united") }
    if !result.setAside.isEmpty { parts.append("\(result.setAside.count) set aside") }
    if result.sent > 0 { parts.append("\(result.sent) sent") }
    if parts.isEmpty, !result.damaged.isEmpty { return "all else is up to date" }
    guard parts.isEmpty else { return parts.joined(separator: ", ") }
    return result.isPlaceLookedInto ? "everything is up to date" : "nothing new here or there"
  }
}
