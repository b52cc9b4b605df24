/// What `register.yml` says: the format, the register's name, languages, clock and layout.
package struct RegisterSettings: Sendable {
  /// How case files are sorted into folders; fixed when the register is made.
  package enum Layout: String, Sendable, CaseIterable {
    /// `cases/YYYY/MM/ID.md`, right up to about 300 cases a month.
    case month
    /// `cases/YYYY/MM/R/ID.md`, R the first random symbol of the id.
    case monthBucket = "month-bucket"
  }

  /// What is sealed beside contact data: sensitive cases, or every text.
  package enum Seal: String, Sendable, CaseIterable {
    case sensitive
    case everything
  }

  /// The version of the format on disk.
  package let format: Int
  /// What tells this register from every other, in format 2; its cases name it.
  package let registerID: String?
  /// The register's name.
  package let name: Labels
  /// Languages of labels and pages, the first one is the default.
  package let languages: [String]
  /// The IANA name of the zone in which dates are counted.
  package let timeZone: String
  /// The name of the profile of deadlines.
  package let profile: String
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

  /// Whether a text may be the language of a case: one of the register's, or a code that names one.
  package func takes(language tag: String) -> Bool {
    LanguageCode.isKnown(tag) || languages.contains(tag)
  }

  /// Describes a register.
  package init(
    format: Int, registerID: String?, name: Labels, languages: [String], timeZone: String,
    profile: String, seal: Seal, recovery: String?, recoveryRestricted: String?,
    leavesOneOut: Bool, layout: Layout, isDemo: Bool, partners: [LabelledCode]
  ) {
    self.format = format
    self.registerID = registerID
    self.name = name
    self.languages = languages
    self.timeZone = timeZone
    self.profile = profile
    self.seal = seal
    self.recovery = recovery
    self.recoveryRestricted = recoveryRestricted
    self.leavesOneOut = leavesOneOut
    self.layout = layout
    self.isDemo = isDemo
    self.partners = partners
  }
}
