internal import CaseModel
internal import CaseFormat
internal import Text

/// A question to a person on a terminal, one at a time.
enum Question {
  /// Asks for one of several codes; the number of the line or the code itself answers.
  static func choice(_ question: String, among codes: [LabelledCode]) throws -> String {
    Output.note(question)
    for (index, code) in codes.enumerated() {
      let number = DisplayWidth.padded("\(index + 1)", to: 4)
      let name = DisplayWidth.padded(code.code, to: 20)
      Output.note("  \(number)\(name)\(code.labels.text("en") ?? "")")
    }
    while true {
      let answer = try line("number or code: ").asciiDigits
      if let number = Int(answer), codes.indices.contains(number - 1) {
        return codes[number - 1].code
      }
      if codes.contains(where: { $0.code == answer }) { return answer }
      let near = nearest(to: answer, among: codes.map(\.code))
      Output.note("“\(answer)” is not in the list" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
  }

  /// Asks for a line; an empty answer is empty.
  static func line(
    _ question: String, beginning: String = "", typing: (String) -> Void = { _ in }
  ) throws -> String {
    guard let answer = try LineEditor.line(question, beginning: beginning, typing: typing) else {
      throw Cancelled()
    }
    return try normalisedText(answer, path: "answer")
  }

  /// Asks for the code of a language until it is one: of the register, or any other (BCP 47).
  static func language(among languages: [String]) throws -> String {
    while true {
      let answer = try line("Language (\(languages.joined(separator: ", "))): ").lowercased()
      if languages.contains(answer) || answer.wholeMatch(of: /[a-z]{2,3}(-[a-z0-9]{1,8})*/) != nil {
        return answer
      }
      Output.note(
        "“\(answer)” is no code of a language: give \(languages.joined(separator: ", ")), "
          + "or another code of two or three letters")
    }
  }

  /// Asks for yes or no.
  static func isYes(_ question: String) throws -> Bool {
    while true {
      switch try line(question + " (y/n) ").lowercased() {
      case "y", "yes", "д", "да", "ن", "نعم": return true
      case "n", "no", "н", "нет", "ل", "لا", "": return false
      default: continue
      }
    }
  }
}
