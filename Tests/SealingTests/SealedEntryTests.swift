import Testing

@testable import Sealing
import Text

@Suite struct SealedEntryTests {
  private static let entry = "0h7k2m4n6p8q0r2t"
  private static let caseID = "2611-7KQ4-M2XC"

  private func made(_ payload: [UInt8]) throws -> SealedEntry {
    try SealedEntry(entry: Self.entry, case: Self.caseID, kind: "account", payload: payload)
  }

  @Test func `the plaintext begins with words for people`() throws {
    let entry = try SealedEntry(
      entry: Self.entry, caseID: Self.caseID, kind: "account",
      salt: Array(0..<32), payload: Array("Told.\n".utf8))
    let plaintext = entry.plaintext
    let text = """
      daftar-seal-v1
      entry: 0h7k2m4n6p8q0r2t
      case: 2611-7KQ4-M2XC
      kind: account
      salt: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
      length: 6

      Told.

      """
    #expect(plaintext.starts(with: text.utf8))
    #expect(plaintext.count == 2048)
    #expect(plaintext.dropFirst(text.utf8.count).allSatisfy { $0 == 0 })
    // Computed with Python's hmac and hashlib.
    #expect(
      entry.commitment == "953a4878efcab1a23ca89f3b2a0541aee2305e2f6887821d8bac2acfcd0291c1")
    #expect("\(entry)" == "account 0h7k2m4n6p8q0r2t of 2611-7KQ4-M2XC")
  }

  @Test func `every size goes through the plaintext`() throws {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 1800, 1850, 1880, 1900, 4000, 65_000, 65_400, 65_536, 70_000, 300_000] {
      for extra in 0..<(count == 1850 ? 60 : 1) {
        let entry = try made(generator.bytes(count + extra))
        let plaintext = entry.plaintext
        #expect(try SealedEntry(reading: plaintext) == entry)
        #expect(PaddedSize.holding(plaintext.count) == plaintext.count)
      }
    }
  }

  @Test func `sizes are padded to few values`() {
    #expect(PaddedSize.holding(0) == 2048 && PaddedSize.holding(2048) == 2048)
    #expect(PaddedSize.holding(2049) == 4096 && PaddedSize.holding(40_000) == 65_536)
    #expect(PaddedSize.holding(65_536) == 65_536 && PaddedSize.holding(65_537) == 67_584)
    #expect(PaddedSize.holding(1_000_000) == 1_015_808)
    var sizes: Set<Int> = []
    for count in stride(from: 1, to: 1 << 20, by: 37) {
      let size = PaddedSize.holding(count)
      sizes.insert(size)
      #expect(size >= count && PaddedSize.holding(size) == size)
      if count > 65_536 { #expect(Double(size - count) / Double(count) < 0.04) }
    }
    #expect(sizes.count == 6 + 4 * 32)
  }

  @Test func `a commitment binds every part`() throws {
    func commitment(
      _ entry: String = Self.entry, _ caseID: String = Self.caseID, _ kind: String = "account",
      _ salt: UInt8 = 1, _ payload: [UInt8] = [1]
    ) throws -> String {
      try SealedEntry(
        entry: entry, caseID: caseID, kind: kind, salt: [UInt8](repeating: salt, count: 32),
        payload: payload
      ).commitment
    }
    let all = [
      try commitment(), try commitment("1h7k2m4n6p8q0r2t"),
      try commitment(Self.entry, "2612-7KQ4-M2XC"), try commitment(Self.entry, Self.caseID, "name"),
      try commitment(Self.entry, Self.caseID, "account", 2),
      try commitment(Self.entry, Self.caseID, "account", 1, [2]),
      try commitment(Self.entry, Self.caseID, "account", 1, []),
    ]
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0.utf8.count == 64 })
    #expect(try commitment() == commitment())
  }

  @Test func `salts and ids are new each time`() throws {
    let entries = try (0..<100).map { _ in try made([1]) }
    #expect(Set(entries.map(\.salt)).count == 100)
    let ids = (0..<1000).map { _ in SealedEntry.makeID() }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy(EntryForm.isEntry))
    #expect(Set(ids.joined()).count == 32)
  }

  @Test(arguments: [
    "", "0h7k2m4n6p8q0r2", "0h7k2m4n6p8q0r2tt", "0H7k2m4n6p8q0r2t", "0h7k2m4n6p8q0r2i",
    "0h7k2m4n6p8q0r2\n",
  ])
  func `an entry's id of another form is refused`(entry: String) {
    #expect(throws: SealingError.entryLayout(.entry)) {
      try SealedEntry(entry: entry, case: Self.caseID, kind: "a", payload: [])
    }
  }

  @Test(arguments: [
    "", "2611-7KQ4-M2X", "2611-7KQ4-M2XCC", "2611-7kq4-M2XC", "26117KQ4M2XC", "2611-7KQ4-M2XI",
    "A611-7KQ4-M2XC", "2611-7KQ4-M2XC-AAAA", "2611--7KQ4-M2XC", "2611-7KQ4-M2X{", "2611-7KQ4-M2X[",
  ])
  func `a case of another form is refused`(caseID: String) {
    #expect(throws: SealingError.entryLayout(.caseID)) {
      try SealedEntry(entry: Self.entry, case: caseID, kind: "a", payload: [])
    }
  }

  @Test(arguments: ["", "Account", "a b", "a\n", "é", "a1", "abcdefghijklmnopqrstu"])
  func `a kind of another form is refused`(kind: String) {
    #expect(throws: SealingError.entryLayout(.kind)) {
      try SealedEntry(entry: Self.entry, case: Self.caseID, kind: kind, payload: [])
    }
  }

  /// Changes a right plaintext, keeps its size and expects a part to be named.
  @Test(
    arguments: [
      ("daftar-seal-v1", "daftar-seal-v2", SealingError.EntryPart.version),
      ("entry: 0", "entry: O", .entry), ("entry: ", "Entry: ", .entry),
      ("entry: ", "entry:  ", .entry),
      ("case: ", "casE: ", .caseID), ("kind: a", "kind: A", .kind), ("salt: ", "salt:\t", .salt),
      ("length: 6", "length: 06", .length), ("length: 6", "length: +6", .length),
      ("length: 6", "length: ", .length), ("length: 6", "length: 2000", .length),
      ("length: 6", "length: 99999999999999999999", .length), ("length: 6", "length: 6 ", .length),
      ("length: 6", "length: 5", .padding), ("length: 6", "length: 6\r", .length),
      ("length: 6\n\n", "length: 6\n", .separator), ("length: 6\n", "length: 6\n\r", .separator),
      ("kind: account\n", "", .kind), ("kind: account\n", "kind: account\nkind: account\n", .salt),
      ("\ncase", "\r\ncase", .entry),
    ] as [(String, String, SealingError.EntryPart)])
  func `a changed head is refused`(
    right: String, wrong: String, part: SealingError.EntryPart
  ) throws {
    let plaintext = try made(Array("Told.\n".utf8)).plaintext
    let text = String(decoding: plaintext, as: UTF8.self)
    let place = try #require(text.firstRange(of: right))
    let changed = Array(text.replacingCharacters(in: place, with: wrong))
    let sized = (changed + [UInt8](repeating: 0, count: 100)).prefix(2048)
    #expect(throws: SealingError.entryLayout(part)) { try SealedEntry(reading: Array(sized)) }
  }

  @Test func `the size and the padding are checked`() throws {
    let plaintext = try made([1, 2, 3]).plaintext
    for size in [0, 1, 100, 2047] {
      #expect(throws: SealingError.self) { try SealedEntry(reading: Array(plaintext.prefix(size))) }
    }
    for more in [1, 2048, 6144] {
      let longer = plaintext + [UInt8](repeating: 0, count: more)
      #expect(throws: SealingError.entryLayout(.size)) { try SealedEntry(reading: longer) }
    }
    for index in [plaintext.count - 1, plaintext.count - 1000] {
      var changed = plaintext
      changed[index] = 1
      #expect(throws: SealingError.entryLayout(.padding)) { try SealedEntry(reading: changed) }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> [UInt8] {
    Array(self[..<range.lowerBound].utf8) + Array(text.utf8) + Array(self[range.upperBound...].utf8)
  }
}
