internal import CaseModel
internal import Layout
internal import Text
internal import Vocabulary
internal import Terminal

/// A question for a code of the register: answered by its number, the code or its name.
struct CodeQuestion {
  /// How many codes are listed without being asked for.
  private static let most = 24

  let words: String
  let list: CodeList
  let configuration: Configuration
  /// Whether an empty answer passes on.
  var isOptional = false

  /// Asks until the answer is a code of the list; nil when the person passes on.
  func ask() throws -> String? {
    let codes = configuration.named(list)
    guard !codes.isEmpty || !isOptional else { return nil }
    let isShort = codes.count <= Self.most
    Output.note(words + (isOptional ? " (Enter passes on)" : ""))
    if isShort { show(codes) }
    let prompt = isShort ? "number or code: " : "code or name (? lists them): "
    while true {
      let answer = try Question.line(prompt).asciiDigits
      if answer.isEmpty, isOptional { return nil }
      if answer.isEmpty || answer == "?" {
        show(codes)
        continue
      }
      // An age in years is no number of a line.
      let isCode = codes.contains { $0.code == answer }
      if !isCode, let number = Int(answer), codes.indices.contains(number - 1) {
        return codes[number - 1].code
      }
      do throws(Refusal) {
        return try configuration.code(meant: answer, in: list)
      } catch {
        Output.note("“\(answer)” is not in the list; \(error.hint)")
      }
    }
  }

  private func show(_ codes: [LabelledCode]) {
    let language = configuration.settings.languages.first ?? "en"
    let width = codes.map { DisplayWidth.of($0.code) }.max() ?? 0
    for (index, code) in codes.enumerated() {
      let number = DisplayWidth.padded("\(index + 1)", to: 4)
      let name = DisplayWidth.padded(code.code, to: width + 2)
      Output.note("  \(number)\(name)\(code.labels.text(language) ?? "")")
    }
  }
}
