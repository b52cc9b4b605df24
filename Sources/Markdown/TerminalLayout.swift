/// The layout of a text for a terminal, made piece by piece.
struct TerminalLayout {
  private struct Block {
    let container: Piece.Container
    /// The number of the next item, in a list.
    var number = 0
    /// What stands before the first line and before every further line of this block.
    var firstPrefix = ""
    var nextPrefix = ""
    var firstLineIsOut = false
  }

  private let width: Int
  private let isStyled: Bool
  private var blocks: [Block] = []
  private var styles: [TerminalStyle] = []
  private var paragraph: WrappedParagraph
  private var lines: [String] = []
  private var needsBlankLine = false
  private var linkText: String?

  init(width: Int, isStyled: Bool) {
    self.width = width
    self.isStyled = isStyled
    paragraph = WrappedParagraph(isStyled: isStyled)
  }

  mutating func add(_ piece: Piece) {
    switch piece {
    case .open(let container): open(container)
    case .close: close()
    case .text(let text): write(text)
    case .code(let text): write(isStyled ? text : "`\(text)`", also: .code)
    case .softBreak: write(" ")
    case .hardBreak: paragraph.breakLine()
    case .codeBlock(let text): preformatted(text)
    case .rule:
      startBlock()
      emit(String(repeating: "─", count: max(3, room / 2)))
      endBlock()
    }
  }

  /// The finished text; every line ends with a line feed.
  consuming func finished() -> String {
    lines.map { $0 + "\n" }.joined()
  }

  // MARK: Blocks

  private mutating func open(_ container: Piece.Container) {
    var block = Block(container: container)
    switch container {
    case .quote:
      startBlock()
      block.firstPrefix = isStyled ? TerminalStyle.faint.applied(to: "│ ") : "> "
      block.nextPrefix = block.firstPrefix
    case .list(let list):
      startBlock()
      block.number = list.start ?? 0
    case .item:
      if !isInTightList { startBlock() }
      let marker = nextMarker()
      block.firstPrefix = marker
      block.nextPrefix = String(repeating: " ", count: TerminalText.width(marker))
    case .paragraph, .heading: beginText(of: container)
    case .emphasis:
      if !isStyled { write("*") }
      styles.append(.italic)
    case .strong:
      if !isStyled { write("**") }
      styles.append(.bold)
    case .link:
      linkText = ""
      styles.append(.underlined)
    case .image: write("[")
    case .other: break
    }
    blocks.append(block)
  }

  private mutating func close() {
    guard let block = blocks.popLast() else { return }
    switch block.container {
    case .paragraph: flush()
    case .heading:
      flush()
      styles.removeAll()
    case .emphasis:
      removeStyle()
      if !isStyled { write("*") }
    case .strong:
      removeStyle()
      if !isStyled { write("**") }
    case .link(let address):
      removeStyle()
      let words = linkText
      linkText = nil
      if words != address, "mailto:\(words ?? "")" != address { write(" <\(address)>") }
    case .image(let address): write("] <\(address)>")
    case .item:
      if !block.firstLineIsOut { emitAlone(block) }
    case .quote, .list: needsBlankLine = true
    case .other: break
    }
  }

  private mutating func beginText(of container: Piece.Container) {
    if !isInTightList { startBlock() }
    guard case .heading(let level) = container else { return }
    if isStyled {
      styles.append(.bold)
      if level == 1 { styles.append(.underlined) }
    } else {
      write(String(repeating: "#", count: level) + " ")
    }
  }

  private mutating func preformatted(_ text: String) {
    startBlock()
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    if rows.last?.isEmpty == true { rows.removeLast() }
    for row in rows {
      let shown = TerminalText.visible(String(row))
      emit("    " + (isStyled ? TerminalStyle.faint.applied(to: shown) : shown))
    }
    endBlock()
  }

  private mutating func flush() {
    for line in paragraph.lines(width: room) { emit(line) }
    paragraph = WrappedParagraph(isStyled: isStyled)
    endBlock()
  }

  private mutating func startBlock() {
    if needsBlankLine { emitBlank() }
    needsBlankLine = false
  }

  private mutating func endBlock() {
    needsBlankLine = !isInTightList
  }

  private var isInTightList: Bool {
    for block in blocks.reversed() {
      if case .list(let list) = block.container { return list.isTight }
      if block.container == .quote { return false }
    }
    return false
  }

  private mutating func nextMarker() -> String {
    guard let index = blocks.indices.last, case .list(let list) = blocks[index].container,
      list.start != nil
    else { return "• " }
    let number = blocks[index].number
    blocks[index].number = number &+ 1
    return "\(number). "
  }

  // MARK: Words and lines

  private mutating func write(_ text: String, also style: TerminalStyle? = nil) {
    if linkText != nil { linkText?.append(text) }
    let active = style.map { styles + [$0] } ?? styles
    paragraph.write(TerminalText.visible(text), styles: active)
  }

  private mutating func removeStyle() {
    if !styles.isEmpty { styles.removeLast() }
  }

  /// The columns left beside the prefixes; deep nesting still leaves room for words.
  private var room: Int {
    let used = blocks.reduce(0) { sum, block in
      sum + (block.container == .quote ? 2 : TerminalText.width(block.nextPrefix))
    }
    return max(16, width - used)
  }

  private mutating func emit(_ line: String) {
    var prefix = ""
    for index in blocks.indices {
      prefix += blocks[index].firstLineIsOut ? blocks[index].nextPrefix : blocks[index].firstPrefix
      blocks[index].firstLineIsOut = true
    }
    lines.append(prefix + line)
  }

  private mutating func emitAlone(_ block: Block) {
    blocks.append(block)
    emit("")
    blocks.removeLast()
  }

  private mutating func emitBlank() {
    let bars = blocks.filter { $0.container == .quote }.map(\.nextPrefix).joined()
    lines.append(bars)
  }
}
