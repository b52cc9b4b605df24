internal import CaseFormat

/// A question to a person on a terminal, one at a time.
package enum Question {
  /// Asks for a line; an empty answer is empty.
  package static func line(
    _ question: String, beginning: String = "", typing: (String) -> Void = { _ in }
  ) throws -> String {
    guard let answer = try LineEditor.line(question, beginning: beginning, typing: typing) else {
      throw Cancelled()
    }
    return try normalisedText(answer, path: "answer")
  }

  /// Asks for the code of a language until it is one: of the register, or any other (BCP 47).
  package static func language(among languages: [String]) throws -> String {
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
  package static func isYes(_ question: String) throws -> Bool {
    while true {
      let answer = try line(question + " (y/n) ")
      if let said = yesOrNo(answer) { return said }
      if answer.isEmpty { return false }
      sayWhatIsAsked(answer)
    }
  }

  private static func sayWhatIsAsked(_ answer: String) {
    Output.note("“\(answer)” is neither yes nor no: answer y or n")
  }

  /// Asks for yes or no; nil when the person passes on.
  package static func isYesIfAsked(_ question: String) throws -> Bool? {
    while true {
      let answer = try line(question + " (y/n, Enter: not asked) ")
      if let said = yesOrNo(answer) { return said }
      if answer.isEmpty { return nil }
      sayWhatIsAsked(answer)
    }
  }

  /// What an answer in one of three languages says; nil for anything else.
  package static func yesOrNo(_ answer: String) -> Bool? {
    switch answer.lowercased() {
    case "y", "yes", "д", "да", "ن", "نعم": true
    case "n", "no", "н", "нет", "ل", "لا": false
    default: nil
    }
  }
}
