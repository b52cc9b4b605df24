import Charts
import Disclosure
import SiteTemplate

/// `feed.xml` (RFC 4287): one entry for each closed block, the newest first.
///
/// Its times are the days of closing. Before the first block it has no entry and the oldest time
/// there is: people can subscribe, and no clock is asked.
struct AtomFeed {
  private let data: OpenData

  init(_ data: OpenData) {
    self.data = data
  }

  var bytes: [UInt8] {
    let language = data.defaultLanguage
    let place = data.base ?? data.publisher(language)
    let last = data.blocks.map(\.closedOn).max().map { "\($0)" } ?? "1970-01-01"
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escape(language))\">",
      "  <id>\(escape(data.identifier("feed", place)))</id>",
      "  <title>\(escape(data.publisher(language)))</title>",
      "  <updated>\(last)T00:00:00Z</updated>",
      "  <author><name>\(escape(data.publisher(language)))</name></author>",
      "  <rights>\(escape(data.licence.title))</rights>",
    ]
    if let base = data.base {
      lines.append("  <link rel=\"self\" href=\"\(escape(base))feed.xml\"/>")
    }
    lines += data.blocks.reversed().flatMap(entry) + ["</feed>"]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func entry(_ block: BlockNumbers) -> [String] {
    let day = "\(block.closedOn)T00:00:00Z"
    let pages = data.languages.map { language in
      "    <link rel=\"alternate\" type=\"text/html\" hreflang=\"\(escape(language))\" "
        + "href=\"\(escape(data.address(data.page(block, language))))\"/>"
    }
    let table = escape(data.address(BlockFolder.path(block) + CountsFile.name))
    return [
      "  <entry>", "    <id>\(escape(data.identifier(block)))</id>",
      "    <title>\(escape(data.title(block, data.defaultLanguage)))</title>",
      "    <published>\(day)</published>", "    <updated>\(day)</updated>",
    ] + pages + [
      "    <link rel=\"enclosure\" type=\"text/csv\" href=\"\(table)\"/>",
      "    <summary>\(escape(summary(block)))</summary>", "  </entry>",
    ]
  }

  /// The total of the block in words, as the picture of the periods says it.
  private func summary(_ block: BlockNumbers) -> String {
    guard let total = block.flows[.total]?.number, let texts = data.words[data.defaultLanguage]
    else { return block.period }
    return texts.phrase(
      "message-trend",
      ["period": Phrase(texts.period(block.span)), "cases": texts.plural("cases", total)]
    ).line
  }

  /// XML 1.0 has no way to write controls and noncharacters, and `Markup` lets none through.
  private func escape(_ text: String) -> String { Markup.escape(text) }
}
