/// The texts that people write by hand, each in a file of `content/` for each language.
package enum LongTexts {
  /// The names of their files, before the language.
  static let names =
    ["how-to-complain", "how-to-read", "method"] + optionalNames(onTeamPages: true)

  /// Names those without which a part of the pages is missing, and nothing else; one is for the team alone.
  package static func optionalNames(onTeamPages: Bool) -> [String] {
    ["you-said", "notices", "corrections"] + (onTeamPages ? ["team-method"] : [])
  }
}
