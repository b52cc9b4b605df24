import CaseModel
import TestSupport
import Testing
import Text

@Suite struct TimestampTests {
  @Test(arguments: Seeds.first(5))
  func `a moment reads back from its own text`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let moment = Timestamp(
        seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
      #expect(Timestamp(moment.description) == moment)
    }
  }

  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
      ("2026-11-02T08:14:05Z", 1_793_607_245),
      ("2038-01-19T03:14:08Z", 2_147_483_648),
    ] as [(String, Int64)])
  func `seconds are counted from 1970`(text: String, seconds: Int64) throws {
    #expect(try moment(text).seconds == seconds)
    #expect(Timestamp(seconds: seconds).description == text)
  }

  @Test(arguments: [
    "2026-11-02T08:14:05", "2026-11-02T08:14:05z", "2026-11-02 08:14:05Z", "2026-11-02T24:00:00Z",
    "2026-11-02T08:60:00Z", "2026-11-02T08:14:60Z", "2026-02-30T08:14:05Z",
    "2026-11-02T08:14:05.0Z",
    "2026-11-02T08:14:05+00:00", "2026-11-02T8:14:005Z", "2026-11-02T08-14-05Z", "", "Z",
    "2026-11-0éT08:14:05", "2026-11-02T+8:14:05Z", "2026-11-02Té:14:05Z",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
