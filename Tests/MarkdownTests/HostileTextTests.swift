import Markdown
import Testing

@Suite struct HostileTextTests {
  private static let megabyte = 1 << 18

  private static func repeated(_ part: String) -> String {
    String(repeating: part, count: megabyte / part.utf8.count)
  }

  /// The time is generous: tests are built without optimisation and run beside each other.
  @Test(arguments: [
    "[", "![[]()", "_[*", ">", "> ", "- ", "*a ", "**a *b", "<", "<!--", "](", "`", "\\", "&a",
    "[a](", "a\n=\n", "\t", "[x\n", "![[]()\n", "\u{0}", "投", "\u{301}", "1) ",
  ])
  func `a large text of anything is rendered at once`(part: String) {
    let clock = ContinuousClock()
    let text = Self.repeated(part)
    var html = ""
    var terminal = ""
    let time = clock.measure {
      html = MarkdownText.html(text)
      terminal = MarkdownText.terminal(text, width: 80, styled: true)
    }
    #expect(html.isEmpty == ["\t", "\u{0}"].contains(part))
    #expect(!terminal.utf8.contains(0))
    #expect(time < .seconds(20), "\(time) for \(part.debugDescription)")
  }

  @Test func `thousands of paragraphs of brackets stay quick`() {
    let paragraph = String(repeating: "![[]()", count: 1_000) + "\n\n"
    let text = String(repeating: paragraph, count: Self.megabyte / paragraph.utf8.count)
    let time = ContinuousClock().measure { _ = MarkdownText.html(text) }
    #expect(time < .seconds(20), "\(time)")
  }

  @Test func `what is nested too deeply is shown as it stands`() {
    let deep = String(repeating: "> ", count: 500) + "end"
    #expect(MarkdownText.html(deep).hasPrefix("<pre>&gt; &gt;"))
    #expect(MarkdownText.terminal(deep, width: 80, styled: false).hasPrefix("> > >"))
    let allowed = String(repeating: "> ", count: 20) + "end"
    #expect(MarkdownText.html(allowed).hasPrefix("<blockquote>"))
  }

  @Test func `random bytes never trap`() {
    var state: UInt64 = 42
    let alphabet = Array("[]()*_`<>!#-+1. \n\t\\&\"'~=|a😀ش\u{0}\u{1B}\u{202E}".unicodeScalars)
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<120 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let html = MarkdownText.html(String(text))
      #expect(!html.contains("<img") && !html.contains("<script"))
      let shown = MarkdownText.terminal(String(text), width: 30, styled: false)
      #expect(!shown.unicodeScalars.contains("\u{1B}"))
      #expect(!shown.unicodeScalars.contains("\u{202E}"))
    }
  }
}
