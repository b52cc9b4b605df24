package import Diagnostics

/// Everything that the files of `cases/*.yml` say.
package struct Configuration: Sendable {
  package let settings: RegisterSettings
  package let team: Team
  package let codebook: Codebook
  package let places: Places
  package let targets: Targets
  package let publication: PublicationSettings

  /// The names of the files inside `cases/`.
  package static let fileNames = [
    "register.yml", "team.yml", "categories.yml", "areas.yml", "targets.yml", "calendar.yml",
    "publication.yml",
  ]

  /// Reads all files; every problem of every file is reported, not only the first.
  ///
  /// `bytes` returns a file's content by its name, or nil when there is none.
  package static func reading(
    _ bytes: (String) throws(Diagnostic) -> [UInt8]?
  ) throws(DiagnosticList) -> Configuration {
    var problems: [Diagnostic] = []
    func part<Part>(
      _ name: String, _ read: ([UInt8], String) throws(Diagnostic) -> Part
    ) -> Part? {
      let path = "cases/" + name
      do throws(Diagnostic) {
        guard let content = try bytes(name) else {
          throw Diagnostic(
            rule: "config.missing", at: SourceLocation(path: path),
            message: "the file is missing",
            hint: "restore it from the history: `git checkout -- \(path)`")
        }
        return try read(content, path)
      } catch {
        problems.append(error)
        return nil
      }
    }
    let settings = part("register.yml", RegisterSettings.reading)
    let team = part("team.yml", Team.reading)
    let codebook = part("categories.yml", Codebook.reading)
    let places = part("areas.yml", Places.reading)
    let targets = part("targets.yml", Targets.reading)
    let publication = part("publication.yml", PublicationSettings.reading)
    // Read by a later feature; it must be readable today.
    _ = part("calendar.yml") { content, path throws(Diagnostic) in
      try YAMLNode.parse(content, path: path)
    }
    guard problems.isEmpty, let settings, let team, let codebook, let places, let targets,
      let publication
    else { throw DiagnosticList(problems) }
    return Configuration(
      settings: settings, team: team, codebook: codebook, places: places, targets: targets,
      publication: publication)
  }
}
