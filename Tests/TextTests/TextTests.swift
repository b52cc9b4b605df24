import Testing
import Text

@Suite struct HexadecimalTests {
  @Test func `digits and bytes are each other's inverse`() {
    var generator = SeededGenerator(seed: 1)
    for count in 0..<40 {
      let bytes = (0..<count).map { _ in UInt8(generator.number(in: 0...255)) }
      let text = Hexadecimal.text(bytes)
      #expect(text.utf8.count == 2 * count && text == text.lowercased())
      #expect(Hexadecimal.bytes(text.utf8) == bytes)
      #expect(Hexadecimal.bytes(text.uppercased().utf8) == bytes)
    }
  }

  @Test func `where one form may stand, capitals are nil`() {
    #expect(Hexadecimal.bytes("000aff".utf8, onlyLowerCase: true) == [0, 10, 255])
    #expect(Hexadecimal.bytes("0A".utf8, onlyLowerCase: true) == nil)
  }

  @Test(arguments: ["0", "0g", "+1", "0x", " 1", "١٢"])
  func `what is no pair of digits is nil`(text: String) {
    #expect(Hexadecimal.bytes(text.utf8) == nil)
  }
}

@Suite struct HTMLTextTests {
  @Test func `the five characters are replaced and no others`() {
    #expect(
      HTMLText.escaped("a & <b> \"c\" 'd' é") == "a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39; é")
    #expect(HTMLText.escaped("شكوى") == "شكوى")
  }
}

@Suite struct SeededGeneratorTests {
  @Test func `the numbers are those of the published generator`() {
    // The first outputs for the seed 1234567 in the reference implementation of SplitMix64.
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() }
        == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `numbers stay in their range`() {
    var generator = SeededGenerator(seed: 3, name: "story")
    for _ in 0..<1_000 { #expect((2...5).contains(generator.number(in: 2...5))) }
  }
}

@Suite struct JSONDocumentTests {
  private let document = JSONDocument.object([
    ("b", .text("</script>\n")), ("a", .list([.integer(1), .number("0.5"), .boolean(true)])),
    ("gone", nil), ("empty", .list([])),
  ])

  @Test func `a document keeps the order of its keys, and leaves out what is absent`() {
    #expect(
      document.document
        == """
        {
          "b": "</script>\\n",
          "a": [
            1,
            0.5,
            true
          ],
          "empty": []
        }

        """)
  }

  @Test func `no text ends the element of a page in which a document stands`() {
    #expect(document.compact == #"{"b":"\u003c/script>\u000a","a":[1,0.5,true],"empty":[]}"#)
  }

  @Test func `an object of unordered fields is sorted by bytes`() {
    #expect(JSONDocument.object(["é": .integer(1), "z": .integer(2)]).compact == #"{"z":2,"é":1}"#)
  }
}
