import ContactData
import CaseModel
import PersonalData
import TestSupport
import Testing
import Text

/// Which spellings are one telephone number.
@Suite struct PhoneNumberTests {
  private static let syrian = [
    "+963 944 123 456", "00963944123456", "0944123456", "٠٩٤٤١٢٣٤٥٦", "944123456", "963944123456",
    "+963 (0)944-123-456", "0944.123.456", "۰۹۴۴ ۱۲۳ ۴۵۶", "\u{202A}+963\u{A0}944 123456\u{202C}",
    "tel: 0944/123456", "+٩٦٣٩٤٤١٢٣٤٥٦", "011963944123456", "810963944123456", "0963944123456",
    "＋９６３９４４１２３４５６", "+00963944123456", "944‑123‑456",
  ]

  @Test func `every spelling of one number matches every other`() throws {
    for one in Self.syrian {
      for other in Self.syrian {
        let (first, second) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
        #expect(first.matches(second), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: [
    ("8 912 345-67-89", "+7 912 345 67 89"), ("89123456789", "79123456789"),
    ("8 029 123 45 67", "+375 29 123 45 67"), ("(202) 555-0123", "+1 202 555 0123"),
    ("1-202-555-0123", "+12025550123"), ("+44 (0)20 7946 0958", "020 7946 0958"),
    ("+39 06 1234 5678", "06 12345678"), ("+961 3 123 456", "03/123456"),
    ("07701234567", "+964 770 123 4567"), ("+90 532 123 45 67", "0532 123 45 67"),
    // The last digits are enough, six of them at least.
    ("123456", "+963 944 123 456"), ("44123456", "0944123456"), ("5550123", "+1 202 555 0123"),
    ("2123456", "011 2123456"), ("63944123456", "+963944123456"),
    // Short numbers.
    ("112", "112"), ("1545", "1545"),
  ])
  func `two spellings are one number, whoever asks`(_ one: String, _ other: String) throws {
    let (first, second) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
    #expect(first.matches(second) && second.matches(first))
  }

  @Test(arguments: [
    ("+963 944 123 456", "+963 944 123 457"), ("+963 944 123 456", "+964 944 123 456"),
    ("0944123456", "0933123456"), ("0944123456", "+963 44 123 456"), ("23456", "0944123456"),
    ("112", "0944123112"), ("8 912 345-67-89", "+7 912 345 67 88"), ("123457", "0944123456"),
    ("+1 202 555 0123", "+44 202 555 0123"), ("944123", "0944123456"),
    ("+7 912 345 67 89", "+81 912 345 67 89"), ("0123456", "0944123456"),
  ])
  func `different numbers do not match`(_ one: String, _ other: String) throws {
    let (first, second) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
    #expect(!first.matches(second) && !second.matches(first))
  }

  @Test(arguments: ["", "+", "no phone", "12", "+12", "0", "00", "123456789012345678901", "٠٠"])
  func `what has too few digits or too many is no number`(_ text: String) {
    #expect(PhoneNumber(text) == nil)
  }

  @Test(arguments: [
    ("0944 123 456 / 0933 123 456", ["0944123456", "0933123456"]),
    ("0944123456 0933123456", ["0944123456", "0933123456"]),
    ("0944 123 456 0933 123 456", ["0944123456", "0933123456"]),
    ("+963944123456, +963933123456", ["+963944123456", "+963933123456"]),
    ("+963944123456+963933123456", ["+963944123456", "+963933123456"]),
    ("0944123456 (her sister's) or ٠٩٣٣١٢٣٤٥٦", ["0944123456", "0933123456"]),
    ("03/123456", ["03123456"]), ("0944123456 ext. 12", ["0944123456"]), ("none", []),
    ("00963 944 123 456", ["+963944123456"]), ("call after 18:00", []),
  ])
  func `numbers are found in a text`(_ text: String, _ normal: [String]) {
    #expect(PhoneNumber.all(in: text).map(\.normalForm) == normal)
    #expect((PhoneNumber(text) == nil) == (normal.count != 1))
  }

  @Test func `calling codes are told by their beginning alone`() throws {
    for (text, code) in [
      ("+12025550123", "1"), ("+79123456789", "7"), ("+963944123456", "963"),
      ("+4930123456", "49"), ("+99890123456", "998"), ("+37529123456", "375"),
    ] {
      let national = String(text.dropFirst(1 + code.count))
      let number = try #require(PhoneNumber("0" + national))
      #expect(PhoneNumber(text)?.matches(number) == true)
    }
    // Not assigned: the digits stay together.
    #expect(PhoneNumber("+999123456789")?.normalForm == "999123456789")
  }

  @Test(arguments: Seeds.first(200))
  func `a number matches itself however it is spelled`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let code =
      ["963", "964", "961", "20", "90", "7", "49", "380", "998"]
      .randomElement(using: &generator) ?? "963"
    let national = String(Int.random(in: 200_000_000...999_999_999, using: &generator))
    let prefixes = ["+" + code, "00" + code, "0", code, ""]
    func spelling() -> String {
      let digits = (prefixes.randomElement(using: &generator) ?? "") + national
      var text = ""
      for (index, character) in digits.enumerated() {
        let scalar = character.unicodeScalars.first?.value ?? 0
        let isArabic = (0x30...0x39).contains(scalar) && Bool.random(using: &generator)
        let digit = isArabic ? Unicode.Scalar(scalar + 0x630) : nil
        text.append(digit.map(Character.init) ?? character)
        if index > 2, Int.random(in: 0..<4, using: &generator) == 0 {
          text.append(" -.\u{200E}\u{A0}".randomElement(using: &generator) ?? " ")
        }
      }
      return text
    }
    let (one, other) = (spelling(), spelling())
    let (first, second) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
    // Without zero, plus or ten digits it is not known where the number begins.
    #expect(first.matches(second) && second.matches(first), "\(one) and \(other)")
    let wrong = String(national.dropLast()) + (national.last == "1" ? "2" : "1")
    #expect(!first.matches(try #require(PhoneNumber("+" + code + wrong))))
  }

  @Test func `a number is looked for among the phones and the columns without a key`() throws {
    let record = ContactRecord(columns: [
      ("Mobile", "0944 123 456 / 0933 123 456"), ("Husband's number", "+963 955 000 111"),
    ])
    for text in ["+963944123456", "0933123456", "0955000111", "000111"] {
      #expect(record.hasPhone(try #require(PhoneNumber(text))), "\(text)")
    }
    #expect(!record.hasPhone(try #require(PhoneNumber("0944123457"))))
  }
}
