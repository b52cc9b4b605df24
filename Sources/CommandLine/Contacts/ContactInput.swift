internal import CaseModel
internal import Diagnostics

/// Where contact data comes from: a file, standard input, or questions on a terminal.
///
/// Never an option: others on the computer could see it.
struct ContactInput {
  /// A file, or “-” for standard input; nil to ask.
  let source: String?
  /// What else the command reads from standard input.
  var words = OptionWords(isSealed: true)

  /// Returns the record in its canonical form; nil when there is nothing to record.
  ///
  /// What is answered is kept in the draft after each question.
  func read(asking: Bool, keeping draft: Draft? = nil) throws -> String? {
    if let source {
      let text =
        source == "-" ? try words.text(for: "the contact data") : try TextInput.content(of: source)
      return Self.canonical(try ContactRecord(reading: text))
    }
    return asking ? try ask(draft) : nil
  }

  /// Asks one question after the other; an empty answer passes on.
  private func ask(_ draft: Draft?) throws -> String? {
    Output.note("How can the person be reached safely? It is sealed. An empty answer passes on.")
    var record = ContactRecord()
    if let kept = draft?["contact"], let known = try? ContactRecord(reading: kept) {
      record = known
      for line in record.text.split(separator: "\n") { Output.note("  " + line) }
    }
    for key in ContactKey.allCases {
      if key == .message, record.phones.isEmpty { continue }
      if key.repeats ? !record.phones.isEmpty : record[key] != nil { continue }
      try Self.ask(key, &record)
      if !record.isEmpty { draft?.keep("contact", Self.canonical(record)) }
    }
    return record.isEmpty ? nil : Self.canonical(record)
  }

  private static func ask(_ key: ContactKey, _ record: inout ContactRecord) throws {
    while true {
      let answer = try Question.line(key.question + " ")
      guard !answer.isEmpty else { return }
      do throws(Refusal) {
        try record.add(answer, as: key)
        if !key.repeats { return }
      } catch {
        Output.note(error.message + "; " + error.hint)
      }
    }
  }

  private static func canonical(_ record: ContactRecord) -> String {
    String(record.text.dropLast(record.text.hasSuffix("\n") ? 1 : 0))
  }
}
