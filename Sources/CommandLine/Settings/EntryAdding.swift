internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Vocabulary
internal import Terminal

/// What is typed of a code that is added: itself, and its names.
struct NamedCode: ParsableArguments {
  @Argument(help: ArgumentHelp("The code that cases hold.", valueName: "code")) var code: String
  @Option(
    name: .customLong("name"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What it is called, in the first language or in another one; once for each.",
      valueName: "[language=]name"))
  var names: [String] = []
}

/// A command that adds a code with its names to a configuration file.
protocol EntryAdding: ParsableCommand {
  var global: GlobalOptions { get }
  var named: NamedCode { get }
  /// The list that the code is added to.
  var list: CodeList { get }
  /// The area in which an area lies, as it was typed.
  var parent: String? { get }
}

extension EntryAdding {
  var parent: String? { nil }
  private var code: String { named.code }

  func run() throws {
    let session = try Session(global)
    let configuration = session.register.configuration
    let member = try session.member(global.member)
    try requireCode(configuration)
    let labels = try labels(configuration)
    let parent = try parent.map { try configuration.code(meant: $0, in: .concern(.area)) }
    let entry = NewEntry.code(LabelledCode(code: code, labels: labels), list, parent: parent)
    try ConfigurationReport.add(entry, to: session.register, as: member)
  }

  private func requireCode(_ configuration: Configuration) throws {
    guard NewEntry.isCode(code) else {
      throw UsageError(
        message: "“\(code)” is no code",
        hint: "a code has letters, digits and dashes and is never changed, such as "
          + "\(Self.proposal(for: code)); the name goes with --name")
    }
    guard !configuration.named(list).contains(where: { $0.code == code }) else {
      throw UsageError(
        message: "the \(list.noun) “\(code)” is there already",
        hint: "see `daftar codes \(list.listName)`; a name is changed in cases/\(list.file)")
    }
  }

  /// A code that could be made of a name.
  private static func proposal(for name: String) -> String {
    let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let words = String(letters).split(separator: "-").joined(separator: "-")
    return words.isEmpty ? "north-1" : String(words.prefix(32))
  }

  /// The names by language: one without a language is in the first of the register.
  private func labels(_ configuration: Configuration) throws -> Labels {
    let languages = configuration.settings.languages
    var labels: [String: String] = [:]
    for name in named.names {
      let split = name.firstIndex(of: "=")
      let tag = split.map { String(name[..<$0]) } ?? languages.first ?? "en"
      let text = split.map { String(name[name.index(after: $0)...]) } ?? name
      guard languages.contains(tag) else {
        throw UsageError(
          message: "--name: “\(tag)” is no language of this register",
          hint: "write --name en=… with one of: \(languages.joined(separator: ", "))")
      }
      guard labels[tag] == nil else {
        throw UsageError(
          message: "--name: there are two names in “\(tag)”", hint: "give one name in each language"
        )
      }
      labels[tag] = try nameLine(text, option: "--name")
    }
    guard !labels.isEmpty else {
      throw UsageError(
        message: "the name is missing",
        hint: "give it in each language: --name en=… --name ar=…; pages show it")
    }
    return Labels(labels)
  }
}

/// The report of a command that changed the configuration.
enum ConfigurationReport {
  /// Adds an entry, brings the file into force, and says what differs now.
  static func add(_ entry: NewEntry, to register: Register, as member: Team.Member) throws {
    let changes = try register.propose(entry.file, as: member) { try entry.added(to: $0) }
    Output.isDone("\(entry.code) recorded and in force", hint: "see `daftar log`")
    try Output.line("\(entry.code) is recorded and in force")
    for change in changes { try Output.line("  " + change) }
  }
}
