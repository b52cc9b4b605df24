import Testing

@testable import PersonalData

@Suite struct CallingCodeTests {
  @Test func `no code begins another, and none begins with zero`() {
    let codes = CallingCode.assigned.map(String.init)
    for code in codes {
      #expect(!code.hasPrefix("0") && (1...3).contains(code.utf8.count))
      #expect(!codes.contains { $0 != code && $0.hasPrefix(code) }, "\(code) begins another")
    }
  }

  @Test(arguments: [
    ("12025550123", 1), ("79123456789", 7), ("20101234567", 20), ("963944123456", 963),
    ("970591234567", 970), ("972501234567", 972), ("989121234567", 98), ("99890123456", 998),
    ("211912345678", 211), ("4930123456", 49),
  ])
  func `a number is split after its code`(_ digits: String, _ code: Int) {
    let parts = CallingCode.split(Substring(digits).utf8)
    #expect(parts?.code == code)
    #expect(parts.map { String(code) + String(Substring($0.rest)) } == digits)
  }

  @Test(arguments: ["", "9", "96", "0963", "999123", "210123", "259123", "969123"])
  func `what begins with no assigned code is not split`(_ digits: String) {
    #expect(CallingCode.split(Substring(digits).utf8) == nil)
  }
}
