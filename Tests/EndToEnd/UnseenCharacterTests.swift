import Foundation
import Testing

/// Characters that nobody sees do not come in, and do not go in silence.
@Suite struct UnseenCharacterTests {
  @Test func `a private cell with one is refused, and the value is not told`() throws {
    let team = try SealedTeam()
    func table(_ name: String) throws -> String {
      try team.file("old.csv", "ID,Date,Text,Name\n1,2026-11-05,The tap is dry.,\(name)\n")
    }
    let map = try team.file(
      "old.map.yml",
      """
      defaults: {language: en, category: minor, channel: letter}
      external: {prefix: old-, column: "ID"}
      columns:
        - {column: "Date", as: coded, to: received, format: "iso8601"}
        - {column: "Text", as: text, to: narrative}
        - {column: "Name", as: private}

      """)
    let huda = team.seat("huda")
    let refused = try huda.run("import csv \(table("Samira\u{202E} Haddad")) --map \(map)")
    let said = refused.output + refused.errors
    #expect(refused.status == 1 && said.contains("U+202E"), "\(refused)")
    #expect(!said.contains("Samira"), "\(refused)")
    let taken = try huda.done("import csv \(table("Samira Haddad")) --map \(map)")
    #expect(taken.output.contains("1 case imported"), "\(taken)")
  }
}
