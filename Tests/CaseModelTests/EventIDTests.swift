import CaseModel
import TestSupport
import Testing
import Text

@Suite struct EventIDTests {
  @Test(arguments: [
    ([UInt8](repeating: 0, count: 10), "0000000000000000"),
    ([UInt8](repeating: 255, count: 32), "zzzzzzzzzzzzzzzz"),
    ([0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0], "1000000000000000"),
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 99], "0000000000000001"),
    // 00001 00010 00011 00100 00101 00110 00111 01000 twice: the values 1 to 8.
    ([0x08, 0x86, 0x42, 0x98, 0xE8, 0x08, 0x86, 0x42, 0x98, 0xE8], "1234567812345678"),
  ])
  func `a digest gives its first 80 bits`(bytes: [UInt8], text: String) {
    #expect(EventID(digest: bytes)?.description == text)
  }

  @Test func `a short digest gives nothing`() {
    #expect(EventID(digest: [UInt8](repeating: 1, count: 9)) == nil)
  }

  @Test(arguments: Seeds.first(5))
  func `an id reads back from its own text, and the order is that of the digests`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let one = (0..<10).map { _ in UInt8.random(in: 0...255, using: &random) }
      let two = (0..<10).map { _ in UInt8.random(in: 0...255, using: &random) }
      let (first, second) = (try #require(EventID(digest: one)), try #require(EventID(digest: two)))
      #expect(EventID(first.description) == first)
      #expect((first < second) == one.lexicographicallyPrecedes(two))
    }
  }

  @Test(arguments: [
    "", "4t9qxb7m2ek8v0a", "4t9qxb7m2ek8v0aww", "4T9QXB7M2EK8V0AW", "4t9qxb7m2ek8v0ai",
    "4t9qxb7m2ek8v0al", "4t9qxb7m2ek8v0ao", "4t9qxb7m2ek8v0au", "4t9qxb7m2ek8v0a ",
    "٤t9qxb7m2ek8v0a",
  ])
  func `another text is no id`(text: String) {
    #expect(EventID(text) == nil)
  }
}
