package import Disclosure
package import SiteTemplate

/// One file of a built site.
package struct SiteFile: Sendable, Equatable {
  /// Where it belongs, relative to the folder of the site, with `/`.
  package let path: String
  /// What is in it.
  package let bytes: [UInt8]

  /// Describes a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a build gave.
package struct SiteOutput: Sendable {
  /// The files, sorted by path; none when a finding is an error.
  package let files: [SiteFile]
  /// What is wrong with the template, in a fixed order.
  package let findings: [SiteFinding]
  /// Every number that a page states beside the published cells, to be computed again from them.
  package let numbers: [DerivedNumber]
}
