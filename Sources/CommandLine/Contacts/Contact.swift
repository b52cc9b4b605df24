internal import ContactData
internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Text
internal import Terminal

/// `daftar contact`: how to reach the complainant of a case.
struct Contact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "How to reach the complainant; change it with --from.",
    discussion: """
      Contact data is sealed for intake, handlers, managers and focal points; of a sensitive case, \
      for its readers. --from FILE, or --from - for standard input, changes it, one “key: value” a \
      line: name, phone (repeated), email, language, hours, answers (who may answer), message \
      (whether one may be left), channel, place, note. A field that is not named stays as it \
      was; “email: -” empties one; a new phone stands for all numbers before. --anew keeps \
      nothing of what was recorded before.

      Examples:
        daftar contact 15JC --from contact.txt
        daftar contact 15JC
      """)

  @OptionGroup var acting: ActingOptions
  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Change what this file says, or “-”.", valueName: "file"))
  var source: String?
  @Flag(name: .customLong("anew"), help: "With --from: keep nothing of what was recorded before.")
  var isWhole = false
  @Flag(help: "For programs.") var json = false

  func run() throws {
    let session = try Session(acting.global)
    let register = session.register
    let id = try register.caseID(meant: caseArgument)
    guard let source else { return try show(try register.contact(of: id)) }
    let member = try session.member(acting.member)
    let command = "contact \(id) --from -"
    let draft =
      try source == "-" && Output.canAsk
      ? Drafts(of: register, for: member).offered(for: "contact \(id)") : nil
    let recorded = try keeping(draft, for: command) {
      let words = OptionWords(isSealed: true, keeping: draft)
      return try record(ContactInput(source: source, words: words), in: id, register, as: member)
    }
    if let recorded { try ActionReport.print(recorded, in: register) }
  }

  private func record(
    _ input: ContactInput, in id: CaseID, _ register: Register, as member: Team.Member
  ) throws -> Recorded? {
    guard let change = try input.change() else { return nil }
    // Wrong lines are refused before anything is opened.
    _ = try register.contact(of: id, after: change, isWhole: isWhole)
    let day = try acting.day?.date(today: register.today)
    return try namingCase(id) {
      try register.record(in: id, as: member) { _ in
        let text = try register.contact(of: id, after: change, isWhole: isWhole)
        return [Step(.contact, text: ContactInput.canonical(text), on: day)]
      }
    }
  }

  private func show(_ record: ContactRecord) throws {
    guard json else {
      for line in record.text.split(separator: "\n") { try Output.line(String(line)) }
      return
    }
    try Output.write(ContactJSON.document(record).document)
  }
}

/// Contact data for programs.
enum ContactJSON {
  static func document(_ record: ContactRecord) -> JSONDocument {
    .object(
      ContactKey.allCases.map { key in
        guard key.repeats else { return (key.rawValue, record[key].map(JSONDocument.text)) }
        return (key.rawValue, .list(record.phones.map(JSONDocument.text)))
      } + [
        (
          "other",
          record.others.isEmpty
            ? nil : .object(record.others.map { ($0.label, JSONDocument.text($0.value)) })
        )
      ])
  }
}
