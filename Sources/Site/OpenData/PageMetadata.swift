package import Disclosure
import SiteTemplate
internal import Text

extension OpenData {
  /// The schema.org `Dataset` that stands in a page, for search engines.
  ///
  /// It is safe inside a script element: no text in it holds the sign `<`.
  ///
  /// - Parameters:
  ///   - language: The language of the page.
  ///   - block: The block that the page shows; nil for all blocks.
  ///   - root: The way from the page to the folder of the site, such as `../../`; without it that
  ///     from the block's own page or, for all blocks, that from `<language>/index.html`.
  /// - Returns: One line of JSON; nothing for the team's pages and before the first block.
  package func jsonLD(
    language: String, block: BlockNumbers?, root: String? = nil
  ) -> String {
    let shown = block.map { [$0] } ?? blocks
    guard !publication.isInternal, !shown.isEmpty else { return "" }
    let root = root ?? (block == nil ? "../" : "../../")
    var dataset: [String: JSONDocument] = [
      "@context": .text("https://schema.org"), "@type": .text("Dataset"),
      "name": .text(block.map { title($0, language) } ?? publisher(language)),
      "description": .text(description(language, of: shown)), "inLanguage": .text(language),
      "license": .text(licence.address), "isAccessibleForFree": .boolean(true),
      "keywords": .texts(Self.keywords), "creator": .object(creator(language)),
      "distribution": .list(shown.map { .object(download($0, root)) }),
    ]
    if let block { dataset["identifier"] = .text(identifier(block)) }
    if let first = shown.first, let last = shown.last {
      dataset["temporalCoverage"] = .text("\(first.block.start)/\(last.block.end)")
    }
    if let day = shown.map(\.closedOn).max() { dataset["datePublished"] = .text("\(day)") }
    if let base = base {
      dataset["url"] = .text(base + (block.map { page($0, language) } ?? "\(language)/index.html"))
    }
    return JSONDocument.object(dataset).compact
  }

  private func download(_ block: BlockNumbers, _ root: String) -> [String: JSONDocument] {
    [
      "@type": .text("DataDownload"), "name": .text(block.period),
      "encodingFormat": .text("text/csv"), "sha256": .text(block.digest),
      "contentUrl": .text(address(BlockFolder.path(block) + CountsFile.name, from: root)),
    ]
  }

  private func creator(_ language: String) -> [String: JSONDocument] {
    var creator: [String: JSONDocument] = [
      "@type": .text("Organization"), "name": .text(publisher(language)),
    ]
    if let email {
      creator["contactPoint"] = .object(["@type": .text("ContactPoint"), "email": .text(email)])
    }
    return creator
  }
}
