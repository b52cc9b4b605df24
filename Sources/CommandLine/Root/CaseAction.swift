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
  func words(for id: CaseID) throws -> String?
}

/// What a case action may know beside the case.
struct ActionContext {
  let register: Register
  let member: String
  /// The day given with `--on`, or nil for today.
  let on: CalendarDate?
  /// The text that was read beforehand.
  let words: String?

  var today: CalendarDate { register.today }

  /// Makes a step that happened on the day given.
  func step(_ action: Action, text: String? = nil) -> Step { Step(action, text: text, on: on) }
}

extension CaseAction {
  func words(for id: CaseID) throws -> String? { nil }

  func run() throws {
    let session = try Session(acting.global)
    let register = session.register
    let member = try session.member(acting.member)
    try session.warnOfEditedConfiguration()
    let id = try register.caseID(meant: caseArgument)
    let context = ActionContext(
      register: register, member: member.id, on: try acting.day?.date(today: register.today),
      words: try words(for: id))
    let recorded = try namingCase(id) {
      try register.record(in: id, as: member) { file in try steps(for: file, in: context) }
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
