import Testing
import Text

@Suite struct WordingTests {
  @Test func `values are kept apart from the words`() {
    let day = "2026-11-30"
    let wording: Wording = "the deadline passed on \(day), \(3) days ago"
    #expect(wording.text == "the deadline passed on 2026-11-30, 3 days ago")
    #expect(wording.template == "the deadline passed on %1, %2 days ago")
    #expect(wording.values == ["2026-11-30", "3"])
  }

  @Test func `two parts make one sentence, in whichever way they are put together`() {
    let end: Wording = "give \("omar") a key"
    #expect("first, " + end == "first, \(end)" as Wording)
    #expect(("a" + "b" as Wording).template == "ab")
    #expect(("first, \(end)" as Wording).values == ["omar"])
  }

  @Test func `a sign for a place in the words is told from a place`() {
    #expect(("100 % of \(5)" as Wording).template == "100 %% of %1")
    #expect(Wording(verbatim: "what git said").template == "%1")
    #expect(("" as Wording).text.isEmpty)
  }

  @Test func `only the words change, never a value`() {
    let wording: Wording = "CASE of \("CASE")"
    let changed = wording.replacingWords { $0.replacing("CASE", with: "2611-GC2Y-7YAX") }
    #expect(changed.text == "2611-GC2Y-7YAX of CASE")
  }
}
