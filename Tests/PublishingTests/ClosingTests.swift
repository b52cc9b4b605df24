import CaseModel
import Diagnostics
import Disclosure
import GitStore
import Register
import Testing

@testable import Publishing

/// From cases to closed blocks, and what is believed of these.
@Suite struct ClosingTests {
  @Test func `a block is due when its grace is over, not before, and once`() throws {
    let place = try OpenRegister()
    try place.add(12, on: "2026-02-03")
    #expect(try BlockClosing(place.on("2026-04-20")).due == nil)
    #expect(try BlockClosing(place.on("2026-04-21")).due?.period == "2026-Q1")
    #expect(try place.close(on: "2026-04-21") == ["2026-Q1"])
    #expect(try place.close(on: "2026-04-22") == [])
    #expect(try BlockClosing(place.on("2026-04-22")).next?.block.period == "2026-Q2")
  }

  @Test func `what is closed is proved again, and counts its own cases only`() throws {
    let place = try OpenRegister()
    try place.add(12, on: "2026-02-03")
    try place.close(on: "2026-04-21")
    try place.add(30, on: "2026-04-22")
    let published = try PublishedRegister(place.on("2026-04-23"), withHistory: true)
    #expect(published.problems.isEmpty, "\(published.problems)")
    #expect(published.blocks.map(\.closed.recordCount) == [12])
    #expect(published.blocks.first?.numbers.flows[.total]?.number == 12)
  }

  @Test(arguments: [
    ("2026-Q1/counts.csv", "publish.sums"), ("2026-Q1/records.csv", "publish.sums"),
    ("2026-Q1/SHA256SUMS", "publish.sums"), ("ledger.csv", "publish.ledger"),
  ])
  func `a frozen file that was changed is named, and nothing is built on it`(
    file: String, rule: String
  ) throws {
    let place = try OpenRegister()
    try place.add(12, on: "2026-02-03")
    try place.close(on: "2026-04-21")
    let path = Register.publicationFolder + "/" + file
    let name = file.hasPrefix("2026") ? file : "ledger.csv"
    let bytes = try #require(try place.on("2026-04-22").publicationFiles()[name])
    try place.commit(bytes + Array("x\n".utf8), at: path)
    let published = try PublishedRegister(place.on("2026-04-22"))
    #expect(published.problems.contains { $0.rule == rule }, "\(published.problems)")
    #expect(throws: DiagnosticList.self) { try published.requireSound() }
    #expect(throws: DiagnosticList.self) {
      try BuiltSite.publicSite(of: place.on("2026-04-22"), over: OpenRegister.template)
    }
  }

  @Test func `a case that cannot be read would be missing for ever`() throws {
    let place = try OpenRegister()
    try place.add(12, on: "2026-02-03")
    try place.commit(Array("---\n".utf8), at: "cases/2026/02/2602-0000-000X.md")
    let numbers = try RegisterNumbers(place.on("2026-04-21"))
    #expect(throws: DiagnosticList.self) { try numbers.requireAllReadable() }
  }

  @Test func `a plan that is weaker than that of a closed block is refused when it is adopted`()
    throws
  {
    let place = try OpenRegister()
    try place.add(12, on: "2026-02-03")
    let before = try #require(
      try place.on("2026-04-21").repository.blob(
        at: "cases/publication.yml", in: place.on("2026-04-21").head()))
    let strict = String(decoding: before, as: UTF8.self)
      .replacing("threshold: 5", with: "threshold: 6").replacing("width: 5", with: "width: 6")
    #expect(strict.contains("\nthreshold: 6") && strict.contains("\nwidth: 6"))
    try place.commit(Array(strict.utf8), at: "cases/publication.yml")
    try place.close(on: "2026-04-21")
    try place.commit(before, at: "cases/publication.yml")
    let closing = try BlockClosing(place.on("2026-04-22"))
    #expect(closing.refused.count == 2, "\(closing.refused)")
    #expect(closing.refused.allSatisfy { $0.hint?.contains("daftar adopt") == true })
  }
}
