import CaseModel
import Diagnostics
import Register
import Site
import SiteTemplate
import Testing

@testable import Publishing

/// Both sites of a register, made in memory.
@Suite struct BuiltSiteTests {
  private func closed() throws -> OpenRegister {
    let place = try OpenRegister()
    try place.add(24, on: "2026-02-03")
    try place.close(on: "2026-04-21")
    return place
  }

  @Test func `the public site shows closed blocks, the team's every case`() throws {
    let place = try closed()
    try place.add(5, on: "2026-04-22")
    let register = try place.on("2026-04-22")
    let site = try BuiltSite.publicSite(of: register, over: OpenRegister.template)
    #expect(site.problems.allSatisfy { $0.severity == .warning }, "\(site.problems)")
    #expect(site.release?.hasPrefix("2026-Q1 ") == true)
    let paths = site.files.map(\.path)
    #expect(paths == paths.sorted() && paths.contains("data/2026-Q1/counts.csv"))
    let team = try BuiltSite.internalSite(
      of: register, over: OpenRegister.template, asOf: register.today)
    #expect(team.release == nil && !team.files.contains { $0.path.hasPrefix("data/") })
    let page = try #require(team.files.first { $0.path == "en/index.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("29"))
  }

  @Test func `a block of five quarters is not taken for one quarter`() throws {
    let place = try OpenRegister()
    for day in ["2026-04-10", "2026-08-10", "2026-11-10", "2027-02-10"] {
      try place.add(2, on: day)
    }
    try place.add(8, on: "2027-05-10")
    #expect(try place.close(on: "2027-08-20") == ["2026-Q2-to-2027-Q2"])
    let site = try BuiltSite.publicSite(
      of: place.on("2027-08-20"), over: OpenRegister.template)
    let page = try #require(site.files.first { $0.path == "en/index.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains(">April 2026 – June 2027<") && !text.contains("2026–2027"))
  }

  @Test func `a site as of an earlier day leaves out what was closed later`() throws {
    let place = try closed()
    let site = try BuiltSite.publicSite(
      of: place.on("2026-04-22"), over: OpenRegister.template,
      asOf: CalendarDate("2026-04-20"))
    #expect(site.release == nil)
    #expect(!site.files.contains { $0.path.hasPrefix("data/2026-Q1") })
  }

  @Test func `the same register gives the same bytes`() throws {
    let place = try closed()
    let one = try BuiltSite.publicSite(of: place.on("2026-04-22"), over: OpenRegister.template)
    let two = try BuiltSite.publicSite(of: place.on("2026-05-30"), over: OpenRegister.template)
    #expect(one.files.map(\.path) == two.files.map(\.path))
    #expect(one.files.map(\.bytes) == two.files.map(\.bytes))
  }

  @Test func `numbers that are public are neither changed nor dropped`() throws {
    let place = try closed()
    let site = try BuiltSite.publicSite(of: place.on("2026-04-22"), over: OpenRegister.template)
    var present = Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.bytes) })
    try site.refuseRestatement(of: present)
    try site.refuseRestatement(of: [:])
    // Pages may change with every version of the program; what they count may not.
    present["en/index.html"] = []
    try site.refuseRestatement(of: present)
    for path in ["data/2026-Q1/counts.csv", PublishedRegister.ledgerName] {
      var other = present
      other[path, default: []] += Array("2026-Q1,total,9\n".utf8)
      #expect(throws: DiagnosticList.self) { try site.refuseRestatement(of: other) }
    }
    present["data/2025-Q4/counts.csv"] = Array("period\n".utf8)
    #expect(throws: DiagnosticList.self) { try site.refuseRestatement(of: present) }
  }

  @Test func `a text that names a case keeps the whole site back`() throws {
    let place = try closed()
    let id = try #require(try place.on("2026-04-22").summaries().cases.first?.id)
    let note = "We answered \(id.description.lowercased().replacing("-", with: "")).\n"
    try place.commit(Array(note.utf8), at: "site-template/content/notices.en.md")
    let error = #expect(throws: DiagnosticList.self) {
      try BuiltSite.publicSite(of: place.on("2026-04-22"), over: OpenRegister.template)
    }
    #expect(error?.diagnostics.map(\.rule) == ["site.leak"])
  }
}
