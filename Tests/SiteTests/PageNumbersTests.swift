import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct PageNumbersTests {
  private func edition(_ tag: String, _ publication: Publication) -> Edition {
    var findings: [SiteFinding] = []
    let template = TemplateFolder.source()
    let brand = Brand(template, findings: &findings)
    return Edition(tag, publication, template, brand, [], findings: &findings)
  }

  private func check(_ publication: Publication) throws -> Int {
    let pages = Pages(publication)
    var seen = 0
    for tag in publication.context.languages {
      let numbers = PageNumbers(publication: publication, edition: edition(tag, publication))
      for (index, block) in publication.blocks.enumerated() {
        let page = try pages.page("\(tag)/\(block.period)/index.html")
        let strangers = numbers.strangers(on: page, block: index, derived: pages.numbers)
        #expect(strangers.isEmpty, "\(tag) \(block.period)")
        seen += PageNumbers.texts(of: page).count
      }
    }
    return seen
  }

  @Test func `every number of a page is a published cell, or derived from cells, or a date`() throws
  {
    #expect(try check(try SamplePublication.full.get()) > 1_000)
    #expect(try check(try SamplePublication.single.get()) > 100)
    #expect(try check(try SamplePublication.internalOnly()) > 300)
  }

  @Test func `a number that is neither is found`() throws {
    let publication = try SamplePublication.single.get()
    let pages = Pages(publication)
    let numbers = PageNumbers(publication: publication, edition: edition("en", publication))
    let page = try pages.page("en/2025-Q1/index.html")
    let planted = page.split(separator: "</h1>").joined(separator: " 1,977</h1>")
    #expect(
      numbers.strangers(on: planted, block: 0, derived: pages.numbers)
        == ["January–March 2025 1,977"])
    #expect(PageNumbers.numbers(in: "1,234 of 5 678, 9–15") == [1_234, 5, 678, 9, 15])
    #expect(PageNumbers.numbers(in: "1\u{A0}234 и ١٢") == [1_234, 12])
  }

  @Test func `every stated number is computed again from the rows alone`() throws {
    for publication in [
      try SamplePublication.full.get(), try SamplePublication.single.get(),
      try SamplePublication.internalOnly(),
    ] {
      let numbers = Pages(publication).numbers
      #expect(numbers.contains { $0.name.hasSuffix("/K05") && $0.value != .withheld })
      let findings = publication.wrong(numbers, rows: publication.blocks.flatMap(\.rows))
      #expect(findings.isEmpty, "\(findings)")
      #expect(Set(numbers.map(\.name)).count == numbers.count)
    }
  }

  @Test func `what is hidden decides neither order nor size`() throws {
    // Two publications that differ only in what they hide give the same pages.
    let publication = try SamplePublication.full.get()
    for (index, block) in publication.blocks.enumerated() {
      let facts = try #require(BlockFacts(publication, at: index))
      let words = PictureWords(facts: facts, language: edition("en", publication).language)
      for dimension in [Dimension.region, .channel, .group] where facts.isShown([dimension]) {
        let ranked = CountPicture(words: words, id: "x", dimension: dimension).ranked
        let hidden = ranked.drop { $0.value.number != nil }
        #expect(hidden.allSatisfy { $0.value.number == nil }, "\(block.period)")
        #expect(
          hidden.map(\.code) == facts.codes(dimension).filter { hidden.map(\.code).contains($0) })
      }
    }
  }

  @Test func `the public K05 takes the last two quarters together`() throws {
    let publication = try SamplePublication.full.get()
    let facts = try #require(BlockFacts(publication, at: 5))
    #expect(facts.halfYear.map(\.period) == ["2026-Q1", "2026-Q2"])
    let first = try #require(BlockFacts(publication, at: 0))
    #expect(first.halfYear.map(\.period) == ["2025-Q1"])
    #expect(facts.history.count == 6)
  }
}
