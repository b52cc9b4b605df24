internal import CaseModel
package import Diagnostics

/// What `register.yml` says: the format, the register's name, languages, clock and layout.
package struct RegisterSettings: Sendable, ConfigurationPart {
  /// How case files are sorted into folders; fixed when the register is made.
  package enum Layout: String, Sendable, CaseIterable {
    /// `cases/YYYY/MM/ID.md`, right up to about 300 cases a month.
    case month
    /// `cases/YYYY/MM/R/ID.md`, R the first random symbol of the id.
    case monthBucket = "month-bucket"
  }

  /// The version of the format on disk.
  package let format: Int
  /// What tells this register from every other, in format 2; its cases name it.
  package let registerID: String?
  /// The register's name.
  package let name: Labels
  /// Languages of labels and pages, the first one is the default.
  package let languages: [String]
  /// Whether a text may be the language of a case: one of the register's, or a code that names one.
  package func takes(language tag: String) -> Bool {
    LanguageCode.isKnown(tag) || languages.contains(tag)
  }

  /// The IANA name of the zone in which dates are counted.
  package let timeZone: String
  /// The name of the profile of deadlines.
  package let profile: String
  /// What is sealed beside contact data: sensitive cases, or every text.
  package enum Seal: String, Sendable, CaseIterable {
    case sensitive
    case everything
  }

  /// What is sealed; fixed when the register is made.
  package let seal: Seal
  /// The recovery key (`age1…`) to which everything but restricted cases is sealed too.
  package let recovery: String?
  /// The recovery key of restricted cases, kept outside the office.
  package let recoveryRestricted: String?
  /// Whether of every sensitive case one of those entitled is left out, drawn by lot: so that being
  /// left out tells nobody anything.
  package let leavesOneOut: Bool
  /// How case files are sorted into folders.
  package let layout: Layout
  /// Whether this is a demonstration, in which `DAFTAR_NOW` may set the clock.
  package let isDemo: Bool
  /// Organisations to which cases may be referred.
  package let partners: [LabelledCode]

  /// The newest format that this program writes.
  package static let newestFormat = 2

  /// Whether a newer program made this register: it can be read and not written.
  package var isNewer: Bool { format > Self.newestFormat }

  /// Reads `register.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> RegisterSettings {
    try root.requireKnownKeys([
      "format", "name", "languages", "time-zone", "profile", "seal", "layout", "demo", "partners",
      "recovery", "recovery-restricted", "leave-one-out", "id",
    ])
    let languages = try root.optionalTexts("languages")
    let layoutText = try root.optionalText("layout") ?? Layout.month.rawValue
    guard let layout = Layout(rawValue: layoutText) else {
      throw (try root.optional("layout") ?? root).problem(
        rule: "config.layout", "“\(layoutText)” is no layout", hint: "write month or month-bucket")
    }
    let sealText = try root.optionalText("seal") ?? Seal.sensitive.rawValue
    guard let seal = Seal(rawValue: sealText) else {
      throw (try root.optional("seal") ?? root).problem(
        rule: "config.seal", "“\(sealText)” is no way to seal",
        hint: "write sensitive or everything")
    }
    return RegisterSettings(
      format: try format(root), registerID: try id(root),
      name: try Labels.reading(try root.require("name")),
      languages: languages.isEmpty ? ["en"] : languages,
      timeZone: try root.requireText("time-zone"),
      profile: try root.optionalText("profile") ?? "acted15",
      seal: seal, recovery: try Team.recipient(root, "recovery"),
      recoveryRestricted: try Team.recipient(root, "recovery-restricted"),
      leavesOneOut: try root.boolean("leave-one-out", default: false), layout: layout,
      isDemo: try root.boolean("demo", default: false),
      partners: try root.labelledCodes("partners"))
  }

  /// The version of the format that the file names.
  static func format(_ root: YAMLNode) throws(Diagnostic) -> Int {
    guard let format = try root.integer("format", in: 1...1_000) else {
      throw root.problem(
        rule: "config.format", "the line “format: 1” is missing", hint: "add “format: 1”")
    }
    return format
  }

  /// Whether a file, whatever else it says, names a format that this program does not know.
  package static func isNewer(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Bool {
    try format(try YAMLNode.parse(bytes, path: path)) > newestFormat
  }

  private static func id(_ root: YAMLNode) throws(Diagnostic) -> String? {
    guard let node = try root.optional("id") else { return nil }
    let text = try node.requireText()
    guard EventID(text) != nil else {
      throw node.problem(
        rule: "config.id", "“\(text)” is no id of a register",
        hint: "it has 16 symbols and is written by daftar; restore the line from git")
    }
    return text
  }
}
