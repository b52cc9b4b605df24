internal import Diagnostics
internal import CaseVault
internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Text
internal import Terminal

/// A command that records steps in one case.
protocol CaseAction: ParsableCommand {
  var acting: ActingOptions { get }
  var caseArgument: String { get }
  /// The steps, from the case as it stands.
  func steps(for theCase: Case, in context: ActionContext) throws -> [Step]
  /// The text that the steps need; read before the register is locked for writing.
  func words(sealed: Bool, composing composition: Composition?) throws -> String?
  /// How a text comes about that an editor may be opened for; nil for a command without one.
  var written: WrittenText? { get }
  /// Whether the case is sensitive from this command on.
  var makesSensitive: Bool { get }
  /// What was meant where the first word names no case; nil when that is not known.
  func hint(whenNoCaseIn register: Register) -> Wording?
}

/// The text of a command, which is written in an editor when it is not given.
struct WrittenText {
  let input: TextInput
  /// What is to be written, before the name of the case.
  let purpose: String
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

  /// Makes a step that may set the case aside; only a proposal where two people have to do that.
  ///
  /// `reason` is the proposal's, where the step has no words of its own.
  func settingAside(
    _ action: Action, of theCase: Case, text: String? = nil, reason: String? = nil
  ) -> Step {
    let rule = SecondPerson(register.configuration)
    let member = register.configuration.team.member(member)
    guard let reason = text ?? reason, let amendment = Amendment(settingAside: action, in: theCase),
      rule.effect(of: action, on: theCase, today: today) != nil,
      member.map({ !rule.mayConfirm(action, by: $0, in: theCase) }) ?? true
    else { return step(action, text: text) }
    return step(.propose(.made(amendment)), text: reason)
  }

  /// A reason or other text of several lines, given as an option.
  func reason(_ text: String, option: String = "--reason") throws -> String {
    try options.reason(text, option: option)
  }

  /// One line of text, given as an option.
  func line(_ text: String, option: String, mayBeEmpty: Bool = false) throws -> String {
    try options.line(text, option: option, mayBeEmpty: mayBeEmpty)
  }
}

extension CaseAction {
  func words(sealed: Bool, composing composition: Composition?) throws -> String? { nil }
  var written: WrittenText? { nil }
  var makesSensitive: Bool { false }
  func hint(whenNoCaseIn register: Register) -> Wording? { nil }

  func run() throws {
    let session = try Session(acting.global)
    let register = session.register
    let member = try session.member(acting.member)
    try session.warnOfEditedConfiguration()
    let id = try caseID(in: register)
    let opened = try register.opened(id, in: try register.head())
    let isSealed = makesSensitive || register.sealsWords(of: opened)
    // Before the complaint was received there is no step, whichever year is meant.
    let isOld =
      DateBounds.recorded.refusal(of: opened.folded.received, today: register.today) != nil
    let day = try acting.day?.date(today: register.today, canBeFar: isOld)
    let permission = try acting.permission.map { try reason($0, option: "--allow") }
    let command = "\(Self._commandName) \(id)"
    let draft =
      try Output.canAsk
      ? Drafts(of: register, for: member).offered(
        for: command, bringingWords: written.map { !$0.input.isWrittenNow } ?? false) : nil
    let options = OptionWords(isSealed: isSealed, keeping: draft)
    func recorded(with words: String?) throws -> Recorded {
      let context = ActionContext(
        register: register, member: member.id, on: day, words: words, options: options,
        unreadable: opened.unreadable)
      return try namingCase(id, isSealed: isSealed) {
        // What is read from standard input is read now, and not while the register is locked.
        _ = try steps(for: opened.folded, in: context)
        return try register.record(in: id, as: member, allowing: permission) { theCase in
          try steps(for: theCase, in: context)
        }
      }
    }
    let composition = draft.flatMap { self.composition(with: $0, of: id, sealed: isSealed) }
    let result = try keeping(draft, for: command) {
      let words = try self.words(sealed: isSealed, composing: composition)
      guard let composition else { return try recorded(with: words) }
      return try composition.recording(words, recorded)
    }
    try ActionReport.print(result, in: register)
  }

  private func caseID(in register: Register) throws -> CaseID {
    do {
      return try register.caseID(meant: caseArgument)
    } catch let refusal as Refusal {
      guard refusal.rule == .caseMissing, let hint = hint(whenNoCaseIn: register) else {
        throw refusal
      }
      throw Refusal(refusal.rule, refusal.message, hint: hint)
    }
  }

  /// The place for a text that is written now; nil when it comes from elsewhere.
  private func composition(
    with draft: Draft, of id: CaseID, sealed: Bool
  ) -> Composition? {
    guard let written, written.input.isWrittenNow else { return nil }
    return Composition(
      draft: draft, purpose: "\(written.purpose) \(id)", isSealed: sealed,
      isTypedHere: written.input.isTypedHere)
  }
}

/// Does what somebody types words for; they are kept until it is done.
func keeping<Result>(
  _ draft: Draft?, for command: String, _ work: () throws -> Result
) throws -> Result {
  do {
    let result = try work()
    draft?.discard()
    if draft?.hasWords == true { draft?.sayKept(for: command) }
    return result
  } catch {
    draft?.sayKept(for: command)
    throw error
  }
}

/// Does what concerns one case; the commands in a refusal's hint then name it instead of `CASE`.
///
/// Words that will be sealed are not taken from the command line, and no hint writes them there.
func namingCase<Result>(
  _ id: CaseID, isSealed: Bool = false, _ work: () throws -> Result
) throws -> Result {
  do {
    return try work()
  } catch let refusal as Refusal {
    // Only the case of a command: in `--of CASE` another one is meant.
    let hint = refusal.hint.wording.replacingWords { words in
      let named = words.replacing(/(daftar [a-z]+) CASE/) { "\($0.1) \(id)" }
      return isSealed ? named.replacing(/--(reason|text) …/) { "--\($0.1) -" } : named
    }
    throw Refusal(refusal.rule, refusal.message, hint: hint)
  }
}
