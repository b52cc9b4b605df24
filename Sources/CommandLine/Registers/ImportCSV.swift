internal import ArgumentParser
internal import CaseModel
internal import Diagnostics
internal import Exchange
internal import Mapping
internal import FileSystem
internal import FoundationEssentials
internal import Register
internal import Text
internal import Terminal

/// `daftar import csv`: imports a CSV file as a map says.
struct ImportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Import a CSV file; without a map, propose one.",
    discussion: """
      The map says for each column whether it is coded, text, private or dropped. Private columns \
      (names, phones) are sealed as contact data, and left out while no member has a key. Rows of a \
      sensitive kind become sealed cases. One commit; a second import of the same file changes \
      nothing, but brings in what was left out for want of a key. Of a newer export the new rows \
      come in; what other rows say otherwise now is listed, and recorded with --update, never over \
      what somebody recorded since. With a bad row nothing is imported, unless --skip-bad. Codes \
      that the map names and the register lacks are told; --add-codes adds them before, each with \
      the table's name for it, in commits of their own.

      The proposal finds encoding, separator, header and the form of dates, and asks where it \
      cannot know; --encoding, --separator and --header-row answer before it does.

      Examples:
        daftar import csv log.csv
        daftar import csv log.csv --encoding windows-1252 --header-row 3
        daftar import csv log.csv --map log.csv.map.yml --dry-run
        daftar import csv log.csv --map log.csv.map.yml
        daftar import csv log.csv --map log.csv.map.yml --add-codes --dry-run
        daftar import csv log.csv --map log.csv.map.yml --update
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var farDates: FarDatesOption
  @OptionGroup var form: TableFormOptions

  @Argument(help: ArgumentHelp("The CSV file.", valueName: "file")) var file: String
  @Option(
    help: ArgumentHelp("The map; without it one is proposed and saved.", valueName: "map.yml"))
  var map: String?
  @Flag(help: "Import the good rows; the refused ones go to a file of their own.")
  var skipBad = false
  @Flag(help: "Record what rows of an earlier import say otherwise now.") var update = false
  @Flag(
    help: "Add areas, units, projects, themes and channels that the map names and nobody added yet."
  )
  var addCodes = false
  @Option(
    help: ArgumentHelp(
      "Where the refused rows go, outside the register (default: FILE.refused.csv).",
      valueName: "path"))
  var refused: String?
  @Flag(help: "Say what would happen and change nothing.") var dryRun = false
  @Flag(help: "The report, for programs.") var json = false

  func run() throws {
    let session = try Session(global)
    let options = try form.options()
    let bytes = try content(of: file)
    guard let map else {
      try propose(bytes, options, session.register)
      return
    }
    let member = try session.member(global.member)
    let (reading, writing) = (Progress("reading rows"), Progress("recording cases"))
    let plan = try CSVImport.plan(
      bytes, path: file,
      map: try ImportMap.reading(try content(of: map), path: map).with(options), mapPath: map,
      register: session.register, member: member, addingCodes: addCodes, told: reading.update)
    let target = refused ?? file + ".refused.csv"
    let place = Environment.current.place(of: target)
    let hasRefusedRows = skipBad && !dryRun && !plan.refused.isEmpty
    if hasRefusedRows { try RefusedRowsFile.requirePlace(place, register: session.register) }
    let report =
      dryRun
      ? plan.trial(updating: update)
      : try plan.commit(
        in: session.register, as: member, skippingBad: skipBad, updating: update,
        told: writing.update)
    if !dryRun, !report.isStopped {
      Output.isDone(
        "the list is imported", hint: "a second import would say what is there; see `daftar log`")
    }
    if hasRefusedRows {
      try RefusedRowsFile.write(plan, to: place, register: session.register)
      Output.note("the refused rows are in \(target), readable by you only")
    }
    try show(report)
    if !plan.refused.isEmpty, report.isStopped || dryRun { throw Failure() }
    if report.waitsForUpdate { throw Failure() }
  }

  private func show(_ report: ImportReport) throws {
    Output.diagnostics(report.plan.notes)
    if json {
      try Output.write(JSONDocument(report.json).document)
      return
    }
    Output.diagnostics(
      RefusedValues.grouped(report.plan.refused).map { value in
        Diagnostic(
          .error, rule: "import.row", at: SourceLocation(path: file, line: value.rows.first),
          message: value.words, hint: value.remedy)
      })
    for line in report.lines { try Output.line(line) }
    if dryRun { for line in report.preview { try Output.line(line) } }
  }

  private func propose(
    _ bytes: [UInt8], _ options: TableOptions, _ register: Register
  ) throws {
    let target = file + ".map.yml"
    let configuration = register.configuration
    let opened = try TableQuestions.open(
      bytes, path: file, options: options, languages: configuration.settings.languages)
    var proposal = MapProposal.propose(opened, configuration)
    if Output.canAsk, !proposal.doubts.isEmpty {
      proposal = MapProposal.propose(
        opened, configuration, isDayFirst: try TableQuestions.orders(proposal.doubts))
    }
    for line in proposal.words { try Output.line(line) }
    let place = Environment.current.place(of: target)
    do {
      // Never through a link, and never over what came to stand there in the meantime.
      try WholeFile.create(place, with: Array(proposal.yaml.utf8))
    } catch {
      guard !error.isTaken else {
        throw Diagnostic(
          rule: "import.map", at: SourceLocation(path: target),
          message: "a map is there already; nothing was written",
          hint: "use it with --map \(target), or move it away for a new proposal")
      }
      throw Diagnostic(
        rule: "import.map", at: SourceLocation(path: target),
        message: "the map cannot be written: \(error.reason)",
        hint: "copy the table to a folder where you may write")
    }
    Output.isDone("the map is in \(target)", hint: "read and correct it")
    try Output.line("")
    try Output.line("The map is in \(target). Read and correct it, then run:")
    try Output.line("  daftar import csv \(file) --map \(target) --dry-run")
  }

  private func content(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: Environment.current.place(of: path))
    else {
      throw Diagnostic(
        rule: "file.read", at: SourceLocation(path: path), message: "the file cannot be read",
        hint: "check its name and permissions")
    }
    return Array(data)
  }
}
