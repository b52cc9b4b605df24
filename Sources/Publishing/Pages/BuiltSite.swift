internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import Disclosure
internal import FoundationEssentials
internal import GitStore
package import Register
package import Site
package import SiteTemplate

/// A site of a register, in memory: the public one, or the team's own.
package struct BuiltSite {
  /// The two sites, which never share a folder.
  package enum Kind: String {
    case `public`, `internal`
  }

  /// Which of the two it is.
  package let kind: Kind
  /// Every file of it, sorted by path.
  package let files: [SiteFile]
  /// What is wrong with cases or template, none of it fatal.
  package let problems: [Diagnostic]
  /// The newest block, which names the release; nil without any.
  package let release: String?

  /// Builds the public site from closed blocks only; throws when anything is not proved.
  ///
  /// `builtIn` is the template under the register's own; `day` leaves out what was closed later, nil
  /// takes all.
  package static func publicSite(
    of register: Register, over builtIn: TemplateSource.Layer, asOf day: CalendarDate? = nil
  ) throws -> BuiltSite {
    let published = try PublishedRegister(register, withHistory: true)
    try published.requireSound()
    let blocks = published.blocks.filter { block in day.map { block.closed.closedOn <= $0 } ?? true
    }
    let upcoming = try RegisterNumbers.plan(register.configuration.publication)
    let publication = Publication(
      try SiteContext.context(of: register), plan: blocks.last?.closed.plan ?? upcoming,
      upcoming: upcoming,
      blocks: blocks.map(\.numbers), sensitiveYears: blocks.flatMap(\.closed.sensitiveYears))
    let template = try SiteContext.template(of: register, over: builtIn)
    let data = OpenData(
      publication, words: SiteWords(publication, template),
      sha256: { Digest.hex($0) })
    let output = SiteBuilder.build(
      publication: publication, template: template,
      extra: data.files, jsonLD: { data.jsonLD(language: $0, block: $1, root: $2) })
    let site = BuiltSite(
      kind: .public, files: try SiteContext.files(of: output),
      problems: published.problems + SiteContext.findings(of: output),
      release: blocks.last.map { "\($0.numbers.period) \($0.numbers.shortDigest)" })
    try site.requireProved(output.numbers, publication, register)
    return site.withArchive
  }

  /// Builds the team's site from all cases that are not sensitive, as they are.
  package static func internalSite(
    of register: Register, over builtIn: TemplateSource.Layer, asOf day: CalendarDate
  ) throws -> BuiltSite {
    let numbers = try RegisterNumbers(register)
    let publication = Publication(
      internal: try SiteContext.context(of: register), plan: numbers.plan,
      records: numbers.records(asOf: day), open: numbers.open, book: numbers.book, asOf: day,
      figures: numbers.teamFigures)
    let output = SiteBuilder.build(
      publication: publication, template: try SiteContext.template(of: register, over: builtIn))
    return BuiltSite(
      kind: .internal, files: try SiteContext.files(of: output),
      problems: numbers.problems + SiteContext.findings(of: output), release: nil)
  }

  /// The same with an archive of all files, to be carried on a stick.
  private var withArchive: BuiltSite {
    let archive = SiteFile(path: "site.zip", bytes: ZipArchive.bytes(files))
    return BuiltSite(
      kind: kind, files: (files + [archive]).sorted { $0.path < $1.path }, problems: problems,
      release: release)
  }

  /// Computes every stated number again from the files alone (R6 e), and looks for what would point
  /// to a case (R6 f).
  private func requireProved(
    _ numbers: [DerivedNumber], _ publication: Publication, _ register: Register
  ) throws {
    var rows: [CountRow] = []
    for file in files where file.path.hasPrefix("data/") && file.path.hasSuffix("/counts.csv") {
      rows += try CountsFile.rows(reading: file.bytes)
    }
    let wrong = publication.wrong(numbers, rows: rows).map { finding in
      Diagnostic(
        rule: "publish.derived", message: finding.description,
        hint: "this is a fault of the program: nothing was written, please report it")
    }
    let scan = OutputScan(
      cases: try register.caseIDs(),
      addresses: register.configuration.team.members.compactMap(\.email),
      isRecorded: { register.repository.hasObject(named: $0) })
    let problems = wrong + scan.findings(in: files)
    guard problems.isEmpty else { throw DiagnosticList(problems) }
  }
}
