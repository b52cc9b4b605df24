package import Disclosure
import Parallel
package import SiteTemplate
internal import Text

/// The open data of a publication: tables, what describes them, and a feed.
///
/// Pure: the same publication gives the same bytes on any day and machine. The team's pages have no
/// open data, because their numbers are not for the public.
///
/// There is no folder of the latest block: an address whose numbers change would be a restated
/// table. `data/index.json` tells programs which block is the last one.
package struct OpenData: Sendable {
  let publication: Publication
  let words: SiteWords
  let sha256: @Sendable ([UInt8]) -> String

  /// Takes what may be shown, in which words, and a function for digests.
  ///
  /// - Parameters:
  ///   - publication: The numbers.
  ///   - words: The languages of the pages with their texts, and who publishes where.
  ///   - sha256: SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
  package init(
    _ publication: Publication, words: SiteWords,
    sha256: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.publication = publication
    self.words = words
    self.sha256 = sha256
  }

  /// All files, sorted by path; none for the pages of the team.
  ///
  /// `data/sensitive.csv` is there once a year is over.
  package var files: [SiteFile] {
    guard !publication.isInternal else { return [] }
    let folders = Parallel.map(blocks) { BlockFolder(of: $0, in: self) }
    var files = folders.flatMap(\.files)
    files.append(SiteFile(path: "LICENSE", bytes: licenceText))
    files.append(SiteFile(path: "ledger.csv", bytes: LedgerFile.bytes(blocks)))
    files.append(SiteFile(path: "dcat.jsonld", bytes: catalogue(of: folders).file))
    files.append(SiteFile(path: "data/index.json", bytes: index(of: folders).file))
    files.append(SiteFile(path: "data/codes.csv", bytes: codes))
    if !publication.sensitiveYears.isEmpty {
      files.append(SiteFile(path: "data/sensitive.csv", bytes: sensitiveYears))
    }
    files.append(SiteFile(path: "feed.xml", bytes: AtomFeed(self).bytes))
    return files.sorted { $0.path < $1.path }
  }

  var blocks: [BlockNumbers] { publication.blocks }

  /// The languages of the pages, the default one first.
  var languages: [String] { words.languages.map(\.tag) }

  /// The language of what has no language version of its own.
  var defaultLanguage: String { languages.first ?? "en" }

  /// The name of the publisher in a language, or in the one that comes nearest, as on the pages.
  func publisher(_ language: String) -> String {
    publication.displayName(language, brand: words.brand)
  }

  /// The terms of use.
  var licence: Licence { words.brand.licence }

  /// The address at which the site will stand; nil for addresses relative to its folder.
  var base: String? { words.brand.webAddress }

  /// Where questions about the data go by mail; nil for nowhere.
  var email: String? {
    words.brand.contacts.first { $0.kind == "email" }?.value
      .text(in: defaultLanguage, or: languages)
  }

  /// The name of a block's data in a language.
  func title(_ block: BlockNumbers, _ language: String) -> String {
    publisher(language) + ": " + block.period
  }

  /// What the data of some blocks are, in a language; no number is promised that one of them breaks.
  func description(_ language: String, of blocks: [BlockNumbers]) -> String {
    guard let texts = words[language] else { return "" }
    let threshold = blocks.map(\.plan.threshold).min() ?? publication.plan.threshold
    return filled(
      texts.text("data-description"),
      [
        "name": publisher(language),
        "threshold": texts.numbers.whole(threshold),
      ])
  }

  /// A name for a thing that stays the same for ever (RFC 9562, version 8), made of its digest.
  func identifier(_ kind: String, _ name: String) -> String {
    var digits = Array(sha256(Array("daftar:\(kind):\(name)".utf8)).prefix(32))
    guard digits.count == 32 else { return "urn:daftar:\(kind):\(name)" }
    digits[12] = "8"
    digits[16] = "8"
    // A letter in each group, so that no three of them look like the id of a case, which begins with
    // four digits and must never stand in a public file.
    for index in [7, 11, 15] { digits[index] = "d" }
    let ends = [8, 12, 16, 20, 32]
    let parts = zip([0] + ends, ends).map { String(digits[$0..<$1]) }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  /// The same name for a block, whatever the words around its numbers become.
  func identifier(_ block: BlockNumbers) -> String {
    identifier("block", block.period + ":" + block.digest)
  }

  /// The page of a block, relative to the folder of the site.
  func page(_ block: BlockNumbers, _ language: String) -> String {
    "\(language)/\(block.period)/index.html"
  }
}
