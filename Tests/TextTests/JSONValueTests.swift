import Testing
import Text

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\u{0}\u{1}\u{B}\u{1F}", #""\u0000\u0001\u000b\u001f""#), ("\u{7F}\u{80}", "\"\u{7F}\u{80}\""),
    ("é€😀 شكوى", "\"é€😀 شكوى\""), ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
    ("e\u{301}", "\"e\u{301}\""),
  ])
  func `texts are escaped as RFC 8785 says and no more`(text: String, expected: String) {
    #expect(Array(JSONValue.text(text).canonical.utf8) == Array(expected.utf8))
  }

  @Test func `keys are sorted by their bytes, not by their letters`() {
    // UTF-16 order, as RFC 8785 has it, would put U+1F600 before U+FB33; ours is by UTF-8 bytes.
    let keys = ["é", "a", "Z", "", "aa", "\u{1F600}", "\u{FB33}", "ش", "a-b", "a.b", "10", "9"]
    #expect(
      JSONValue.sorted(keys)
        == ["", "10", "9", "Z", "a", "a-b", "a.b", "aa", "é", "ش", "\u{FB33}", "\u{1F600}"])
    let fields = Dictionary(uniqueKeysWithValues: keys.map { ($0, JSONValue.integer(1)) })
    #expect(JSONValue.object(fields).canonical.hasPrefix(#"{"":1,"10":1,"9":1,"Z":1,"a":1,"#))
  }

  @Test func `lists keep their order and nothing has spaces`() {
    let value = JSONValue.list([
      .integer(-3), .boolean(true), .object(["b": .text("x"), "a": .list([])]),
    ])
    #expect(value.canonical == #"[-3,true,{"a":[],"b":"x"}]"#)
  }

  @Test func `a kind is asked for by its name`() {
    #expect(JSONValue.text("x").text == "x" && JSONValue.integer(1).text == nil)
    #expect(JSONValue.integer(1).integer == 1 && JSONValue.text("1").integer == nil)
    #expect(JSONValue.boolean(true).boolean == true && JSONValue.text("true").boolean == nil)
    #expect(JSONValue.list([.text("x")]).texts == ["x"])
    #expect(JSONValue.list([.text("x"), .integer(1)]).texts == nil)
    #expect(JSONValue.text("x").texts == nil && JSONValue.object([:]).list == nil)
  }
}
