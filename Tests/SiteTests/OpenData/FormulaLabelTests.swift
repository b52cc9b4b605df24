import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

/// Labels of a register that a spreadsheet would run stand in the open data as text.
@Suite struct FormulaLabelTests {
  @Test(arguments: [
    "=HYPERLINK(\"https://example.org/?x=\"&A1,\"Camp\")", "+1+2", "-2+3", "@SUM(A1:A9)",
    "\t=1+2", "=cmd|' /C calc'!A0", "5-11",
  ])
  func `a label is never a formula or a date in the table of codes`(label: String) throws {
    let sample = try OpenDataSample.publication.get()
    let context = sample.context
    var labels = context.labels
    let names = Dictionary(uniqueKeysWithValues: context.languages.map { ($0, label) })
    labels["channel", default: [:]]["desk"] = names
    let publication = Publication(
      Publication.Context(
        name: context.name, languages: context.languages, labels: labels,
        targets: context.targets),
      plan: sample.plan, blocks: sample.blocks, sensitiveYears: sample.sensitiveYears)
    let data = OpenDataSample.openData(of: publication)
    let file = try #require(data.files.first { $0.path == "data/codes.csv" })
    let row = try #require(
      try CSVTable(file.bytes).rows.first { $0.prefix(2) == ["channel", "desk"] })
    #expect(row.count == 2 + context.languages.count)
    for cell in row.dropFirst(2) {
      #expect(cell.hasPrefix("'"), "\(cell)")
      // Readable still, whatever marks were put in to disarm it.
      let plain = label.split(separator: "\"").first.map { $0.replacing("'", with: "") } ?? ""
      #expect(cell.replacing("'", with: "").contains(plain), "\(cell)")
    }
    // The same for every table and every cell of it: none begins like a formula.
    for file in data.files where file.path.hasSuffix(".csv") {
      let table = try CSVTable(file.bytes)
      for cell in (table.rows + [table.header]).joined() where Int(cell) == nil {
        // The row of tags of HXL begins with `#`, which no spreadsheet runs.
        #expect(
          !["=", "+", "-", "@", "\t", "\r"].contains(cell.prefix(1)), "\(file.path): \(cell)")
      }
    }
  }
}
