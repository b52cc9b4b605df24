/// The words of a paragraph with their styles, broken into lines.
struct WrappedParagraph {
  private struct Word {
    var text = ""
    var width = 0
    /// Whether a space stands before it; wide characters may break without one.
    var followsSpace: Bool
    var startsLine = false
  }

  private let isStyled: Bool
  private var words: [Word] = []
  private var current: Word?
  private var spaceIsPending = false
  private var breakIsPending = false

  init(isStyled: Bool) {
    self.isStyled = isStyled
  }

  mutating func write(_ text: String, styles: [TerminalStyle]) {
    var run = ""
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" {
        append(run, styles)
        run = ""
        endWord()
        spaceIsPending = true
      } else if TerminalText.isWide(scalar) {
        append(run, styles)
        run = ""
        endWord()
        append(String(scalar), styles)
      } else {
        run.unicodeScalars.append(scalar)
      }
    }
    append(run, styles)
  }

  mutating func breakLine() {
    endWord()
    breakIsPending = true
  }

  mutating func lines(width: Int) -> [String] {
    endWord()
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words {
      let gap = word.followsSpace && used > 0 ? 1 : 0
      if word.startsLine || (used > 0 && used + gap + word.width > width) {
        lines.append(line)
        line = word.text
        used = word.width
      } else {
        line += (gap == 1 ? " " : "") + word.text
        used += gap + word.width
      }
    }
    if !words.isEmpty { lines.append(line) }
    return lines
  }

  private mutating func append(_ run: String, _ styles: [TerminalStyle]) {
    guard !run.isEmpty else { return }
    var word = current ?? Word(followsSpace: spaceIsPending, startsLine: breakIsPending)
    if current == nil {
      spaceIsPending = false
      breakIsPending = false
    }
    word.text += isStyled ? TerminalStyle.apply(styles, to: run) : run
    word.width += TerminalText.width(run)
    current = word
  }

  private mutating func endWord() {
    if let current { words.append(current) }
    current = nil
  }
}
