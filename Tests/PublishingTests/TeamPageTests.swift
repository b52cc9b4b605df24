import CaseModel
import Register
import Site
import SiteTemplate
import Testing

@testable import Publishing

/// What the first page of the team says about timeliness, of the day that it names.
@Suite struct TeamPageTests {
  /// Registers a complaint, and closes it where a day is named.
  private func add(_ place: OpenRegister, _ received: String, closed: String? = nil) throws {
    var new = NewCase(category: "minor", channel: "desk", language: "en")
    new.text = "The queue has no shade."
    let id = try place.on(received).enter(new, as: place.huda).after.id
    guard let closed else { return }
    _ = try place.on(closed).record(in: id, as: place.huda) { _ in
      [Step(.close(outcome: .withdrawn, of: nil), text: "They took it back.")]
    }
  }

  /// The words of one tile on the first page as of a day.
  private func tile(_ id: String, _ place: OpenRegister, asOf day: String) throws -> String {
    let site = try BuiltSite.internalSite(
      of: place.on(day), over: OpenRegister.template, asOf: try #require(CalendarDate(day)))
    let page = String(
      decoding: try #require(site.files.first { $0.path == "en/index.html" }).bytes, as: UTF8.self)
    let tile = try #require(
      page.split(separator: "id=\"\(id)\"").last?.split(separator: "</li>").first)
    return tile.replacing(/<[^>]+>/, with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func `figures are those of the day, although nothing came in since and nothing is open`()
    throws
  {
    let place = try OpenRegister()
    try add(place, "2026-06-01", closed: "2026-06-01")
    try add(place, "2026-06-16", closed: "2026-07-05")
    let share = try tile("K05", place, asOf: "2026-08-20")
    #expect(share.contains("50%") && share.contains("1 of 2"), "\(share)")
    #expect(share.contains("6 February 2026 to 5 August 2026"), "\(share)")
    let median = try tile("K07", place, asOf: "2026-08-20")
    #expect(median.contains("21 February 2026 to 20 August 2026"), "\(median)")
    #expect(try tile("registered", place, asOf: "2026-08-20").contains("0 cases"))
  }

  @Test func `figures are compared with the six months just before theirs`() throws {
    let place = try OpenRegister()
    try add(place, "2026-01-02")
    try add(place, "2026-06-01", closed: "2026-06-03")
    try add(place, "2026-06-10", closed: "2026-07-20")
    try add(place, "2026-10-01", closed: "2026-10-04")
    // At the end of the quarter before, all cases but one were the same: "as before".
    let share = try tile("K05", place, asOf: "2027-03-20")
    #expect(share.contains("100%") && share.contains("Up from 50%"), "\(share)")
    let median = try tile("K07", place, asOf: "2027-03-20")
    #expect(median.contains("3 days") && median.contains("Up from 2 days"), "\(median)")
  }

  @Test func `figures are not compared with months in which the register may have begun`() throws {
    let place = try OpenRegister()
    try add(place, "2026-03-10", closed: "2026-03-12")
    try add(place, "2026-10-01", closed: "2026-10-04")
    let share = try tile("K05", place, asOf: "2027-03-20")
    #expect(share.contains("100%") && !share.contains("before"), "\(share)")
    #expect(!share.contains(" from "), "\(share)")
  }
}
