import Markdown
import Testing

@Suite struct SafeHTMLTests {
  @Test(arguments: [
    ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
    ("[x](https://example.org/a)", "<p><a href=\"https://example.org/a\">x</a></p>\n"),
    ("[x](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\">x</a></p>\n"),
    ("[x](http://example.org)", "<p>x</p>\n"),
    ("[x](//example.org/a)", "<p>x</p>\n"),
    ("[x](javascript:alert(1))", "<p>x</p>\n"),
    ("[x](data:text/html,a)", "<p>x</p>\n"),
    ("[x](../secret.html)", "<p>x</p>\n"),
    ("![alt](https://example.org/a.png)", "<p>alt</p>\n"),
    ("![alt](a.png)", "<p>alt</p>\n"),
    ("[![alt](a.png)](http://b)", "<p>alt</p>\n"),
    ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
    ("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n"),
    ("a\u{1B}[31m\u{0}\u{9B}b\u{7F}", "<p>a[31mb</p>\n"),
    ("a\r\nb\rc", "<p>a\nb\nc</p>\n"),
    ("\"quoted\" & <", "<p>&quot;quoted&quot; &amp; &lt;</p>\n"),
    ("", ""),
  ])
  func `Markdown becomes safe HTML`(text: String, html: String) {
    #expect(MarkdownText.html(text) == html)
  }

  /// What the text itself did not hold, and an entity spells: it is looked at after decoding.
  @Test(arguments: [
    ("&#27;", 0x1B), ("&#x9B;", 0x9B), ("&#x7F;", 0x7F), ("&#8;", 8), ("&#x202E;", 0x202E),
    ("&#x2066;", 0x2066), ("&#x2028;", 0x2028), ("&#x200B;", 0x200B), ("&ZeroWidthSpace;", 0x200B),
    ("&#xFEFF;", 0xFEFF), ("&#xAD;", 0xAD), ("&shy;", 0xAD), ("&#x2060;", 0x2060),
    ("&NoBreak;", 0x2060), ("&#x34F;", 0x34F), ("&#xE0041;", 0xE0041),
    ("&#x3164;", 0x3164), ("&#x115F;", 0x115F),
  ])
  func `what nobody sees becomes a code, also where an entity spells it`(
    entity: String, value: Int
  ) throws {
    let code = "\\u{\(String(value, radix: 16, uppercase: true))}"
    #expect(MarkdownText.html("a\(entity)b") == "<p>a\(code)b</p>\n")
    #expect(
      MarkdownText.html("`x` **a\(entity)**") == "<p><code>x</code> <strong>a\(code)</strong></p>\n"
    )
    let scalar = try #require(Unicode.Scalar(UInt32(value)))
    // A raw control is no entity: it is left out, as before the text is parsed.
    let isControl = value < 0x20 || (0x7F..<0xA0).contains(value)
    #expect(MarkdownText.html("a\(scalar)b") == "<p>a\(isControl ? "" : code)b</p>\n")
    #expect(MarkdownText.html("    a\(scalar)b").contains(isControl ? "ab" : code))
    #expect(MarkdownText.terminal("a\(entity)b", width: 80, styled: false) == "a\(code)b\n")
  }

  @Test(arguments: ["200E", "200F", "61C", "200C", "200D", "FE0F"])
  func `what Arabic and Persian are spelt with stays on a page`(code: String) throws {
    let scalar = try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init))
    #expect(MarkdownText.html("ش\(scalar)ك") == "<p>ش\(scalar)ك</p>\n")
    #expect(MarkdownText.html("ش&#x\(code);ك") == "<p>ش\(scalar)ك</p>\n")
  }

  @Test func `headings can start lower`() {
    #expect(MarkdownText.html("# a\n\n##### b", headingsFrom: 3) == "<h3>a</h3>\n<h6>b</h6>\n")
    #expect(MarkdownText.html("# a", headingsFrom: Int.max) == "<h6>a</h6>\n")
    #expect(MarkdownText.html("# a", headingsFrom: -4) == "<h1>a</h1>\n")
  }

  @Test func `the library says which one it is`() {
    #expect(MarkdownText.libraryVersion.hasPrefix("0."))
  }
}
