import Disclosure

/// `feed.xml` (RFC 4287): one entry for each closed block, the newest first.
///
/// Its times are the days of closing. There is no feed before the first block: it would need a time
/// that nobody but a clock knows.
struct AtomFeed {
  private let data: OpenData
  private let updated: String

  init?(_ data: OpenData) {
    guard let last = data.blocks.map(\.closedOn).max() else { return nil }
    self.data = data
    updated = "\(last)T00:00:00Z"
  }

  var bytes: [UInt8] {
    let language = data.defaultLanguage
    // The first block stays the first one for ever, whatever is renamed or moved.
    let first = data.blocks.first.map { data.identifier($0) } ?? ""
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escape(language))\">",
      "  <id>\(escape(data.identifier("feed", first)))</id>",
      "  <title>\(escape(data.publisher(language)))</title>",
      "  <updated>\(updated)</updated>",
      "  <author><name>\(escape(data.publisher(language)))</name></author>",
      "  <rights>\(escape(data.site.licence.title))</rights>",
    ]
    if let base = data.site.base {
      lines.append("  <link rel=\"self\" href=\"\(escape(base))feed.xml\"/>")
    }
    lines += data.blocks.reversed().flatMap(entry) + ["</feed>"]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func entry(_ block: BlockNumbers) -> [String] {
    let day = "\(block.closedOn)T00:00:00Z"
    let pages = data.publication.context.languages.map { language in
      "    <link rel=\"alternate\" type=\"text/html\" hreflang=\"\(escape(language))\" "
        + "href=\"\(escape(data.address(data.page(block, language))))\"/>"
    }
    let table = escape(data.address(BlockFolder.path(block) + "counts.csv"))
    return [
      "  <entry>", "    <id>\(escape(data.identifier(block)))</id>",
      "    <title>\(escape(data.title(block, data.defaultLanguage)))</title>",
      "    <published>\(day)</published>", "    <updated>\(day)</updated>",
    ] + pages + [
      "    <link rel=\"enclosure\" type=\"text/csv\" href=\"\(table)\"/>",
      "    <summary>\(escape(summary(block)))</summary>", "  </entry>",
    ]
  }

  /// The caller's sentence or, readable in any language, the block's total.
  private func summary(_ block: BlockNumbers) -> String {
    data.site.feedTexts[block.period]
      ?? block.flows[.total]?.number.map { "n = \($0)" } ?? block.period
  }

  /// XML 1.0 has no way to write these two, and `Markup` keeps them.
  private func escape(_ text: String) -> String {
    Markup.escape(text).replacing("\u{FFFE}", with: "").replacing("\u{FFFF}", with: "")
  }
}
