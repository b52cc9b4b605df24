import Testing

@testable import Sealing
import Text

@Suite struct EncodingTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 follows RFC 4648`(plain: String, text: String) {
    var encoded: [UInt8] = []
    Base64.encode(plain.utf8, into: &encoded)
    #expect(String(decoding: encoded, as: UTF8.self) == text)
    #expect(Base64.decode(Array(text.utf8)[...]) == Array(plain.utf8))
  }

  @Test(arguments: ["Zh", "Zm9", "Z", "Zg==", "Zm9v\n", "Zm 9v", "Zm9-", "Zm9vY", "Zm8="])
  func `base64 that is not canonical is refused`(text: String) {
    #expect(Base64.decode(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `base64 has one text for each content`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for count in 0..<60 {
      let content = generator.bytes(count)
      var text: [UInt8] = []
      Base64.encode(content, into: &text)
      #expect(Base64.decode(text[...]) == content)
      guard !text.isEmpty else { continue }
      text[Int.random(in: 0..<text.count, using: &generator)] = UInt8.random(
        in: .min ... .max, using: &generator)
      guard let other = Base64.decode(text[...]) else { continue }
      var again: [UInt8] = []
      Base64.encode(other, into: &again)
      #expect(again == text)
    }
  }

  /// Valid strings of BIP 173, and one of ours that is longer than its limit.
  @Test(arguments: [
    "A12UEL5L", "a12uel5l",
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "?1ezyfcl",
  ])
  func `Bech32 reads what BIP 173 allows`(text: String) {
    #expect(Bech32.decode(text) != nil)
  }

  @Test(arguments: [
    // A wrong checksum, Bech32m, mixed case, no prefix, a short checksum, a foreign symbol.
    "A12UEL5A", "a1lqfn3a", "A12uEL5L", "1pzry9x0s0muk", "li1dgmt3", "x1b4n0q5v", "10a06t8", "",
    "1", "a1", "a1qqqqqq", "\u{20}1nwldj5", "age1\u{E9}",
    // A right checksum over a set bit, and over a symbol, that belong to no byte.
    "age1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5z5tpwxqergd3c8g7ruspxc8t5c",
    "age1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5z5tpwxqergd3c8g7rqq656j5t",
  ])
  func `Bech32 that is not right is refused`(text: String) {
    #expect(Bech32.decode(text) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `Bech32 gives back what it took, and notices a changed symbol`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for count in [0, 1, 2, 5, 31, 32, 33, 100] {
      let content = generator.bytes(count)
      let text = Bech32.encode(prefix: "age", content)
      let read = try #require(Bech32.decode(text))
      #expect(read.prefix == "age" && read.bytes == content)
      #expect(Bech32.decode(text.uppercased())?.bytes == content)
      var symbols = Array(text.utf8)
      let place = Int.random(in: 4..<symbols.count, using: &generator)
      symbols[place] = symbols[place] == UInt8(ascii: "q") ? UInt8(ascii: "p") : UInt8(ascii: "q")
      #expect(Bech32.decode(String(decoding: symbols, as: UTF8.self)) == nil)
    }
  }
}
