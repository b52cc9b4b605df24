import Disclosure
import Testing

@testable import Site

/// What came of complaints, on the page of a block.
@Suite struct OutcomeFigureTests {
  private static let publication = Result { () throws in
    try SamplePublication.publication(
      casesByQuarter: [203], tables: SamplePublication.tables + [["decision"]])
  }

  private func figure(_ language: String) throws -> String {
    let page = try Pages(try Self.publication.get()).page("\(language)/index.html")
    let section = try #require(page.split(separator: "id=\"outcomes\"").dropFirst().first)
    return String(try #require(section.split(separator: "</section>").first))
  }

  @Test(arguments: [
    ("en", "What came of complaints", "Upheld", "Not upheld", "Other feedback"),
    ("ar", "ما آلت إليه الشكاوى", "ثبتت", "لم تثبت", "غير الشكاوى"),
    ("ru", "Чем закончились жалобы", "Обоснована", "Не обоснована", "Остальное"),
  ])
  func `the page shows what was decided of complaints, and of nothing else`(
    language: String, title: String, upheld: String, not: String, others: String
  ) throws {
    let figure = try figure(language)
    #expect(figure.contains(title))
    for label in [upheld, not] {
      #expect(figure.contains("<th scope=\"row\">\(label)</th>"), "\(label)")
    }
    #expect(!figure.contains(others))
  }

  @Test func `the title says the most frequent decision of so many complaints`() throws {
    let facts = try #require(BlockFacts(try Self.publication.get(), at: 0))
    let upheld = try #require(facts.value([.decision], ["upheld"]).number)
    let complaints = try #require(facts.value([.complaint], ["yes"]).number)
    let words = try figure("en").replacing(/<[^>]+>/, with: "")
    #expect(
      words.contains("Most frequent outcome: upheld (\(upheld) of \(complaints) complaints)"),
      "\(words)")
  }

  @Test func `each chart of people names what it counts by`() throws {
    let publication = try SamplePublication.publication(
      casesByQuarter: [140], tables: [["sex"]])
    let page = try Pages(publication).page("en/index.html")
    #expect(page.contains("<p class=\"statistic\">Sex</p>"))
  }
}
