internal import ArgumentParser
internal import CaseModel
internal import ContactData
internal import Diagnostics
internal import Layout
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar find`: the cases of a person who calls again.
struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find the cases of a caller by telephone number or name.",
    discussion: """
      Opens the contact data that you may read, in memory. Numbers are compared without spaces, \
      country prefixes and trunk zeros, in all three forms of digits; names without regard to \
      spelling, order and script. “-” reads the number or name from standard input, so that it \
      does not stand in the list of processes.

      Examples:
        daftar find --phone "0944 123 456"
        daftar find --name -
      """)

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp("A telephone number, or its last six digits or more.", valueName: "number"))
  var phone: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("A name, or parts of it.", valueName: "name"))
  var name: String?
  @Argument(help: .hidden) var unnamed: [String] = []
  @Flag(help: "For programs.") var json = false

  func validate() throws {
    guard unnamed.isEmpty else { return }
    guard (phone == nil) != (name == nil) else {
      throw ValidationError("give one of --phone and --name")
    }
  }

  /// What was typed is not repeated: it may be somebody's number.
  private var refusal: UsageError {
    let isName = unnamed.contains { $0.contains(where: \.isLetter) }
    let option = isName ? "--name" : "--phone"
    return UsageError(
      message: "a number stands after --phone, a name after --name",
      hint: "`daftar find \(option) -` asks for it, so that the shell does not keep it")
  }

  func run() throws {
    guard unnamed.isEmpty else { throw refusal }
    let register = try Session(global).register
    let words = OptionWords(isSealed: false)
    let question: ContactQuestion =
      if let phone {
        try .phone(words.line(phone, option: "--phone"))
      } else {
        try .name(words.line(name ?? "", option: "--name"))
      }
    let result = try register.find(question)
    if !result.hits.isEmpty {
      LastList.remember(result.hits.map(\.found.id), in: register.repository)
    }
    if json {
      let hits = result.hits.map { hit in
        JSONDocument.object(
          JSONDocument.frontMatter(hit.found) + [("contact", ContactJSON.document(hit.contact))])
      }
      try Output.write(JSONDocument.list(hits).document)
    } else if result.hits.isEmpty {
      Output.note("no contact data that you may read matches")
    } else {
      var table = TextTable(
        ["", "case", "state", "received", "name", "phone", "title"],
        concessions: [.leavesOut("received"), .cuts("name", to: 16), .cuts("phone", to: 20)])
      for (index, hit) in result.hits.enumerated() {
        table.append([
          String(index + 1), hit.found.id.description, hit.found.state.rawValue,
          hit.found.received.description, hit.contact.name ?? "–",
          hit.contact.phones.joined(separator: ", "), hit.found.title,
        ])
      }
      for line in table.lines(width: TerminalSize.columns) { try Output.line(line) }
    }
    Output.diagnostics(result.problems)
    if result.problems.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}
