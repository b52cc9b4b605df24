import CaseModel
import Diagnostics
import Disclosure
import Site
import SiteTemplate
import Testing

@testable import Publishing

/// The last look at what becomes public.
@Suite struct OutputScanTests {
  private func words(in text: String, recorded: Set<String> = []) -> [String] {
    let scan = OutputScan(
      cases: [CaseID("2611-GC2Y-7YAX")].compactMap(\.self),
      addresses: ["Huda@example.org"], isRecorded: { recorded.contains($0) })
    return scan.findings(in: [SiteFile(path: "en/index.html", bytes: Array(text.utf8))])
      .map(\.message)
  }

  @Test(arguments: [
    "2611-5D65-S771", "2611-5d65-s771", "26115D65S771", "26115d65s771", "(2611‑5D65‑S771)",
    "٢٦١١-5D65-S٧٧١", "۲۶۱۱–5D65–S۷۷۱", "a 2611-5D65-S771.",
    "2611 5D65 S771", "2611 - 5D65 - S771", "2611_5D65_S771", "2611/5D65/S771", "2611.5D65.S771",
    "2611-<strong>5D65</strong>-S771", "2611-5D65-<!-- > x -->S771", "2611-5D65\u{AD}-S771",
    "26\u{200B}11\u{A0}5D65\u{202F}S771", "<span class=\"x\">2611</span>-5D65-S771",
  ])
  func `an id of a case is found in every spelling`(text: String) {
    #expect(words(in: "<p>\(text)</p>").count == 1)
  }

  @Test(arguments: [
    "GC2Y-7YAX", "gc2y-7yax", "GC2Y7YAX", "gc2y 7yax", "GC2Y/7YAX", "GC2Y-<b>7YAX</b>",
    "2610-GC2Y-7YAX", "Case GC2Y\u{2011}7YAX.", "GC2Y-7YAX-",
  ])
  func `the last eight symbols are found where there is such a case`(text: String) {
    #expect(words(in: "<p>\(text)</p>").count == 1)
  }

  @Test(arguments: ["GC2Y-7YAY", "GC2Y-7YA", "GC2Y", "XGC2Y-7YAX", "GC2Y-7YAXX", "GC2Y, 7YAX"])
  func `other eight symbols are left alone`(text: String) {
    #expect(words(in: "<p>\(text)</p>").isEmpty)
  }

  @Test(arguments: [
    // The last symbol is the check of the others.
    "2611-5D65-S772", "2611-5D65", "12611-5D65-S771", "2611-5D65-S7711", "2611, 5D65, S771",
    "2611.5D65 S771",
    "<td>2611</td><td>5D65</td><td>S771</td>", "2611\n5D65\nS771", "2611    5D65 S771",
  ])
  func `what is no id is left alone`(text: String) {
    #expect(words(in: "<p>\(text)</p>").isEmpty)
  }

  /// A digest whose first twelve digits have the form of an id, check symbol and all.
  @Test func `what a page shows of a digest is no id`() throws {
    let digest = "7105ba2e6e71013f5e68739bb6cf85e65c6c1bd75a938283799defdd2a70f584"
    try #require(words(in: "<p>\(digest.prefix(12))</p>").count == 1)
    #expect(words(in: "<p>\(BlockNumbers.short(digest))</p>").isEmpty)
  }

  @Test func `members' addresses are found however they are written`() {
    #expect(words(in: "write to HUDA@EXAMPLE.ORG").count == 1)
    #expect(words(in: "write to complaints@example.org").isEmpty)
  }

  @Test func `hexadecimal digits are found where the history has something of that name`() {
    #expect(words(in: "commit 1a2b3c4 of", recorded: ["1a2b3c4"]).count == 1)
    #expect(words(in: "commit 1a2b3c4 of", recorded: ["1a2b3c5"]).isEmpty)
    #expect(words(in: "x1a2b3c4", recorded: ["1a2b3c4"]).isEmpty, "a part of a word is none")
  }

  @Test func `a word in several files is told once, with how many there are`() {
    let scan = OutputScan(cases: [], addresses: [], isRecorded: { _ in false })
    let files = ["a", "b", "c"].map { SiteFile(path: $0, bytes: Array("2611-5D65-S771".utf8)) }
    let found = scan.findings(in: files)
    #expect(found.count == 1 && found[0].location?.path == "a")
    #expect(found[0].message.hasSuffix("and 2 more files too"))
  }
}
