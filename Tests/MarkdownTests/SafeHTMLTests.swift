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

  @Test func `headings can start lower`() {
    #expect(MarkdownText.html("# a\n\n##### b", headingsFrom: 3) == "<h3>a</h3>\n<h6>b</h6>\n")
    #expect(MarkdownText.html("# a", headingsFrom: Int.max) == "<h6>a</h6>\n")
    #expect(MarkdownText.html("# a", headingsFrom: -4) == "<h1>a</h1>\n")
  }

  @Test func `the library says which one it is`() {
    #expect(MarkdownText.libraryVersion.hasPrefix("0."))
  }
}
