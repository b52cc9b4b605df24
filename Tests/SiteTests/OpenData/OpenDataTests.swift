import CaseFormat
import Disclosure
import TestSupport
import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct OpenDataTests {
  private let data: OpenData
  private let files: [String: [UInt8]]

  init() throws {
    data = try OpenDataSample.openData()
    files = Dictionary(uniqueKeysWithValues: data.files.map { ($0.path, $0.bytes) })
  }

  private func table(_ path: String) throws -> CSVTable {
    try CSVTable(try #require(files[path], "no \(path)"))
  }

  @Test func `every closed block has its folder`() throws {
    let names = [
      "SHA256SUMS", "counts.csv", "counts.csv-metadata.json", "counts.hxl.csv", "datapackage.json",
    ]
    let folders = data.blocks.flatMap { block in names.map { "data/\(block.period)/\($0)" } }
    let others = [
      "LICENSE", "data/codes.csv", "data/index.json", "data/sensitive.csv", "dcat.jsonld",
      "feed.xml", "ledger.csv",
    ]
    #expect(data.blocks.count > 4)
    #expect(data.files.map(\.path) == (folders + others).sorted())
  }

  @Test func `counts read back are the published values`() throws {
    for block in data.blocks {
      let table = try table("data/\(block.period)/counts.csv")
      let dimensions = CountRow.dimensions(of: block.rows)
      #expect(table.header == CountRow.header(dimensions))
      var read: [CellKey: PublishedValue] = [:]
      for row in table.rows {
        let named = zip(dimensions, row.dropFirst(2)).filter { !$0.1.isEmpty }
        let cell = try #require(
          CellKey(
            named.map(\.0), named.map { $0.1.replacing(/^(\d+) to (\d+)$/) { "\($0.1)-\($0.2)" } }))
        let isStock = row[0] == block.stock?.block.period
        #expect(isStock || row[0] == block.period)
        let value: PublishedValue =
          switch (Int(row[row.count - 2]), row[row.count - 1]) {
          case (let number?, ""): .published(number)
          case (nil, "c"): .hidden
          case (0, "z"): .notApplicable
          default: .missing
          }
        #expect(value == (isStock ? block.stock?[cell] : block.flows[cell]), "\(cell)")
        if !isStock { read[cell] = value }
      }
      #expect(table.rows.count == block.rows.count)
      #expect(read.count == block.flows.rows.count)
    }
  }

  @Test func `withheld numbers are empty cells, and what cannot be is a zero, in both tables`()
    throws
  {
    var hidden = 0
    for block in data.blocks {
      let counts = try table("data/\(block.period)/counts.csv")
      let hxl = try table("data/\(block.period)/counts.hxl.csv")
      #expect(hxl.column("value").dropFirst() == counts.column("value")[...])
      for (value, flag) in zip(counts.column("value"), counts.column("flag")) {
        #expect(flag == "z" ? value == "0" : value.isEmpty == !flag.isEmpty)
        hidden += flag == "c" ? 1 : 0
      }
    }
    #expect(hidden > 0, "the sample hides nothing, so that this test proves nothing")
  }

  @Test func `hashtags and real dates make the table HXL`() throws {
    let block = try #require(data.blocks.first)
    let hxl = try table("data/\(block.period)/counts.hxl.csv")
    #expect(hxl.rows.first?.allSatisfy { $0.hasPrefix("#") } == true)
    let days = zip(hxl.column("period"), zip(hxl.column("start"), hxl.column("end"))).dropFirst()
    for (period, span) in days {
      let expected =
        period == block.period
        ? "\(block.block.start) \(block.block.end)" : "\(block.block.end) \(block.block.end)"
      #expect("\(span.0) \(span.1)" == expected)
    }
    #expect(Set(hxl.column("period").dropFirst()).count == 2)
  }

  @Test func `digests agree with the ledger and with sha256sum`() throws {
    let folder = try OutputFolder(data.files)
    let ledger = try table("ledger.csv")
    #expect(ledger.column("block") == data.blocks.map(\.period))
    for (period, digest) in zip(ledger.column("block"), ledger.column("sha256")) {
      let script = "cd \"$1\" && sha256sum --check SHA256SUMS && cat SHA256SUMS"
      let output = try Command.output(["sh", "-c", script, "sh", "\(folder.path)/data/\(period)"])
      #expect(output.contains("\(digest)  counts.csv\n"))
      #expect(output.split(separator: "\n").count(where: { $0.hasSuffix(": OK") }) == 4)
    }
  }

  @Test func `Python reads every JSON document`() throws {
    let folder = try OutputFolder(data.files)
    let paths = files.keys.filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonld") }
    #expect(paths.count == 2 * data.blocks.count + 2)
    for path in paths.sorted() {
      _ = try Command.output(["python3", "-m", "json.tool", folder.path + "/" + path])
    }
    for block in [nil, data.blocks.first] {
      let text = data.jsonLD(language: "en", block: block)
      _ = try Command.output(["python3", "-m", "json.tool"], input: text)
      #expect(!text.contains("<") && !text.contains("\n"))
    }
  }

  @Test func `the same publication gives the same bytes, its digest decides the names`() throws {
    #expect(try OpenDataSample.openData().files == data.files)
    let names = data.blocks.map { data.identifier($0) }
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.count == 45 && name.hasPrefix("urn:uuid:") && name.dropFirst(23).first == "8")
    }
  }

  @Test func `the feed has one entry for each block, the newest first`() throws {
    let feed = String(decoding: try #require(files["feed.xml"]), as: UTF8.self)
    let days = feed.split(separator: "\n").filter { $0.hasPrefix("    <updated>") }
    #expect(
      days.map { String($0) }
        == data.blocks.reversed().map { "    <updated>\($0.closedOn)T00:00:00Z</updated>" })
    let total = try #require(data.blocks.last?.flows[.total]?.number)
    #expect(
      feed.contains("<summary>April–June 2026: \u{2068}\(total)\u{2069} cases</summary>"))
    #expect(feed.contains("Riverside &lt;/script&gt; &amp; &quot;Desk&quot;"))
  }

  @Test func `codes have their names and quotes survive`() throws {
    let codes = try table("data/codes.csv")
    #expect(codes.header == ["dimension", "code", "en", "ar", "ru"])
    #expect(
      codes.rows.contains([
        "channel", "desk", "Help desk, in person", "مكتب الشكاوى، حضوريًا", "Лично, пункт приёма",
      ]))
  }

  @Test func `every code of a table has its name in each language`() throws {
    let codes = try table("data/codes.csv")
    var used: Set<[String]> = []
    for block in data.blocks {
      let counts = try table("data/\(block.period)/counts.csv")
      for name in counts.header.dropFirst(2).dropLast(2) {
        used.formUnion(counts.column(name).filter { !$0.isEmpty }.map { [name, $0] })
      }
    }
    #expect(Set(codes.rows.map { Array($0.prefix(2)) }) == used)
    for row in codes.rows {
      #expect(!row.contains(""), "\(row)")
      #expect(row.dropFirst(2).allSatisfy { $0 != row[1] }, "\(row)")
    }
    #expect(codes.rows.contains(["region", "unknown", "Unknown", "غير معروف", "Неизвестно"]))
    #expect(codes.rows.contains { $0.prefix(3) == ["ageing", "over-90", "Over 90 days"] })
  }

  @Test(arguments: [
    ("en", "Numbers of complaints", "Riverside"), ("ar", "أعداد الشكاوى", "مكتب النهر"),
    ("ru", "жалобы и другие обращения", "Бюро"),
  ])
  func `what the data are is said in the language of the site`(
    language: String, words: String, name: String
  ) throws {
    let data = try OpenDataSample.openData(languages: language)
    let description = data.description(language, of: data.blocks)
    #expect(description.contains(words) && description.contains(name), "\(description)")
    #expect(!description.contains("{"))
    #expect(data.jsonLD(language: language, block: data.blocks.last).contains(words))
    for file in data.files where file.path.hasSuffix(".json") || file.path.hasSuffix(".jsonld") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      guard !file.path.hasSuffix("index.json") else { continue }
      #expect(text.contains(words), "\(file.path)")
      #expect(language == "en" || !text.contains("Numbers of complaints"), "\(file.path)")
    }
  }

  @Test(arguments: [("ar", " حالات"), ("ru", " обращения")])
  func `the feed speaks the language of the site`(language: String, cases: String) throws {
    let data = try OpenDataSample.openData(languages: language)
    let feed = String(decoding: AtomFeed(data).bytes, as: UTF8.self)
    let total = try #require(data.blocks.last?.flows[.total]?.number)
    #expect(feed.contains("\u{2068}\(total)\u{2069}\(cases)</summary>"))
    #expect(!feed.contains("cases"))
  }

  @Test func `sensitive cases are one line a year`() throws {
    let years = try table("data/sensitive.csv")
    #expect(years.rows == [["2024", "", "c"], ["2025", "14", ""]])
  }

  @Test func `without an address all links are relative`() throws {
    let data = try OpenDataSample.openData("name: Desk\n")
    let period = try #require(data.blocks.first?.period)
    let page = data.jsonLD(language: "en", block: data.blocks.first)
    #expect(page.contains("\"contentUrl\":\"../../data/\(period)/counts.csv\""))
    for file in data.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("example.org"), "\(file.path)")
    }
  }

  @Test(arguments: [
    ("CC BY 4.0", "CC-BY-4.0", "/licenses/by/4.0/"),
    ("CC BY-SA 4.0", "CC-BY-SA-4.0", "/licenses/by-sa/4.0/"),
    ("CC0 1.0", "CC0-1.0", "/publicdomain/zero/1.0/"),
  ])
  func `the licence of the pages is that of the data`(
    name: String, identifier: String, address: String
  ) throws {
    let data = try OpenDataSample.openData("licence: \(name)\n")
    func text(_ path: String) throws -> String {
      let file = try #require(data.files.first { $0.path.hasSuffix(path) })
      return String(decoding: file.bytes, as: UTF8.self)
    }
    #expect(try text("LICENSE").contains("(\(name))\nhttps://creativecommons.org\(address)\n"))
    #expect(try text("datapackage.json").contains("\"name\": \"\(identifier)\""))
    for path in ["dcat.jsonld", "-metadata.json", "datapackage.json"] {
      let known = try text(path).matches(of: /creativecommons\.org([^"]*)/).map(\.1)
      #expect(!known.isEmpty && known.allSatisfy { $0 == address }, "\(path)")
    }
    #expect(try text("feed.xml").contains("(\(name))</rights>"))
    #expect(data.jsonLD(language: "en", block: data.blocks.first).contains(address))
  }

  @Test func `the languages of the pages decide the links`() throws {
    let data = try OpenDataSample.openData(languages: "ru")
    let feed = try #require(data.files.first { $0.path == "feed.xml" })
    let text = String(decoding: feed.bytes, as: UTF8.self)
    #expect(text.contains("hreflang=\"ru\"") && !text.contains("hreflang=\"en\""))
  }

  @Test func `no name of a thing looks like the id of a case`() {
    let idShape = /[0-9]{4}-[0-9a-f]{4}-[0-9a-f]{4}/
    let names = (0..<2_000).map { data.identifier("block", "\($0)") }
    #expect(names.filter { $0.contains(idShape) }.isEmpty)
  }

  @Test func `the pages of the team have no open data`() throws {
    let own = try SamplePublication.internalOnly()
    let data = OpenDataSample.openData(of: own)
    #expect(own.blocks.count > 1)
    #expect(data.files.isEmpty)
    #expect(data.jsonLD(language: "en", block: own.blocks.first).isEmpty)
  }

  @Test func `before the first block there are a ledger without lines and a feed without entries`()
    throws
  {
    let data = OpenDataSample.openData(of: try SamplePublication.none())
    #expect(
      data.files.map(\.path) == [
        "LICENSE", "data/codes.csv", "data/index.json", "dcat.jsonld", "feed.xml", "ledger.csv",
      ])
    let feed = String(decoding: AtomFeed(data).bytes, as: UTF8.self)
    #expect(feed.contains("<updated>1970-01-01T00:00:00Z</updated>"))
    #expect(!feed.contains("<entry>"))
    #expect(data.jsonLD(language: "en", block: nil).isEmpty)
  }
}
