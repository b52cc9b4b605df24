import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

/// Which periods a page sets beside each other.
@Suite struct ComparisonTests {
  private func compared(_ publication: Publication) throws -> [String: String] {
    var compared: [String: String] = [:]
    for index in publication.blocks.indices {
      let facts = try #require(BlockFacts(publication, at: index))
      compared[facts.block.period] = facts.comparable?.block.period
    }
    return compared
  }

  private func joined(_ blocks: [BlockNumbers]) throws -> Publication {
    let full = try SamplePublication.full.get()
    return Publication(full.context, plan: full.plan, blocks: blocks, sensitiveYears: [])
  }

  @Test func `a period is compared with the one before, never with the first`() throws {
    #expect(
      try compared(try SamplePublication.full.get()) == [
        "2025-Q3": "2025-Q2", "2025-Q4": "2025-Q3", "2026-Q1": "2025-Q4", "2026-Q2": "2026-Q1",
      ])
  }

  @Test func `a period is not compared over a gap`() throws {
    var blocks = try SamplePublication.full.get().blocks
    blocks.remove(at: 3)
    #expect(
      try compared(try joined(blocks)) == ["2025-Q3": "2025-Q2", "2026-Q2": "2026-Q1"])
  }

  @Test func `a longer period is not compared with a shorter one`() throws {
    let quarters = try SamplePublication.full.get().blocks.prefix(4)
    let half = try SamplePublication.publication(casesByQuarter: [210], length: "half", from: 4)
    let publication = try joined(quarters + half.blocks)
    #expect(publication.blocks.last?.period == "2026-S1")
    #expect(try compared(publication) == ["2025-Q3": "2025-Q2", "2025-Q4": "2025-Q3"])
    let tiles = try Pages(publication).page("en/index.html")
      .split(separator: "id=\"registered\"").last?.split(separator: "</li>").first
    #expect(try #require(tiles).contains("class=\"change\"") == false)
  }

  @Test func `a period that is not over is compared with nothing`() throws {
    let publication = try SamplePublication.internalOnly()
    let last = try #require(publication.blocks.indices.last)
    let facts = try #require(BlockFacts(publication, at: last))
    #expect(!facts.block.isOver && last == 2)
    #expect(facts.comparable == nil && facts.comparableHalfYear == nil && facts.timely == nil)
    #expect(!Pages(publication).numbers.contains { $0.name == "\(facts.block.period)/timely" })
  }

  @Test func `half-years are compared where neither holds the first period`() throws {
    let publication = try SamplePublication.full.get()
    let compared = try publication.blocks.indices.map { index in
      try #require(BlockFacts(publication, at: index)).comparableHalfYear?.block.period
    }
    // No block is in both.
    #expect(compared == [nil, nil, nil, nil, "2025-Q3", "2025-Q4"])
  }
}
