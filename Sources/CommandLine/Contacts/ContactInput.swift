internal import ContactData
internal import CaseModel
internal import Diagnostics
internal import Text
internal import Terminal

/// Where contact data comes from: a file, standard input, or questions on a terminal.
///
/// Never an option: others on the computer could see it.
struct ContactInput {
  /// A file, or “-” for standard input; nil to ask.
  let source: String?
  /// What else the command reads from standard input.
  var words = OptionWords(isSealed: true)

  /// The codes of the register's channels.
  var channels: [String] = []

  /// Returns the record in its canonical form; nil when there is nothing to record.
  ///
  /// What is answered is kept in the draft after each question.
  func read(asking: Bool, keeping draft: Draft? = nil) throws -> String? {
    if let source {
      let record = try ContactRecord(reading: try text(of: source))
      try record.requireChannel(among: channels)
      return Self.canonical(record)
    }
    return asking ? try ask(draft) : nil
  }

  /// Returns what is to be changed of a record that is there; nil without a source.
  func change() throws -> ContactChange? {
    try source.map { try ContactChange(reading: try text(of: $0)) }
  }

  private func text(of source: String) throws -> String {
    source == "-" ? try words.text(for: "the contact data") : try TextInput.content(of: source)
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
      try ask(key, &record, draft)
      if !record.isEmpty { draft?.keep("contact", Self.canonical(record)) }
    }
    return record.isEmpty ? nil : Self.canonical(record)
  }

  private func ask(
    _ key: ContactKey, _ record: inout ContactRecord, _ draft: Draft?
  ) throws {
    var beginning = draft?["question"] == key.rawValue ? draft?["answer"] ?? "" : ""
    draft?.keep("question", key.rawValue)
    while true {
      let answer = try Question.line(key.question + " ", beginning: beginning) {
        draft?.keep("answer", $0)
      }
      beginning = ""
      // Not where the question is left in another way: what was typed stays for the next time.
      defer { draft?.keep("answer", nil) }
      guard !answer.isEmpty else { return }
      do throws(Refusal) {
        let known = record
        try record.add(answer, as: key)
        do throws(Refusal) {
          try record.requireChannel(among: channels)
        } catch {
          record = known
          throw error
        }
        if !key.repeats { return }
      } catch {
        Output.note("\(error.message); \(error.hint)")
        beginning = answer
      }
    }
  }

  private static func canonical(_ record: ContactRecord) -> String { canonical(record.text) }

  /// A record's text as an event holds it: without the last line end.
  static func canonical(_ text: String) -> String {
    String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))
  }
}
