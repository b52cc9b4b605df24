import Markdown
import Testing

@Suite struct UnsafePartTests {
  @Test func `what does not get into a page is found with its line`() {
    let text = """
      [a](https://example.org) and [b](http://example.org/b)
      with ![c](https://example.org/c.png)

      > - [d](../d.html)

      `[e](e)`
      """
    #expect(
      MarkdownText.unsafeParts(of: text) == [
        UnsafePart(kind: .link, address: "http://example.org/b", line: 1),
        UnsafePart(kind: .picture, address: "https://example.org/c.png", line: 2),
        UnsafePart(kind: .link, address: "../d.html", line: 4),
      ])
  }
}
