import Testing
import Text

@Suite struct WordsTests {
  @Test(arguments: [
    "", " \n", "***", "---", "...", "?!", "<>", "`~`", "| |", "\u{200B}", "\u{2800}", "\u{FE0F}",
    "\u{300}", "\u{3164}",
  ])
  func `signs alone are no words`(text: String) {
    #expect(!text.hasWords, "\(text.debugDescription)")
  }

  @Test(arguments: ["a", "ع", "5", "٥", "👍", "€", "“да”", "- x", "不", "½", "→"])
  func `a letter, a digit or a picture is one`(text: String) {
    #expect(text.hasWords, "\(text.debugDescription)")
  }
}
