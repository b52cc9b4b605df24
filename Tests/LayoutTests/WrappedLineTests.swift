import Layout
import Testing

/// Lines of prose on a terminal.
@Suite struct WrappedLineTests {
  @Test(
    arguments: [
      ("short", 20, 0, ["short"]),
      ("one two three four", 9, 0, ["one two", "three", "four"]),
      ("one two three four", 12, 2, ["one two", "  three four"]),
      ("date  name  did something", 17, 6, ["date  name  did", "      something"]),
      (
        "hint: run `daftar list --open` now", 16, 2,
        ["hint: run", "  `daftar list --open`", "  now"]
      ),
      ("unbreakableword and", 8, 0, ["unbreakableword", "and"]),
      ("الشكوى رقم واحد", 10, 0, ["الشكوى رقم", "واحد"]),
      ("水 水水 水", 5, 0, ["水", "水水", "水"]),
      ("a lone ` tick stays a word", 10, 0, ["a lone `", "tick stays", "a word"]),
    ] as [(String, Int, Int, [String])])
  func `a line breaks between words`(line: String, width: Int, indent: Int, parts: [String]) {
    #expect(WrappedLine.parts(line, width: width, indent: indent) == parts)
  }

  @Test func `each line of a text keeps its own indent`() {
    #expect(
      WrappedLine.text("error: a b c\n  hint: d e f", width: 9, indent: 2)
        == "error: a\n  b c\n  hint: d\n    e f")
  }

  @Test(arguments: [
    ("abc", 3), ("Ёлка", 4), ("شَدَّة", 3), ("水a", 3), ("e\u{301}", 1), ("a\u{200D}b", 2),
  ])
  func `width counts what a terminal shows`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
