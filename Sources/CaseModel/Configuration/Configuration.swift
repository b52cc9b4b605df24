/// Everything that the files of `cases/*.yml` say at one moment of a register's history.
package struct Configuration: Sendable {
  package let settings: RegisterSettings
  package let team: Team
  package let codebook: Codebook
  package let places: Places
  package let targets: Targets
  package let publication: PublicationSettings

  /// Puts the parts together.
  package init(
    settings: RegisterSettings, team: Team, codebook: Codebook, places: Places, targets: Targets,
    publication: PublicationSettings
  ) {
    self.settings = settings
    self.team = team
    self.codebook = codebook
    self.places = places
    self.targets = targets
    self.publication = publication
  }
}
