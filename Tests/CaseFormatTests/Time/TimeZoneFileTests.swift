import CaseFormat
import CaseModel
import TestSupport
import Testing
import Text

@Suite struct TimeZoneFileTests {
  private static let folder = "/usr/share/zoneinfo/"
  private static let hasZones = SourceTree.bytes(folder + "Asia/Damascus") != nil

  private func rules(_ name: String) throws -> TimeZoneRules {
    let bytes = try built(SourceTree.bytes(Self.folder + name), name)
    return try built(TimeZoneFile.rules(bytes, name: name), name)
  }

  @Test(
    .enabled(if: hasZones, "the time zone database is not installed"),
    arguments: [
      "Asia/Damascus", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Europe/Dublin",
      "Africa/Casablanca", "Asia/Gaza", "Africa/Cairo", "Asia/Jerusalem", "America/Nuuk",
      "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Tehran", "Asia/Baghdad",
      "Europe/Istanbul", "Europe/Kyiv", "UTC",
    ])
  func `local dates are those of the system's own date program`(name: String) throws {
    let rules = try rules(name)
    var random = SeededGenerator(seed: UInt64(name.utf8.count))
    let first = try moment("1900-01-01T00:00:00Z").seconds
    let last = try moment("2099-12-31T00:00:00Z").seconds
    var moments = (0..<60).map { _ in Int64.random(in: first...last, using: &random) }
    moments += [0, -1, 2_147_483_647, 2_147_483_648, 4_000_000_000]
    // Around every change of clocks that our own rules know of: an offset is wrong there first.
    var at = try moment("2015-01-01T00:00:00Z").seconds
    while at < last {
      let next = at + 86_400 * (at < 1_700_000_000 ? 1 : 7)
      if rules.offset(at: Timestamp(seconds: at)) != rules.offset(at: Timestamp(seconds: next)) {
        let change = bisect(rules, at, next)
        moments += [change - 1, change, change + 1]
      }
      at = next
    }
    let input = moments.map { "@\($0)\n" }.joined()
    let output = try Command.output(
      ["date", "-f", "-", "+%Y-%m-%d %:::z"], environment: ["TZ": name, "LC_ALL": "C"], input: input
    )
    let lines = output.split(separator: "\n").map(String.init)
    try #require(lines.count == moments.count)
    for (second, line) in zip(moments, lines) {
      let moment = Timestamp(seconds: second)
      let ours = "\(rules.date(at: moment)) \(Self.text(ofOffset: rules.offset(at: moment)))"
      #expect(ours == line, "\(name) at \(moment)")
    }
  }

  /// The first second at which the offset is that of the second moment.
  private func bisect(_ rules: TimeZoneRules, _ first: Int64, _ second: Int64) -> Int64 {
    var (low, high) = (first, second)
    let target = rules.offset(at: Timestamp(seconds: second))
    while high - low > 1 {
      let middle = (low + high) / 2
      if rules.offset(at: Timestamp(seconds: middle)) == target {
        high = middle
      } else {
        low = middle
      }
    }
    return high
  }

  /// Writes an offset as `date +%:::z` does: `+03`, `+05:45`, `-00:25:21`.
  private static func text(ofOffset seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let size = abs(seconds)
    var text = (seconds < 0 ? "-" : "+") + two(size / 3_600)
    if size % 3_600 != 0 { text += ":" + two(size / 60 % 60) }
    if size % 60 != 0 { text += ":" + two(size % 60) }
    return text
  }

  @Test(.enabled(if: hasZones, "the time zone database is not installed"))
  func `Damascus stays at three hours since October 2022`() throws {
    let rules = try rules("Asia/Damascus")
    let cases = [
      ("2022-01-15T12:00:00Z", 7_200), ("2022-07-15T12:00:00Z", 10_800),
      ("2022-12-15T12:00:00Z", 10_800),
      ("2026-01-15T12:00:00Z", 10_800), ("2080-01-15T12:00:00Z", 10_800),
    ]
    for (text, offset) in cases { #expect(try rules.offset(at: moment(text)) == offset, "\(text)") }
    #expect(try rules.date(at: moment("2026-01-14T21:00:00Z")).description == "2026-01-15")
  }

  @Test(.enabled(if: hasZones, "the time zone database is not installed"))
  func `summer time goes on after the last year that is listed`() throws {
    let rules = try rules("Europe/Berlin")
    for year in [2037, 2038, 2050, 2099] {
      #expect(try rules.offset(at: moment("\(year)-07-01T00:00:00Z")) == 7_200)
      #expect(try rules.offset(at: moment("\(year)-01-01T00:00:00Z")) == 3_600)
    }
  }

  @Test(.enabled(if: hasZones, "the time zone database is not installed"))
  func `a damaged file is refused or read, never a crash`() throws {
    let bytes = try built(SourceTree.bytes(Self.folder + "Asia/Damascus"), "a zone")
    for length in stride(from: 0, to: bytes.count - 40, by: 7) {
      #expect(TimeZoneFile.rules(Array(bytes[..<length]), name: "x") == nil)
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      var damaged = bytes
      // The times of the last transitions stay, so that no rule is written out for ever.
      damaged[Int.random(in: 0..<44, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = TimeZoneFile.rules(damaged, name: "x")
    }
  }

  @Test func `other bytes are no zone`() {
    #expect(TimeZoneFile.rules([], name: "x") == nil)
    #expect(TimeZoneFile.rules(Array("TZif".utf8), name: "x") == nil)
    #expect(TimeZoneFile.rules(Array(repeating: 0x54, count: 200), name: "x") == nil)
    let first = Array("TZif2".utf8) + Array(repeating: 0, count: 15)
    let huge = first + Array(repeating: 0xFF, count: 24) + Array(repeating: 0, count: 100)
    #expect(TimeZoneFile.rules(huge, name: "x") == nil)
  }
}
