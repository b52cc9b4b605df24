internal import PersonalData
internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Demo
internal import Diagnostics
internal import Disclosure
internal import FoundationEssentials
internal import Register
internal import Sealing
internal import Text
internal import Terminal

/// `daftar init`: makes a new register.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new register.",
    discussion: """
      Makes a folder with a git repository, the categories, deadlines and plans that a register \
      starts with, and the team.

      What is sealed is chosen now and stays; on a terminal it is asked, by where the common copy \
      will be kept. With “sensitive”, ordinary complaints stay readable \
      Markdown in the history for ever and cannot be erased from it. With “everything”, nothing \
      can be read without a key, and the history keeps nothing of it that could not be erased. Either way contact data and \
      sensitive cases are sealed, for the members whose keys are recorded with `daftar member key \
      set`, and for a recovery key, whose secret part is printed once. Restricted cases have a \
      recovery key of their own: headquarters or the board makes it with `daftar key new` and keeps \
      the secret part.

      A member is ID:NAME:ROLE[+ROLE]…[:EMAIL]. Roles: intake, handler, manager, focal, reviewer, \
      qa, publisher, privacy, auditor, admin, trainee.

      Example:
        daftar init complaints --name "Valley Relief" --languages en,ar,ru \\
          --time-zone Asia/Damascus --member omar:"Omar H.":intake \\
          --member rana:"Rana K.":handler \\
          --member huda:"Huda M.":manager:huda@example.org
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The new folder.", valueName: "dir")) var folder: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The name of the register.", valueName: "text"))
  var name: String
  @Option(
    help: ArgumentHelp("Languages with commas; the first is the default.", valueName: "codes"))
  var languages = "en"
  @Option(
    help: ArgumentHelp(
      "Zone in which days are counted (default: of this computer).", valueName: "zone"))
  var timeZone: String?
  @Option(help: ArgumentHelp("Profile of deadlines; only this one today.", valueName: "name"))
  var profile = "acted15"
  @Option(
    help: ArgumentHelp(
      "What is sealed beside contact data: sensitive, or everything (asked; default: sensitive).",
      valueName: "what"))
  var seal: String?
  @Option(
    help: ArgumentHelp(
      "Public recovery key of restricted cases, made outside the office.", valueName: "age1…"))
  var restrictedRecovery: String?
  @Flag(
    help: "Leave one of three or more readers out of every sensitive case, by lot: nobody can tell."
  )
  var leaveOneOut = false
  @Option(
    help: ArgumentHelp(
      "Folders: month, or month-bucket for over 300 cases a month.", valueName: "how"))
  var layout = "month"
  @Option(
    help: ArgumentHelp(
      "Cases that you expect in a year: how long a block of published figures is follows from it.",
      valueName: "number"))
  var casesAYear: Int?
  @Flag(help: "A demonstration: DAFTAR_NOW may set its clock.") var demo = false
  @Option(
    name: .customLong("member"),
    help: ArgumentHelp(
      "One of the team, as above; at least one, may be repeated.", valueName: "member"))
  var members: [String] = []

  func run() throws {
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw UsageError(
        message: "--name is empty",
        hint: "write the name as people say it: --name \"Valley Relief\"")
    }
    var creation = RegisterCreation(
      name: try nameLine(name, option: "--name"),
      members: try members.map { try MemberWords.member($0) })
    creation.languages = try languageCodes()
    creation.timeZone = timeZone ?? Self.systemTimeZone()
    creation.profile = profile
    creation.leavesOneOut = leaveOneOut
    creation.isDemo = demo
    if let casesAYear { creation.blockLength = try Self.blockLength(casesAYear).rawValue }
    try checkChoices(&creation)
    let target = folder.hasPrefix("/") ? folder : base + "/" + folder
    Environment.current.hintPlace.remember(target, named: nil)
    let clock = try Session.clock()
    guard !clock.isSet || demo else {
      throw Diagnostic(
        rule: "clock.set", message: "DAFTAR_NOW may set the clock only in a demonstration",
        hint: "unset DAFTAR_NOW, or add --demo")
    }
    warnOfNesting(in: target)
    if seal == nil, Output.canAsk { creation.seal = try InitDialogue.seal() }
    let here = Output.canAsk ? try InitDialogue.whoSitsHere(creation.members) : nil
    let recovery = Identity()
    creation.recovery = recovery.recipient.text
    creation.recoveryRestricted = try restrictedRecovery.map(Self.publicKey)
    _ = try creation.create(at: target, clock: clock) { EmbeddedFiles.content("cases/" + $0) }
    Output.isDone(
      "the register is in \(folder)",
      hint: "its recovery key is lost with the output: delete the folder and make it again")
    try Output.line("The register “\(creation.name)” is in \(folder).")
    try Output.line("")
    try Output.line("The recovery key of the team, printed this once and stored nowhere:")
    try Output.line("  " + recovery.secretText)
    // What to do with the key is said only once it can be read.
    try Output.finish()
    let isAlone = creation.members.count == 1
    Output.note(advice(creation, here: isAlone ? creation.members.first : here))
  }

  private func advice(_ creation: RegisterCreation, here: Team.Member?) -> String {
    let stays =
      creation.seal == .everything
      ? "Every text is sealed: nothing can be read without a key, and the history keeps nothing of it "
        + "that could not be erased."
      : "Ordinary complaints stay readable Markdown in its history for ever and cannot be erased "
        + "from it; contact data and sensitive cases are sealed."
    let restricted =
      restrictedRecovery == nil
      ? "\nRestricted cases have no recovery key yet: somebody outside the office makes one "
        + "(daftar key new), and its public part goes into cases/register.yml as "
        + "recovery-restricted: age1…" : ""
    return """
      Write it on paper and lock it away: with it, what is sealed (but for restricted cases) can \
      be opened.

      \(stays)\(restricted)

      \(BlockLengths.words(forCasesAYear: casesAYear))

      \(InitAdvice(folder: folder, members: creation.members, here: here).text)
      """
  }

  private static func blockLength(_ casesAYear: Int) throws -> BlockLength {
    guard (1...1_000_000).contains(casesAYear) else {
      throw UsageError(
        message: "--cases-a-year: \(casesAYear) is no number of cases",
        hint: "give about how many come in a year, such as --cases-a-year 100")
    }
    return .proposed(forCasesAYear: casesAYear)
  }

  private static func publicKey(_ text: String) throws -> String {
    do throws(SealingError) {
      return try Recipient(reading: text).text
    } catch {
      throw UsageError(
        message: "--restricted-recovery is no public key: \(error.message)",
        hint: "it begins with age1, as `daftar key new` prints it")
    }
  }

  /// Warns where the folder lies in another register: git takes the one for a part of the other.
  private func warnOfNesting(in target: String) {
    var place = target[...]
    while let slash = place.lastIndex(of: "/"), slash != place.startIndex {
      place = place[..<slash]
      guard FileManager.default.fileExists(atPath: place + "/cases/register.yml") else { continue }
      Output.diagnostic(
        Diagnostic(
          .warning, rule: "register.nested", message: "this folder lies in the register \(place)",
          hint: "if that is not meant, delete it and make it in a folder of its own"))
      return
    }
  }

  private var base: String { global.folder }

  private func checkChoices(_ creation: inout RegisterCreation) throws {
    guard let layout = RegisterSettings.Layout(rawValue: layout) else {
      throw UsageError(
        message: "“\(self.layout)” is no layout", hint: "give month or month-bucket")
    }
    creation.layout = layout
    if let seal {
      guard let sealed = RegisterSettings.Seal(rawValue: seal) else {
        throw UsageError(
          message: "“\(seal)” is no way to seal", hint: "give sensitive or everything")
      }
      creation.seal = sealed
    }
    let known = EmbeddedFiles.profiles
    guard known.contains(profile) else {
      throw UsageError(
        message: "there is no profile “\(profile)”",
        hint: "profiles: \(known.joined(separator: ", ")); limits are edited in cases/targets.yml")
    }
    guard !creation.members.isEmpty else {
      throw UsageError(
        message: "a register needs at least one member",
        hint: "for instance --member huda:\"Huda M.\":manager+intake+handler")
    }
    for (index, member) in creation.members.enumerated()
    where creation.members[..<index].contains(where: { $0.id == member.id }) {
      throw UsageError(
        message: "the member “\(member.id)” is there twice", hint: "give each member its own id")
    }
  }

  private func languageCodes() throws -> [String] {
    var codes: [String] = []
    for part in languages.split(separator: ",", omittingEmptySubsequences: false) {
      let code = String(part.drop { $0 == " " }.prefix { $0 != " " })
      guard LanguageCode.isKnown(code) else {
        let refusal = LanguageCode.refusal(part.filter { $0 != " " })
        throw UsageError(message: "--languages: \(refusal.message)", hint: refusal.hint.text)
      }
      guard !codes.contains(code) else {
        throw UsageError(
          message: "--languages: “\(code)” is there twice", hint: "name each language once")
      }
      codes.append(code)
    }
    return codes
  }

  /// The zone of this computer, from the link that Debian and most systems keep.
  private static func systemTimeZone() -> String {
    if let zone = Environment.current.variable("TZ"), !zone.hasPrefix(":") { return zone }
    let path = "/etc/localtime"
    if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
      let start = target.ranges(of: "zoneinfo/").first?.upperBound
    {
      let name = String(target[start...])
      return ["Etc/UTC", "Universal", "Zulu"].contains(name) ? "UTC" : name
    }
    return "UTC"
  }
}
