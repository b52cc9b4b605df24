import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

/// The built pages of a publication, by path.
struct Pages {
  let files: [String: String]
  let numbers: [DerivedNumber]
  let findings: [SiteFinding]

  init(
    _ publication: Publication, overrides: [String: String] = [:], extra: [SiteFile] = [],
    jsonLD: @escaping SiteBuilder.PageDescription = { _, _, _ in "" }
  ) {
    let output = SiteBuilder.build(
      publication: publication, template: TemplateFolder.source(overrides: overrides),
      extra: extra, jsonLD: jsonLD)
    files = Dictionary(
      output.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    ) { first, _ in first }
    numbers = output.numbers
    findings = output.findings
  }

  /// The page at a path; an empty one is reported.
  func page(_ path: String) throws -> String {
    try #require(files[path], "\(path) is missing; there are \(files.keys.sorted())")
  }

  var html: [(path: String, text: String)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// How often a part stands in a text.
  static func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
