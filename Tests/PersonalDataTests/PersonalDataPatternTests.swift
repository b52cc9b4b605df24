import Testing

@testable import PersonalData

@Suite struct PersonalDataPatternTests {
  private typealias Kind = PersonalDataPattern.Kind

  @Test(arguments: [
    ("+963 944 123 456", PersonalDataPattern.Kind.phone), ("0770123456", .phone),
    ("0770 123 45 67", .phone), ("00963944123456", .phone), ("8 (701) 123-45-67", .phone),
    ("+7 701 123 45 67", .phone), ("٠٧٧٠١٢٣٤٥٦", .phone), ("۰۹۱۲ ۳۴۵ ۶۷۸۹", .phone),
    ("\u{202A}+963\u{A0}944\u{A0}123\u{A0}456\u{202C}", .phone), ("770-123-4567", .phone),
    ("0512-3456-7890", .phone), ("770.123.4567", .phone), ("call 0770123456 now", .phone),
    ("(0770) 1234567", .phone), ("0770–123–456", .phone), ("+1-202-555-0143", .phone),
    ("GB82 WEST 1234 5698 7654 32", .iban), ("gb82west12345698765432", .iban),
    ("DE89370400440532013000", .iban), ("KZ86 125K ZT50 0410 0100", .iban),
    ("JO94CBJO0010000000000131000302", .iban), ("رقم DE٨٩٣٧٠٤٠٠٤٤٠٥٣٢٠١٣٠٠٠", .iban),
    ("a.b@example.org", .email), ("<x+y@mail.example.org>", .email),
    ("اكتب إلى a@example.org.", .email),
    ("123456789", .identifier), ("٩٨٧٦٥٤٣٢١٠١", .identifier), ("ID123456789", .identifier),
    ("900101300123", .identifier), ("۹۸۷۶۵۴۳۲۱۰", .identifier),
  ])
  func `what identifies a person is found`(text: String, kind: PersonalDataPattern.Kind) {
    #expect(PersonalDataPattern.findings(in: text).map(\.kind) == [kind])
  }

  @Test(arguments: [
    "2024-01-05", "٢٠٢٤-٠١-٠٥", "05.01.2024", "1/5/2024", "31/12/2024 10:15:30",
    "2024-01-05T10:15:30.123+03:00", "2024-01-05T10:15:30Z", "2024-01-05 10:15:30",
    "2024-01-05 2024-02-06", "2024-01-05T10:15:30.000000+0300", "05.01.2024 10:15", "SY0203",
    "SY020304 SY020305 SY020306", "2611-7KQ4-M2XC", "2611-1234-5678", "12345678", "٨٧٦٥٤٣٢١", "0",
    "",
    "1 2 3 4 5 6 7 8 9 10", "36.8231 38.0112", "36.823112345 38.0112345 0 0", "12.5", "FSL-04",
    "3f2a9c1e-1111-4222-8333-123456789012", "10:00-12:00", "in-progress", "a@b", "@", "x@y.z",
    "GB82 WEST", "100 200 300", "18-59", "2024/01/05", "GB83WEST12AB", "1234 56",
  ])
  func `codes, dates and small numbers are not`(text: String) {
    #expect(PersonalDataPattern.findings(in: text).map(\.words) == [])
  }

  @Test func `the words say where and never what`() {
    let findings = PersonalDataPattern.findings(
      in: "من: a@example.org، ت \u{200E}+963 944 123 456 و 98765432101")
    #expect(
      findings.map(\.words) == [
        "an e-mail address (characters 5 to 17)", "a telephone number (characters 23 to 38)",
        "a long number, as of an identity card (characters 42 to 52)",
      ])
  }

  @Test func `a wrong checksum makes no account`() {
    let kinds = PersonalDataPattern.findings(in: "GB82WEST12345698765433").map(\.kind)
    #expect(!kinds.contains(.iban))
  }

  @Test func `no text stops the search, and places are inside it`() {
    var state: UInt64 = 23
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("0123456789٣۴-/.: ()+@abGB82ش\u{200E}\u{A0}T".unicodeScalars)
    for _ in 0..<10000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random(40) { text.append(letters[random(letters.count)]) }
      var last = 0
      for finding in PersonalDataPattern.findings(in: String(text)) {
        #expect(finding.range.lowerBound > last && finding.range.upperBound <= text.count)
        last = finding.range.upperBound
      }
    }
  }
}
