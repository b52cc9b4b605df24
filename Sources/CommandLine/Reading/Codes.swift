internal import ArgumentParser
internal import CaseModel
internal import Layout
internal import Register
internal import Text
internal import Vocabulary
internal import Terminal

/// `daftar codes`: the codes of the register and what they are called.
struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "The codes that options take, and what they are called.",
    discussion: """
      Without a list: the names of the lists. Of members, the code is the id.

      Examples:
        daftar codes
        daftar codes categories
        daftar codes areas --json
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp("A list: categories, channels, areas, outcomes …", valueName: "list"),
    completion: .list(CodeList.all.map(\.listName)))
  var list: String?
  @Flag(help: "For programs: codes with their names by language.") var json = false
  @OptionGroup var pager: PagerOption

  func run() throws {
    let configuration = try Session(global).register.configuration
    guard let list else { return try printLists(configuration) }
    guard let meant = CodeList(named: list) else {
      let names = CodeList.all.map(\.listName)
      throw UsageError(
        message: "there is no list “\(list)”",
        hint: nearest(to: list.lowercased(), among: names).map { "did you mean “\($0)”?" }
          ?? "lists: " + names.joined(separator: ", "))
    }
    let codes = configuration.named(meant)
    if json { return try Output.write(Self.document(codes, configuration, meant).document) }
    guard !codes.isEmpty else {
      Output.note("no \(meant.noun) is configured yet")
      return
    }
    try pager.showing { try printCodes(codes, meant, configuration) }
  }

  private func printLists(_ configuration: Configuration) throws {
    let lists = CodeList.all.map { ($0, configuration.named($0)) }
    if json {
      return try Output.write(
        JSONDocument.object(
          lists.map { ($0.listName, Self.document($1, configuration, $0)) }
        ).document)
    }
    var table = TextTable(["list", "codes", "first ones"])
    for (list, codes) in lists {
      let first = codes.prefix(8).map(\.code).joined(separator: ", ")
      table.append([
        list.listName, String(codes.count), first + (codes.count > 8 ? " …" : ""),
      ])
    }
    for line in table.lines(width: TerminalSize.columns) { try Output.line(line) }
  }

  private func printCodes(
    _ codes: [LabelledCode], _ list: CodeList, _ configuration: Configuration
  ) throws {
    let languages = list == .members ? ["name"] : configuration.settings.languages
    let parents = Self.parents(list, configuration)
    let heads = ["code"] + (parents.isEmpty ? [] : ["in"]) + languages
    // Where there is no room for all languages, the first one is shown whole.
    var table = TextTable(
      heads, concessions: languages.dropFirst().reversed().map { .leavesOut($0) })
    for code in codes {
      let names = languages.map { code.labels.all[$0] ?? code.labels.text($0) ?? "" }
      table.append([code.code] + (parents.isEmpty ? [] : [parents[code.code] ?? ""]) + names)
    }
    for line in table.lines(width: TerminalSize.columns) { try Output.line(line) }
  }

  private static func parents(_ list: CodeList, _ configuration: Configuration) -> [String: String]
  {
    guard list == .concern(.area) else { return [:] }
    return configuration.places.areas.reduce(into: [:]) { $0[$1.name.code] = $1.parent }
  }

  private static func document(
    _ codes: [LabelledCode], _ configuration: Configuration, _ list: CodeList
  ) -> JSONDocument {
    let parents = parents(list, configuration)
    let first = configuration.settings.languages.first ?? "en"
    return .list(
      codes.map { code in
        let labels =
          code.labels.isForAllLanguages
          ? [(key: first, value: code.labels.text(first) ?? code.code)]
          : code.labels.all.sorted { $0.key < $1.key }
        return .object([
          ("code", .text(code.code)), ("parent", parents[code.code].map(JSONDocument.text)),
          ("labels", .object(labels.map { ($0.key, JSONDocument.text($0.value)) })),
        ])
      })
  }
}
