import Testing

@testable import PersonalData

@Suite struct AmountTests {
  @Test(arguments: [
    "paid 250 000 000", "1 000 000 SYP", "He paid 250 000 000 SYP for it", "250000000 SYP",
    "paid 250000000", "$250 000 000", "€ 123 456 789", "SYP 123 456 789", "123 456 789 SYP",
    "1.250.000.000 ل.س", "دفعت ٢٥٠ ٠٠٠ ٠٠٠ ليرة", "دفع ٢٥٠٬٠٠٠٬٠٠٠", "بمبلغ 125 500 750",
    "بمبلغ قدره ١٢٥ ٥٠٠ ٧٥٠ ليرة سورية", "والمبلغ: 125 500 750", "۲۵۰ ۰۰۰ ۰۰۰ تومان",
    "заплатил 250 000 000", "125 500 750 руб.", "125 500 750 рублей", "на сумму 125 500 750",
    "стоимость около 125 500 750", "100 000 - 250 000", "between 100 000 000 and 250 000 000",
    "100 000 000 - 250 000 000 SYP", "paid about 125 500 750 to the guard",
    "the price was 125\u{A0}500\u{A0}750", "125\u{202F}500\u{202F}750 EUR", "125 500 750.50 USD",
    "250 000 000, then nothing", "amount: 125 500 750", "125 500 750 Syrian pounds 1 000 000 lira",
    "125 500 750 US dollars", "125 500 750 сирийских фунтов", "125500750 dollars", "250 000 000",
    "(250 000 000)", "3 250 000 000 IQD", "125'500'750 CHF",
    "250 000 000SYP", "250 000 000₽", "SYP933123456", "USD250000000", "SYP 933123456",
    "wants 933 500 000 for the wall", "he asked 125 500 000 of us", "يريد 933 500 000 للجدار",
    "просит 933 500 000 за стену", "he paid 250 000 000 SYP and we called",
    "paid 250 000 000, call us",
    "in 2024 2025 2026 nothing came", "2024/2025/2026", "2026, 2025 2024 2023",
  ])
  func `an amount of money is no telephone number`(text: String) {
    #expect(PersonalDataPattern.findings(in: text).map(\.words) == [])
  }

  @Test(arguments: [
    "0900 000 000", "0944 000 000", "٠٩٠٠ ٠٠٠ ٠٠٠", "+963 900 000 000", "+963 944 123 456",
    "00963 900 000 000", "8 (900) 000-00-00", "8 900 000-00-00", "8 900 000 00 00",
    "944 123 456", "963 944 123 456", "call 900 000 000", "phone: 250 000 000",
    "number 944 000 000", "رقم 944 000 000", "هاتفه 944 123 456", "اتصل على الرقم 944 000 000",
    "тел. 900 000 000", "номер 900 000 000", "paid him, call 944 123 456",
    "paid the man at 944 123 456", "0900 000 000 SYP", "paid 0900 000 000", "770-123-4567",
    "701 234 56 78", "8 701 123 45 67", "+1 250 000 0000", "+250 000 000 000",
    "WhatsApp 944 000 000",
    "the fine. His number is 944 123 456", "0912 345 678", "06 12 34 56 78", "944-000-000",
    "he paid 933 123 456 SYP, reach me there", "933 123 456 SYP call me",
    "دفعت 933 123 456 ليرة اتصل بي", "933 123 456 руб, позвоните мне", "wants 933 123 456",
    "944 123 456 Syrian", "944 123 456 Syrian man, pounds of rice", "2024 2025 202",
    "2026 2024 2025",
    "paid 944-123-456", "(944) 000 000", "0512-3456-7890", "12 250 000 000 5555",
  ])
  func `a telephone number stays one, also among zeros and money`(text: String) {
    #expect(PersonalDataPattern.findings(in: text).map(\.kind) == [.phone])
  }

  @Test(arguments: [
    "123456789", "ID 250000000", "900101300123", "identity card 123456789", "ID933123456",
  ])
  func `the number of a card stays one`(text: String) {
    #expect(PersonalDataPattern.findings(in: text).map(\.kind) == [.identifier])
  }
}
