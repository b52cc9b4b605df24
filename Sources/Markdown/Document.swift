import CCmark

/// A parsed CommonMark text: the only place where libcmark's pointers live.
///
/// The tree is owned by this value and freed with it; what leaves are strings and `Piece` values.
@safe struct Document: ~Copyable {
  private let root: OpaquePointer

  /// Parses a text that `PlainCheck` has let pass; nil when libcmark gives no tree, or one nested
  /// deeper than anybody writes (pages and terminals cope badly with thousands of levels).
  init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parse_document(
          characters.baseAddress, characters.count, CMARK_OPT_VALIDATE_UTF8)
      }
    }
    guard let parsed = unsafe parsed else { return nil }
    guard unsafe Self.depth(parsed) <= Self.deepest else {
      unsafe cmark_node_free(parsed)
      return nil
    }
    unsafe root = parsed
  }

  deinit { unsafe cmark_node_free(root) }

  private static let deepest = 60

  /// The name of the libcmark found at run time, such as `0.30.2`.
  static var libraryVersion: String {
    unsafe string(cmark_version_string())
  }

  /// The text as HTML, without raw HTML, pictures, or links that are neither https nor mailto.
  consuming func html(headingsFrom level: Int) -> String {
    removeWhatIsUnsafe()
    shiftHeadings(by: level - 1)
    guard let rendered = unsafe cmark_render_html(root, CMARK_OPT_DEFAULT) else { return "" }
    defer { unsafe ccmark_free_text(rendered) }
    return unsafe Self.string(rendered)
  }

  /// The text as a flat list of openings, closings and leaves, in reading order.
  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    unsafe Self.visit(root) { node, isEntering in
      if isEntering {
        unsafe pieces.append(Self.piece(node))
      } else if unsafe !Self.isLeaf(node) {
        pieces.append(.close)
      }
    }
    return pieces
  }

  /// The pictures and links that ``html(headingsFrom:)`` leaves out.
  func unsafeParts() -> [UnsafePart] {
    var parts: [UnsafePart] = []
    unsafe Self.visit(root) { node, isEntering in
      guard isEntering else { return }
      let type = unsafe cmark_node_get_type(node)
      guard type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK else { return }
      let address = unsafe Self.string(cmark_node_get_url(node))
      guard type == CMARK_NODE_IMAGE || !isSafeAddress(address) else { return }
      parts.append(
        UnsafePart(
          kind: type == CMARK_NODE_IMAGE ? .picture : .link, address: address,
          line: unsafe Int(cmark_node_get_start_line(node))))
    }
    return parts
  }

  // MARK: The tree

  private static func depth(_ root: OpaquePointer) -> Int {
    var depth = 0
    var deepest = 0
    unsafe visit(root) { node, isEntering in
      guard unsafe !isLeaf(node) else { return }
      depth += isEntering ? 1 : -1
      deepest = max(deepest, depth)
    }
    return deepest
  }

  private func removeWhatIsUnsafe() {
    var suspects: [OpaquePointer] = unsafe []
    unsafe Self.visit(root) { node, isEntering in
      guard isEntering else { return }
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_IMAGE, CMARK_NODE_LINK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
        unsafe suspects.append(node)
      default: break
      }
    }
    while let node = unsafe suspects.popLast() {
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_HTML_INLINE: unsafe Self.replaceByText(node, isBlock: false)
      case CMARK_NODE_HTML_BLOCK: unsafe Self.replaceByText(node, isBlock: true)
      case CMARK_NODE_LINK:
        if unsafe !isSafeAddress(Self.string(cmark_node_get_url(node))) { unsafe Self.unwrap(node) }
      default: unsafe Self.unwrap(node)
      }
    }
  }

  /// Puts a node's children in its place.
  private static func unwrap(_ node: OpaquePointer) {
    while let child = unsafe cmark_node_first_child(node) {
      guard unsafe cmark_node_insert_before(node, child) == 1 else { break }
    }
    unsafe cmark_node_unlink(node)
    unsafe cmark_node_free(node)
  }

  /// Shows raw HTML as what it is, a text: nothing that a complainant wrote gets lost.
  private static func replaceByText(_ node: OpaquePointer, isBlock: Bool) {
    guard let text = unsafe cmark_node_new(CMARK_NODE_TEXT) else { return }
    unsafe cmark_node_set_literal(text, cmark_node_get_literal(node))
    var replacement = unsafe text
    if isBlock, let paragraph = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH) {
      unsafe cmark_node_append_child(paragraph, text)
      unsafe replacement = paragraph
    }
    if unsafe cmark_node_replace(node, replacement) == 1 {
      unsafe cmark_node_free(node)
    } else {
      unsafe cmark_node_free(replacement)
    }
  }

  private func shiftHeadings(by levels: Int) {
    guard levels > 0 else { return }
    unsafe Self.visit(root) { node, isEntering in
      guard isEntering, unsafe cmark_node_get_type(node) == CMARK_NODE_HEADING else { return }
      let level = unsafe Int(cmark_node_get_heading_level(node))
      unsafe cmark_node_set_heading_level(node, Int32(min(6, level + min(5, levels))))
    }
  }

  /// Walks the tree with libcmark's iterator, which needs no stack, however deep the tree is.
  private static func visit(
    _ root: OpaquePointer, _ body: (_ node: OpaquePointer, _ isEntering: Bool) -> Void
  ) {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
      guard let node = unsafe cmark_iter_get_node(iterator) else { return }
      unsafe body(node, event == CMARK_EVENT_ENTER)
    }
  }

  // MARK: Values

  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK,
      CMARK_NODE_HTML_INLINE, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_SOFTBREAK,
      CMARK_NODE_LINEBREAK:
      true
    default: false
    }
  }

  private static func piece(_ node: OpaquePointer) -> Piece {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .open(.quote)
    case CMARK_NODE_LIST: unsafe .open(.list(list(node)))
    case CMARK_NODE_ITEM: .open(.item)
    case CMARK_NODE_PARAGRAPH: .open(.paragraph)
    case CMARK_NODE_HEADING: unsafe .open(.heading(level: Int(cmark_node_get_heading_level(node))))
    case CMARK_NODE_EMPH: .open(.emphasis)
    case CMARK_NODE_STRONG: .open(.strong)
    case CMARK_NODE_LINK: unsafe .open(.link(string(cmark_node_get_url(node))))
    case CMARK_NODE_IMAGE: unsafe .open(.image(string(cmark_node_get_url(node))))
    case CMARK_NODE_CODE: unsafe .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_CODE_BLOCK: unsafe .codeBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: unsafe .codeBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: unsafe .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    default: .open(.other)
    }
  }

  private static func list(_ node: OpaquePointer) -> Piece.List {
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return unsafe Piece.List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) == 1)
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }
}
