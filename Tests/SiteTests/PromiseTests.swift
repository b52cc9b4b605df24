import Testing

@testable import Site

/// What the pages promise to those who complain: only what the organisation has confirmed.
@Suite struct PromiseTests {
  private static let words = [
    "free": "Complaining and asking cost nothing", "anonymous": "You need not give your name.",
    "number": "You get a number.", "answer-days": "We tell you the answer within",
    "objection": "you can object.",
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

  @Test(arguments: [
    "free: true", "answer-days: 0", "answer-days: 366", "answer-days: +9", "fre: yes",
  ])
  func `what cannot be read is told, and promises nothing`(line: String) throws {
    let pages = Pages(
      try SamplePublication.single.get(), overrides: ["brand.yml": "promises:\n  \(line)\n"])
    #expect(pages.findings.contains { $0.line == 2 }, "\(pages.findings)")
    #expect(!(pages.files["en/index.html"] ?? "").contains("cost nothing"))
  }
}
