import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

/// What the pages promise to those who complain: only what the organisation has confirmed.
@Suite struct PromiseTests {
  private static let words = [
    "free": "Complaining and asking cost nothing", "anonymous": "You need not give your name.",
    "number": "You get a number.", "answer-days": "We promise you an answer within",
    "objection": "you can ask for it to be looked at again.",
  ]

  private func promised(_ brand: [String: String]) throws -> Set<String> {
    let pages = Pages(try SamplePublication.single.get(), overrides: brand)
    #expect(pages.findings.isEmpty, "\(pages.findings)")
    let page = try pages.page("en/index.html")
    return Set(Self.words.filter { page.contains($0.value) }.keys)
  }

  @Test func `what nobody confirmed is promised nowhere`() throws {
    #expect(Set(Self.words.keys) == Set(Promise.kinds))
    #expect(try promised([:]) == [])
    #expect(try promised(["brand.yml": "logo: RA\n"]) == [])
    #expect(try promised(["brand.yml": "promises:\n  free: no\n  answer-days: no\n"]) == [])
  }

  @Test(arguments: ["free", "anonymous", "number", "objection"])
  func `a promise that was confirmed stands alone`(kind: String) throws {
    #expect(try promised(["brand.yml": "promises:\n  \(kind): yes\n"]) == [kind])
  }

  @Test func `days are said as they were confirmed`() throws {
    let brand = ["brand.yml": "promises:\n  answer-days: 12\n"]
    #expect(try promised(brand) == ["answer-days"])
    let page = try Pages(try SamplePublication.single.get(), overrides: brand)
      .page("en/index.html")
    #expect(page.contains("within <bdi>12</bdi> days"))
  }

  private func pages(promising days: Int, _ limits: AnswerLimits) throws -> Pages {
    let sample = try SamplePublication.single.get()
    let context = sample.context
    let publication = Publication(
      Publication.Context(
        name: context.name, languages: context.languages, labels: context.labels,
        targets: context.targets, limits: limits),
      plan: sample.plan, blocks: sample.blocks, sensitiveYears: sample.sensitiveYears)
    return Pages(publication, overrides: ["brand.yml": "promises:\n  answer-days: \(days)\n"])
  }

  @Test func `a promise below the register's own limits is refused, with its line`() throws {
    let limits = AnswerLimits(ordinary: 15, sensitive: 30)
    let refused = try pages(promising: 3, limits)
    let finding = try #require(refused.findings.first { $0.severity == .error })
    #expect(finding.line == 2 && finding.summary.contains("within 3 days"), "\(finding)")
    #expect(finding.hint.contains("`answer-days: 15`"), "\(finding)")
    #expect(try pages(promising: 15, limits).findings.isEmpty)
    #expect(try pages(promising: 3, AnswerLimits()).findings.isEmpty)
  }

  @Test(arguments: [
    (15, AnswerLimits(ordinary: 15, sensitive: 30), true),
    (15, AnswerLimits(ordinary: 15, isOpenForSome: true), true),
    (30, AnswerLimits(ordinary: 15, sensitive: 30), false), (15, AnswerLimits(), false),
  ])
  func `days that do not stand for misconduct say so, in every language`(
    days: Int, limits: AnswerLimits, isSaid: Bool
  ) throws {
    let pages = try pages(promising: days, limits)
    for (language, words) in [
      ("en", "the inquiry may take longer"), ("ar", "فقد يستغرق التحقيق وقتًا أطول"),
      ("ru", "проверка может занять больше времени"),
    ] {
      #expect(try pages.page("\(language)/index.html").contains(words) == isSaid)
    }
  }

  @Test(arguments: [
    "free: true", "answer-days: 0", "answer-days: 366", "answer-days: +9", "fre: yes",
  ])
  func `what cannot be read is told, and promises nothing`(line: String) throws {
    let pages = Pages(
      try SamplePublication.single.get(), overrides: ["brand.yml": "promises:\n  \(line)\n"])
    #expect(pages.findings.contains { $0.line == 2 }, "\(pages.findings)")
    #expect(!(pages.files["en/index.html"] ?? "").contains("cost nothing"))
  }

  /// What the text says of who reads a report, and what it must not claim of one reader alone.
  private static let readers: [(language: String, said: [String], claims: [String])] = [
    (
      "en",
      [
        "read by our complaints team", "accountability managers",
        "The person who takes your report",
        "whoever works on it", "only our safeguarding focal points", "emergency key",
      ],
      ["only that person", "only one person", "nobody else", "no one else", "person of trust"]
    ),
    (
      "ar",
      [
        "يقرؤها فريق الشكاوى", "مسؤولو المساءلة", "يعرفه من يستلم بلاغك", "ومن يعالج الحالة",
        "إلا منسّقو الحماية", "بمفتاح للطوارئ",
      ],
      ["هذا الشخص وحده", "ذلك الشخص وحده", "هذا الشخص فقط", "ذلك الشخص فقط", "ولا أحد غيره"]
    ),
    (
      "ru",
      [
        "читает наша группа", "руководители, отвечающие за работу с жалобами",
        "его знает тот, кто его принял",
        "тот, кто ведёт дело", "только координаторы по защите", "запасной ключ",
      ],
      ["только этот человек", "только он", "только она", "никто другой", "больше никто"]
    ),
  ]

  @Test(arguments: readers)
  func `the text on complaining says who reads a report, and claims no single reader`(
    language: String, said: [String], claims: [String]
  ) throws {
    let page = try Pages(try SamplePublication.single.get()).page("\(language)/index.html")
    for words in said { #expect(page.contains(words), "“\(words)” is missing") }
    for words in claims {
      #expect(!page.lowercased().contains(words), "“\(words)” is claimed")
    }
  }
}
