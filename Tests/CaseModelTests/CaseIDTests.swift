import CaseModel
import TestSupport
import Testing
import Text

@Suite struct CaseIDTests {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private static func randomID(_ random: inout SeededGenerator) throws -> CaseID {
    let year = Int.random(in: 2000...2099, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    return try built(CaseID.make(year: year, month: month, using: &random), "an id")
  }

  @Test(arguments: Seeds.first(20))
  func `an id reads back from its own text`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let id = try Self.randomID(&random)
      #expect(CaseID(id.description) == id)
      #expect(CaseID(canonical: id.description) == id)
      #expect(id.description.count == 14 && id.symbols.count == 12)
      #expect(CaseID(canonical: id.symbols) == nil)
      #expect(
        CaseID(canonical: id.description.lowercased()) == nil
          || !id.symbols.contains { $0.isLetter })
    }
  }

  @Test(arguments: Seeds.first(20))
  func `what people type is understood`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let arabic = Array("٠١٢٣٤٥٦٧٨٩")
    let persian = Array("۰۱۲۳۴۵۶۷۸۹")
    let looksLike: [Character: [Character]] = ["0": ["O", "o"], "1": ["I", "i", "L", "l"]]
    for _ in 0..<50 {
      let id = try Self.randomID(&random)
      let forms = [
        id.description.lowercased(), id.symbols, id.symbols.lowercased(),
        id.description.replacing("-", with: " "), id.description.replacing("-", with: "\u{2011}"),
        String(id.description.map { $0.wholeNumberValue.map { arabic[$0] } ?? $0 }),
        String(id.description.map { $0.wholeNumberValue.map { persian[$0] } ?? $0 }),
        String(id.description.map { looksLike[$0]?.randomElement(using: &random) ?? $0 }),
      ]
      for form in forms { #expect(CaseID(form) == id, "\(form)") }
    }
  }

  @Test(arguments: [
    "2611-7KQ4-M2X", "2611-7KQ4-M2XCC", "", "2611-7KQ4-M2X!", "2611-7KQ4-M2XU", "2611_7KQ4_M2XC",
    "٢٦١١-7KQ4-M2Xش", "2611-7KQ4-M2X٪", "2611\n7KQ4M2XC", "－２６１１７ＫＱ４",
  ])
  func `what is no id is refused`(text: String) {
    #expect(CaseID(text) == nil)
  }

  @Test func `there is no month beyond the twelfth, whatever the check symbol`() {
    for month in ["00", "13", "20", "99", "0A", "A1"] {
      for check in Self.alphabet {
        #expect(CaseID("26\(month)-7KQ4-M2X\(check)") == nil)
      }
    }
    #expect(CaseID(year: 2026, month: 13, random: Array(repeating: 1, count: 7)) == nil)
    #expect(CaseID(year: 2026, month: 0, random: Array(repeating: 1, count: 7)) == nil)
    #expect(CaseID(year: 2026, month: 5, random: Array(repeating: 32, count: 7)) == nil)
    #expect(CaseID(year: 2026, month: 5, random: Array(repeating: 1, count: 6)) == nil)
  }

  @Test(arguments: Seeds.first(6))
  func `every single wrong symbol is caught`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let id = try Self.randomID(&random)
    let symbols = Array(id.symbols)
    for index in symbols.indices {
      for other in Self.alphabet where other != symbols[index] {
        var changed = symbols
        changed[index] = other
        #expect(CaseID(String(changed)) == nil, "\(String(changed)) passes for \(id)")
      }
    }
  }

  @Test func `nearly every swap of two neighbours is caught`() throws {
    var random = SeededGenerator(seed: 7)
    var swaps = 0
    var missed = 0
    for _ in 0..<2_000 {
      let symbols = Array(try Self.randomID(&random).symbols)
      for index in 4..<11 where symbols[index] != symbols[index + 1] {
        var changed = symbols
        changed.swapAt(index, index + 1)
        swaps += 1
        if CaseID(String(changed)) != nil { missed += 1 }
      }
    }
    // Of 32 · 31 pairs at a place, the hybrid system misses at most a few.
    #expect(swaps > 10_000)
    #expect(missed * 200 < swaps, "\(missed) of \(swaps) swaps were missed")
  }

  @Test func `the check symbol is that of the standard`() throws {
    // Computed by hand after ISO/IEC 7064, hybrid system, M = 32: from P = 32, each symbol gives
    // S = P + a mod 32 (0 counts as 32) and P = 2 S mod 33; the check makes P + c ≡ 1 mod 32.
    var product = 32
    for value in [2, 6, 1, 1, 7, 19, 23, 4, 20, 2, 29] {
      let sum = (product + value) % 32
      product = (sum == 0 ? 32 : sum) * 2 % 33
    }
    let check = try #require((0..<32).first { (product + $0) % 32 == 1 })
    let id = try #require(CaseID(year: 2026, month: 11, random: [7, 19, 23, 4, 20, 2, 29]))
    #expect(id.description == "2611-7KQ4-M2X\(Self.alphabet[check])")
  }

  @Test func `ids sort by month, and tell it`() throws {
    let early = try #require(CaseID(year: 2026, month: 9, random: Array(repeating: 31, count: 7)))
    let late = try #require(CaseID(year: 2026, month: 10, random: Array(repeating: 0, count: 7)))
    #expect(early < late)
    #expect(late.yearAndMonth.year == "26" && late.yearAndMonth.month == "10")
    #expect(CaseID.symbols(ofTyped: "7kq-4o") == "7KQ40")
    #expect(CaseID.symbols(ofTyped: "7kq!") == nil)
    #expect(CaseID.symbols(ofTyped: String(repeating: "7", count: 40)) == nil)
  }
}
