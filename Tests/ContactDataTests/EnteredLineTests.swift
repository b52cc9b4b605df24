import CaseModel
import ContactData
import Testing
import Text

/// What a person may type into a line of contact data.
@Suite struct EnteredLineTests {
  private func rule(of text: String) -> Rule? {
    do {
      _ = try ContactRecord(reading: text, from: .entered)
      return nil
    } catch {
      return (error as Refusal).rule
    }
  }

  @Test(arguments: [
    "2026-11-30", "30.11.2026", "12/31/1999", "1405/09/08", "۱۴۰۵/۰۹/۰۸", "30 Nov 2026",
    "2026-11-30T10:00", "٣٠ تشرين الثاني ٢٠٢٦", "2026 11 30", "20/11/26", "30. ноября 2026",
    "Nov 30, 2026", "30 November 2026", "१५/०८/२०२६",
  ])
  func `a day is no telephone number`(day: String) {
    #expect(rule(of: "phone: \(day)") == .contactPhone)
  }

  @Test(arguments: ["++963", "+ +963 944 123 456", "0900-ABC-000", "0944-النور-123"])
  func `a slip within a number is refused`(number: String) {
    #expect(rule(of: "phone: \(number)") == .contactPhone)
  }

  @Test(arguments: [
    "0944 123 456", "+963 11 222 3344", "2026 1130", "011 2026", "112", "0944-12-34-56",
    "20 11 26 30", "0944123456 (Ali, until 2026)", "011-2223344-Ext-5", "٠٩٤٤١٢٣٤٥٦", "11/2026-33",
    "\u{200E}+963 944 1",
  ])
  func `a number is no day`(number: String) {
    #expect(rule(of: "phone: \(number)") == nil)
  }

  @Test(arguments: [
    "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{202A}", "\u{2060}", "\u{1160}", "\u{115F}", "\u{3164}",
    "\u{FFA0}", "\u{2800}", "\u{E0041}", "\u{E0001}", "\u{34F}", "\u{180E}", "\u{7}",
  ])
  func `what nobody sees is refused, within a value and alone`(mark: String) {
    for line in ["phone: 0944\(mark)111222", "name: Hu\(mark)da", "name: \(mark)\nphone: 112"] {
      #expect(rule(of: line) == .contactCharacter, "\(line.debugDescription)")
    }
    #expect(!"\(mark) \(mark)".hasWords)
  }

  @Test(arguments: [
    "می\u{200C}خواهم", "\u{200F}هدى", "👩\u{200D}⚕️",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
  ])
  func `what spelling needs stays`(name: String) {
    #expect(rule(of: "name: \(name)") == nil)
  }
}
