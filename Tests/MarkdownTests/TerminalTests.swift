import Testing

@testable import Markdown

@Suite struct TerminalTests {
  private func plain(_ text: String, width: Int = 40) -> String {
    MarkdownText.terminal(text, width: width, styled: false)
  }

  @Test func `paragraphs wrap at the width`() {
    #expect(
      plain("The pump has been broken since Monday and nobody came.", width: 20)
        == "The pump has been\nbroken since Monday\nand nobody came.\n")
  }

  @Test func `blocks keep their meaning without colours`() {
    let text = """
      # Title

      Some *soft* and **strong** words, `code`.

      - one
      - two
        - inner

      3. three
      4. four

      > quoted
      > more

      ---

          let x = 1
      """
    #expect(
      plain(text) == """
        # Title

        Some *soft* and **strong** words,
        `code`.

        • one
        • two
          • inner

        3. three
        4. four

        > quoted more

        ────────────────────

            let x = 1

        """)
  }

  @Test func `links show their address once`() {
    #expect(plain("[site](https://example.org)") == "site <https://example.org>\n")
    #expect(plain("<https://example.org>") == "https://example.org\n")
    #expect(plain("<a@example.org>") == "a@example.org\n")
    #expect(plain("![map](m.png)") == "[map] <m.png>\n")
  }

  @Test func `styles come in pairs and only on request`() {
    let text = "# T\n\n*a* **b** `c` [d](https://e)\n\n> q\n"
    #expect(!plain(text).contains("\u{1B}"))
    let styled = MarkdownText.terminal(text, width: 40, styled: true)
    #expect(styled.contains("\u{1B}[1;4mT\u{1B}[0m"))
    #expect(styled.contains("\u{1B}[3ma\u{1B}[0m"))
    let codes = styled.split(separator: "\u{1B}").filter { $0.hasPrefix("[") }
    #expect(codes.count == 12)
    #expect(codes.filter { $0.hasPrefix("[0m") }.count == 6)
  }

  @Test func `what could steer a terminal is made visible`() {
    let text = "a\u{1B}]0;x\u{7}b\u{202E}c\u{200B}d\u{0}e\u{9B}f\u{2066}g\u{FEFF}"
    let shown = plain(text, width: 200)
    #expect(shown == #"a\u{1B}]0;x\u{7}b\u{202E}c\u{200B}d\u{0}e\u{9B}f\u{2066}g\u{FEFF}"# + "\n")
    let code = plain("    x\u{1B}[2J", width: 200)
    #expect(code == #"    x\u{1B}[2J"# + "\n")
    let link = plain("[a](<https://e/\u{202E}>)", width: 200)
    #expect(!link.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `joiners and variation selectors stay`() {
    let text = "می\u{200C}خواهم 👩\u{200D}🌾 ☂\u{FE0F}"
    #expect(plain(text) == text + "\n")
  }

  @Test(arguments: [
    ("abc", 3), ("شكوى", 4), ("شَكْوَى", 4), ("е\u{301}", 1), ("жалоба", 6), ("投诉", 4),
    ("\u{200C}", 0), ("\u{600}", 1), ("", 0),
  ])
  func `width is counted in columns`(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }

  @Test func `Arabic with vowel marks wraps by letters, not by marks`() {
    let word = "شَكْوَى"
    let text = Array(repeating: word, count: 8).joined(separator: " ")
    let lines = plain(text, width: 20).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { TerminalText.width(String($0)) <= 20 })
  }

  @Test func `wide letters wrap without spaces`() {
    let lines = plain(String(repeating: "投", count: 25), width: 20).split(separator: "\n")
    #expect(lines.map(\.count) == [10, 10, 5])
  }

  @Test func `hard breaks and empty items survive`() {
    #expect(plain("a  \nb") == "a\nb\n")
    #expect(plain("-\n- b") == "• \n• b\n")
    #expect(plain("> - a\n>\n>   b") == "> • a\n> \n>   b\n")
  }
}
