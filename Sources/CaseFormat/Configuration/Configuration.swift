package import CaseModel
package import Diagnostics

extension Configuration {
  /// The names of the files inside `cases/`.
  package static let fileNames = [
    "register.yml", "team.yml", "categories.yml", "areas.yml", "targets.yml", "calendar.yml",
    "publication.yml",
  ]

  /// Reads all files; every problem of every file is reported, not only the first.
  ///
  /// `bytes` returns a file's content by its name, or nil when there is none. What stands in a
  /// register already (`isRecorded`) is read as far as it is known; what is about to come in must
  /// be known whole.
  package static func reading(
    isRecorded: Bool = false, _ bytes: (String) throws(Diagnostic) -> [UInt8]?
  ) throws(DiagnosticList) -> Configuration {
    var warnings: [Diagnostic] = []
    return try reading(isRecorded: isRecorded, noting: &warnings, bytes)
  }

  /// The same, noting what was passed over because this program does not know it.
  package static func reading(
    isRecorded: Bool = false, noting warnings: inout [Diagnostic],
    _ bytes: (String) throws(Diagnostic) -> [UInt8]?
  ) throws(DiagnosticList) -> Configuration {
    var problems: [Diagnostic] = []
    var tolerance = Tolerance.nothing
    var passedOver: [Diagnostic] = []
    func part<Part: ConfigurationPart>(_ name: String) -> Part? {
      let path = "cases/" + name
      do throws(Diagnostic) {
        guard let content = try bytes(name) else {
          throw Diagnostic(
            rule: "config.missing", at: SourceLocation(path: path),
            message: "the file is missing",
            hint: "restore it from the history: `git checkout HEAD -- \(path)`")
        }
        let root = try YAMLNode.parse(content, path: path)
        if isRecorded, Part.self == RegisterSettings.self {
          tolerance = .reading(format: try RegisterSettings.format(root))
        }
        return try tolerance.read(root, noting: &passedOver)
      } catch {
        problems.append(error)
        return nil
      }
    }
    // First the one that says how much of the others may be unknown.
    let settings: RegisterSettings? = part("register.yml")
    let team: Team? = part("team.yml")
    let codebook: Codebook? = part("categories.yml")
    let places: Places? = part("areas.yml")
    let targets: Targets? = part("targets.yml")
    let publication: PublicationSettings? = part("publication.yml")
    let _: UnusedPart? = part("calendar.yml")
    warnings += passedOver
    guard problems.isEmpty, let settings, let team, let codebook, let places, let targets,
      let publication
    else { throw DiagnosticList(problems) }
    return Configuration(
      settings: settings, team: team, codebook: codebook, places: places, targets: targets,
      publication: publication)
  }
}

/// A file that a later feature reads; it must be readable today.
private struct UnusedPart: ConfigurationPart {
  static func reading(_ root: YAMLNode) throws(Diagnostic) -> UnusedPart { UnusedPart() }
}
