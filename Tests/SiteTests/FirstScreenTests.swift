import CaseModel
import Charts
import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

/// What a page says before anything has to be looked for.
@Suite struct FirstScreenTests {
  private static let brand = """
    contacts:
      phone: "+000 00 123 456"
      email: complaints@example.org
      hours:
        en: Sunday to Thursday, 9:00 – 16:00
        ar: من الأحد إلى الخميس، 9:00 – 16:00
        ru: с воскресенья по четверг, 9:00 – 16:00
    """
  private static let said = """
    - Water came at night. Since May the lorry comes
      in the *morning*.
    - An older line.
    """

  private static let full = Result { () throws in
    Pages(
      try SamplePublication.full.get(),
      overrides: [
        "brand.yml": brand, "content/you-said.en.md": said, "content/you-said.ar.md": said,
        "content/you-said.ru.md": said,
      ])
  }

  /// The words of a page's first screen, without tags and isolates.
  private func firstScreen(_ path: String) throws -> String {
    let page = try Self.full.get().page(path)
    let main = try #require(page.split(separator: "<main", maxSplits: 1).last)
    let screen = try #require(main.split(separator: "<ul class=\"tiles\">").first)
    return String(screen).replacing(/<[^>]+>/, with: "").replacing("\n", with: " ")
  }

  @Test(arguments: [
    (
      "en",
      "We received 203 complaints, questions and other messages; "
        + "reports of serious misconduct are counted apart.",
      #"of every 100 complaints were closed within 15 days \(January–June 2026\); we promised 85\."#
    ),
    (
      "ru",
      "Мы получили 203 обращения: жалобы, вопросы и другие сообщения; "
        + "сообщения о серьёзных нарушениях считаются отдельно.",
      #"Из каждых 100 жалоб в течение 15 дней закрыт[аыо] \d+ \(январь–июнь 2026.г\.\); мы обещали 85\."#
    ),
    (
      "ar",
      "تلقّينا 203 من الشكاوى والأسئلة والرسائل الأخرى؛ "
        + "أمّا بلاغات المخالفات الجسيمة فتُحسب على حدة.",
      #"أُغلقت في غضون 15 يومًا \d+ شكوى من كل 100 \(كانون الثاني – حزيران 2026\)؛ وكنّا وعدنا بـ 85\."#
    ),
  ])
  func `one sentence says how many came and how many were answered in time`(
    language: String, received: String, timely: String
  ) throws {
    let words = try firstScreen("\(language)/index.html")
    #expect(words.contains(received), "\(words)")
    let pattern = try Regex(timely)
    #expect(words.contains(pattern), "\(words)")
  }

  @Test func `the order is sentence, targets, telephone, what changed, days`() throws {
    let words = try firstScreen("en/index.html")
    let order = [
      "We received", "Target m", "+000 00 123 456", "Water came at night", "Figures as of",
      "Next figures: from 21 October 2026", "Questions about the figures: complaints@example.org",
    ]
    let places = try order.map { part in
      try #require(words.firstRange(of: part), "\(part): \(words)").lowerBound
    }
    #expect(places == places.sorted())
    #expect(!words.contains("An older line"))
    let page = try Self.full.get().page("en/index.html")
    #expect(page.contains("<a href=\"tel:+00000123456\">"))
    #expect(Pages.count("Figures as of", in: page) == 1)
  }

  @Test func `a target is met or missed in words and with a sign`() throws {
    let publication = try SamplePublication.full.get()
    for (target, sign, style) in [(1, "✓ Target met", "met"), (100, "✗ Target missed", "missed")] {
      let context = Publication.Context(
        name: publication.context.name, languages: ["en"], labels: publication.context.labels,
        targets: ["K05": target, "K15": target])
      let judged = Publication(
        context, plan: publication.plan, blocks: publication.blocks, sensitiveYears: [])
      let page = try Pages(judged).page("en/index.html")
      #expect(Pages.count("<li class=\"\(style)\">\(sign): ", in: page) == 2, "\(target)")
    }
  }

  @Test func `only the newest page says when the next figures come`() throws {
    let pages = try Self.full.get()
    #expect(try pages.page("en/2026-Q2/index.html").contains("Next figures"))
    #expect(try !pages.page("en/2026-Q1/index.html").contains("Next figures"))
  }

  @Test func `a span of hours keeps its order in a page from right to left`() throws {
    #expect(try Self.full.get().page("ar/index.html").contains("<bdi>9:00 – 16:00</bdi>"))
    #expect(
      ContactLines.withSpansIsolated("من 9–16, <b> 1 - 2")
        == Markup(trusted: "من <bdi>9–16</bdi>, &lt;b&gt; <bdi>1 - 2</bdi>"))
    #expect(ContactLines.withSpansIsolated("9 to 16") == Markup(text: "9 to 16"))
  }

  @Test(arguments: [
    ("- One\n  more\n- Two", "One\nmore"), ("1. First.\n2. Second.", "First."),
    ("# Heading\n\nA paragraph\nof two lines.\n\nAnother", "A paragraph\nof two lines."),
    ("* **Tap:** mended", "**Tap:** mended"), ("", ""), ("\n\n", ""), ("-no item", "-no item"),
  ])
  func `the newest line is the first item or paragraph`(text: String, expected: String) {
    #expect(NewestSaid.markdown(of: text) == expected)
  }

  @Test func `without contacts the page leads to how to complain`() throws {
    let page = try Pages(try SamplePublication.full.get()).page("en/index.html")
    #expect(page.contains("<p class=\"call\"><a href=\"#complain\">How to complain or ask</a></p>"))
    #expect(!page.contains("tel:"))
  }
}
