internal import ArgumentParser
internal import Register

extension ConfigurationChoice: ExpressibleByArgument {}

/// `daftar sync`: exchanges what is new with the rest of the team.
struct Sync: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send what is new here and take in what is new elsewhere.",
    discussion: """
      Works with the git remote “origin”: `git remote add origin ADDRESS`, once. When two people \
      worked on one case, both keep all they wrote; nothing is ever lost. Without a connection \
      everything stays saved here and goes out the next time.

      Examples:
        daftar sync
        daftar sync --status
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Only say how much waits to be sent.") var status = false
  @Option(
    help: ArgumentHelp(
      "Whose configuration counts when both sides changed it: ours or theirs.",
      valueName: "side"))
  var configuration: ConfigurationChoice?
  @Flag(help: "Also show the technical reason when nobody is reached.") var details = false

  func run() async throws {
    let session = try Session(global)
    if status {
      try Output.line(Self.waiting(try session.register.syncStatus()))
      return
    }
    let member = try session.member(global.member)
    try session.warnOfEditedTemplate()
    let result = try await session.register.sync(as: member, configuration: configuration)
    for path in OvertakenEdits.all(in: session.register.repository).keys.sorted() {
      Output.note("\(path) was edited here and changed elsewhere; `daftar check` says what to do")
    }
    Output.isDone(
      result.obstacle == nil ? "exchanged with the team" : "saved here and not sent",
      hint: "see `daftar sync --status`")
    switch result.obstacle {
    case nil:
      try Output.line(Self.summary(result))
      if result.sealedMissing > 0 {
        Output.note(
          "sealed parts of \(Self.cases(result.sealedMissing)) are not here; whoever recorded them "
            + "has to send them: `daftar vault check` names them")
      }
      if result.needingAttention > 0 {
        Output.note(
          "\(result.needingAttention) of them hold a step without effect: `daftar list --attention`"
        )
      }
      return
    case .noRemote:
      try Output.line("saved here; no common place is set up yet")
      Output.note("set one up once: git remote add origin ADDRESS")
    case .unreachable:
      try Output.line("saved here, " + Self.waiting(result))
      Output.note("the common place cannot be reached; try again with a connection")
    case .notAllowed:
      try Output.line("saved here, " + Self.waiting(result))
      Output.note("the common place did not let you in; ask whoever keeps it")
    }
    if details, !result.details.isEmpty { Output.note(result.details) }
    throw Failure()
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
    if result.merged > 0 { parts.append("\(result.merged) cases united") }
    if result.sent > 0 { parts.append("\(result.sent) sent") }
    return parts.isEmpty ? "everything is up to date" : parts.joined(separator: ", ")
  }
}
