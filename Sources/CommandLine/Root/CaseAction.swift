internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// A command that records steps in one case.
protocol CaseAction: ParsableCommand {
  var acting: ActingOptions { get }
  var caseArgument: String { get }
  /// The steps, from the case as it stands.
  func steps(for file: Case, in context: ActionContext) throws -> [Step]
  /// The text that the steps need; read before the register is locked for writing.
  func words(for id: CaseID, sealed: Bool) throws -> String?
  /// Whether the case is sensitive from this command on.
  var makesSensitive: Bool { get }
}

/// What a case action may know beside the case.
struct ActionContext {
  let register: Register
  let member: String
  /// The day given with `--on`, or nil for today.
  let on: CalendarDate?
  /// The text that was read beforehand.
  let words: String?
  /// The words given as options.
  let options: OptionWords
  /// The steps of a sensitive case that cannot be read here.
  let unreadable: Set<EventID>

  var today: CalendarDate { register.today }

  /// Makes a step that happened on the day given.
  func step(_ action: Action, text: String? = nil) -> Step { Step(action, text: text, on: on) }

  /// A reason or other text of several lines, given as an option.
  func reason(_ text: String, option: String = "--reason") throws -> String {
    try options.reason(text, option: option)
  }

  /// One line of text, given as an option.
  func line(_ text: String, option: String) throws -> String {
    try options.line(text, option: option)
  }
}

extension CaseAction {
  func words(for id: CaseID, sealed: Bool) throws -> String? { nil }
  var makesSensitive: Bool { false }

  func run() throws {
    let session = try Session(acting.global)
    let register = session.register
    let member = try session.member(acting.member)
    try session.warnOfEditedConfiguration()
    let id = try register.caseID(meant: caseArgument)
    let opened = try register.opened(id, in: try register.head())
    let isSealed = makesSensitive || register.sealsWords(of: opened)
    let context = ActionContext(
      register: register, member: member.id, on: try acting.day?.date(today: register.today),
      words: try words(for: id, sealed: isSealed), options: OptionWords(isSealed: isSealed),
      unreadable: opened.unreadable)
    let recorded = try namingCase(id) {
      // What is read from standard input is read now, and not while the register is locked.
      _ = try steps(for: opened.file, in: context)
      return try register.record(
        in: id, as: member,
        allowing: try acting.permission.map { try reason($0, option: "--allow") }
      ) { file in try steps(for: file, in: context) }
    }
    try ActionReport.print(recorded, in: register)
  }
}

/// Does what concerns one case; the commands in a refusal's hint then name it instead of `CASE`.
func namingCase<Result>(_ id: CaseID, _ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let refusal as Refusal {
    // Only the case of a command: in `--of CASE` another one is meant.
    let hint = refusal.hint.replacing(/(daftar [a-z]+) CASE/) { "\($0.1) \(id)" }
    throw Refusal(refusal.rule, refusal.message, hint: hint)
  }
}
