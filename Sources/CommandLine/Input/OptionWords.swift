internal import CaseFormat
internal import CaseModel
internal import Text
internal import Terminal

/// The words that a command takes as options, or from standard input where the option is “-”.
///
/// Words that will be sealed are never taken from an option: other users of the computer see it in
/// the list of processes, and the shell remembers it. From standard input every one-line option
/// takes one line, and the text takes the rest.
final class OptionWords {
  /// Whether the words will be sealed.
  let isSealed: Bool
  /// What standard input gave to each option: a command asks more than once.
  private var given: [String: String] = [:]
  /// What is left of standard input; nil before it was read.
  private var rest: Substring?
  /// Who took the rest.
  private var restTaker: String?
  /// What keeps the words that are typed on a terminal.
  private let draft: Draft?

  /// Goes on where other options of the same command have stopped reading.
  init(isSealed: Bool, after earlier: OptionWords? = nil, keeping draft: Draft? = nil) {
    self.isSealed = isSealed
    self.draft = draft
    rest = earlier?.rest
    restTaker = earlier?.restTaker
  }

  /// The words of one option or line: ids of members and units.
  func list(_ text: String, option: String) throws -> [String] {
    try line(text, option: option).split(separator: " ").map(String.init)
  }

  /// A reason or other text of several lines: normalised, and not empty.
  func reason(_ text: String, option: String = "--reason") throws -> String {
    let words = text == "-" ? try self.text(for: option) : try allowed(text, option)
    let clean = try normalisedText(words, path: option)
    guard clean.hasWords else {
      throw UsageError(message: clean.wordless(option), hint: "say why in a few words")
    }
    return clean
  }

  /// One line of text, not empty unless the command gives the empty line a meaning.
  func line(_ text: String, option: String, mayBeEmpty: Bool = false) throws -> String {
    let line = try oneLine(
      text == "-" ? try nextLine(for: option) : try allowed(text, option), option: option)
    guard line.hasWords || mayBeEmpty && line.allSatisfy(\.isWhitespace) else {
      throw UsageError(
        message: line.wordless(option), hint: "give its words, or leave \(option) out")
    }
    return line
  }

  /// All that is left of standard input.
  func text(for option: String) throws -> String {
    if let known = given[option] { return known }
    try requireFree(for: option)
    if Output.canAsk { Output.note("\(option): Ctrl-D on an empty line ends the text") }
    let text =
      try Output.canAsk
      ? TypedText.read(option, keeping: draft)
      : rest.map(String.init) ?? TextInput.standardInput()
    rest = ""
    restTaker = option
    given[option] = text
    return text
  }

  /// The next line of standard input.
  private func nextLine(for option: String) throws -> String {
    if let known = given[option] { return known }
    try requireFree(for: option)
    guard !Output.canAsk else {
      let answer = try Question.line(option + ": ", beginning: draft?[option] ?? "") {
        draft?.keep(option, $0)
      }
      given[option] = answer
      return answer
    }
    var left = try rest ?? Substring(TextInput.standardInput())
    let line = left.prefix { !$0.isNewline }
    left = left.dropFirst(line.count).dropFirst()
    rest = left
    given[option] = String(line)
    return String(line)
  }

  private func requireFree(for option: String) throws {
    guard let restTaker else { return }
    throw UsageError(
      message: "\(restTaker) and \(option) both read standard input",
      hint: "give one of them in another way")
  }

  private func allowed(_ text: String, _ option: String) throws -> String {
    try requireNoOption(text, after: option)
    if isSealed { throw Self.refusal(option) }
    return text
  }

  /// Why words that will be sealed are not taken from an option.
  static func refusal(_ option: String) -> Refusal {
    Refusal(
      .sealedOption,
      "what is sealed is not taken from \(option): others on this computer see the words of a "
        + "command, and the shell keeps them",
      hint: option == "--text"
        ? "give it with -, with --from FILE, or leave it out and an editor opens"
        : "give \(option) - and type or pipe the words; one-line options take one line each, in "
          + "the order of the help, and the text takes the rest")
  }
}
