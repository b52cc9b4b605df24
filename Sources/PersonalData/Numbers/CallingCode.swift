/// The country calling codes of the world (ITU-T Recommendation E.164, list of assigned codes).
enum CallingCode {
  /// Splits international digits into calling code and the rest; nil when no code begins them.
  ///
  /// No code is the beginning of another, so there is one answer at most.
  static func split(_ digits: Substring.UTF8View) -> (code: Int, rest: Substring.UTF8View)? {
    var code = 0
    for (length, digit) in zip(1...3, digits) {
      code = code * 10 + Int(digit) - 0x30
      if assigned.contains(code) { return (code, digits.dropFirst(length)) }
      if code == 0 { return nil }
    }
    return nil
  }

  /// Every assigned code, global services included.
  static let assigned: Set<Int> = {
    var codes: Set<Int> = [1, 7, 20, 27, 36, 39, 98]
    let ranges: [ClosedRange<Int>] = [
      30...34, 40...41, 43...49, 51...58, 60...66, 81...82, 84...84, 86...86, 90...95,
      211...213, 216...216, 218...218, 220...258, 260...269, 290...291, 297...299,
      350...359, 370...378, 380...383, 385...387, 389...389, 420...421, 423...423,
      500...509, 590...599, 670...670, 672...683, 685...692,
      800...800, 808...808, 850...850, 852...853, 855...856, 870...870, 878...878, 880...883,
      886...886, 888...888, 960...968, 970...977, 979...979, 992...996, 998...998,
    ]
    for range in ranges { codes.formUnion(range) }
    return codes
  }()
}
