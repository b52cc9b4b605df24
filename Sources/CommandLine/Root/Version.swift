/// The version of the program.
package enum Version {
  /// Equal to the newest version in CHANGELOG.md; a test compares them.
  package static let current = "0.2.0"
}
