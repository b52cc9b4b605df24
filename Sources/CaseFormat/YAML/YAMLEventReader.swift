import CYaml
import Diagnostics

/// One event of a document: what a YAML tree is built from.
enum YAMLEvent {
  case scalar(String, YAMLScalarStyle)
  case sequenceStart(isFlow: Bool)
  case mappingStart(isFlow: Bool)
  case collectionEnd
  case documentStart
  case documentEnd
  case streamEnd
}

/// The style in which a scalar was written.
enum YAMLScalarStyle {
  case plain
  case quoted
  case block
}

/// The reader of libyaml's parser events, which refuses, with its place, all that no register uses.
///
/// Refused here: sizes beyond the limit, invalid UTF-8, controls and direction overrides (also
/// written as escapes), byte order marks, anchors, aliases, tags and `%` directives. The bytes must
/// stay where they are while the reader lives.
@safe struct YAMLEventReader: ~Copyable {
  let path: String
  private let lineOffset: Int
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let hasInvisibleMarks: Bool
  /// Where the last event begins; both count from 1.
  private(set) var line: Int
  private(set) var column: Int
  /// The line where the last event ends.
  private(set) var endLine: Int

  /// Checks size and characters and makes the parser ready.
  static func open(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, lineOffset: Int, limits: YAMLLimits
  ) throws(Diagnostic) -> YAMLEventReader {
    guard bytes.count <= limits.maximumBytes else {
      throw Diagnostic(
        rule: "yaml.size", at: SourceLocation(path: path, line: lineOffset + 1, column: 1),
        message: "the document has \(bytes.count) bytes; at most \(limits.maximumBytes) are read")
    }
    let span = unsafe Span(_unsafeElements: bytes)
    let scan = CharacterScan(span)
    if let problem = scan.problem {
      let place = lineAndColumn(of: scan.offset, in: span)
      throw problem.diagnostic(
        at: SourceLocation(path: path, line: place.line + lineOffset, column: place.column))
    }
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) != 0 else {
      unsafe parser.deallocate()
      throw Diagnostic(
        rule: "yaml.memory", at: SourceLocation(path: path),
        message: "there is not enough memory to read the document")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml stops the process on a null address; of an empty document no byte is read.
    let empty = unsafe UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress ?? empty, bytes.count)
    return unsafe YAMLEventReader(
      parser: parser, path: path, lineOffset: lineOffset,
      hasInvisibleMarks: scan.hasInvisibleMarks)
  }

  private init(
    parser: UnsafeMutablePointer<yaml_parser_t>, path: String, lineOffset: Int,
    hasInvisibleMarks: Bool
  ) {
    self.path = path
    self.lineOffset = lineOffset
    self.hasInvisibleMarks = hasInvisibleMarks
    (line, column, endLine) = (lineOffset + 1, 1, lineOffset + 1)
    unsafe self.parser = parser
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe event.deallocate()
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  var location: SourceLocation { SourceLocation(path: path, line: line, column: column) }

  /// Makes a finding at the place of the last event.
  func problem(_ rule: String, _ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(rule: rule, at: location, message: message, hint: hint)
  }

  /// Reads the next event; libyaml's own objections come as `yaml.syntax`.
  mutating func next() throws(Diagnostic) -> YAMLEvent {
    while true {
      unsafe yaml_event_delete(event)
      guard unsafe yaml_parser_parse(parser, event) != 0 else { throw syntaxProblem() }
      line = unsafe Int(event.pointee.start_mark.line) + 1 + lineOffset
      column = unsafe Int(event.pointee.start_mark.column) + 1
      endLine = unsafe Int(event.pointee.end_mark.line) + 1 + lineOffset
      switch unsafe event.pointee.type {
      case YAML_SCALAR_EVENT: return try scalar()
      case YAML_SEQUENCE_START_EVENT:
        let start = unsafe event.pointee.data.sequence_start
        try unsafe refuse(anchor: start.anchor, tag: start.tag)
        return unsafe .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
      case YAML_MAPPING_START_EVENT:
        let start = unsafe event.pointee.data.mapping_start
        try unsafe refuse(anchor: start.anchor, tag: start.tag)
        return unsafe .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
      case YAML_ALIAS_EVENT:
        throw problem(
          "yaml.alias", "an alias (*name) is not allowed",
          hint: "write the value out, or put it in quotes if it begins with *")
      case YAML_DOCUMENT_START_EVENT:
        try refuseDirectives()
        return .documentStart
      case YAML_DOCUMENT_END_EVENT: return .documentEnd
      case YAML_STREAM_START_EVENT: continue
      default: return .streamEnd
      }
    }
  }

  private func scalar() throws(Diagnostic) -> YAMLEvent {
    let scalar = unsafe event.pointee.data.scalar
    try unsafe refuse(anchor: scalar.anchor, tag: scalar.tag)
    let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style: YAMLScalarStyle
    switch unsafe scalar.style {
    case YAML_PLAIN_SCALAR_STYLE: style = .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: style = .block
    default: style = .quoted
    }
    if unsafe scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE {
      // An escape can spell what the scan of the raw bytes could not see.
      let span = unsafe Span(_unsafeElements: value)
      if let found = CharacterScan(span).problem { throw found.diagnostic(at: location) }
    }
    let text = unsafe String(decoding: value, as: UTF8.self)
    if hasInvisibleMarks, style == .plain,
      let mark = text.unicodeScalars.first(where: { isInvisibleMark($0.value) })
    {
      throw problem(
        "yaml.character", "the invisible character \(codePoint(mark.value)) is in “\(text)”",
        hint: "remove it; where it is wanted for display, put the value in quotes")
    }
    return .scalar(text, style)
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) throws(Diagnostic) {
    if unsafe anchor != nil {
      throw problem(
        "yaml.anchor", "an anchor (&name) is not allowed",
        hint: "remove it, or put the value in quotes if it begins with &")
    }
    if unsafe tag != nil {
      throw problem(
        "yaml.tag", "a tag (!name) is not allowed",
        hint: "remove it, or put the value in quotes if it begins with !")
    }
  }

  private func refuseDirectives() throws(Diagnostic) {
    let start = unsafe event.pointee.data.document_start
    let hasTags = unsafe start.tag_directives.start != start.tag_directives.end
    if unsafe start.version_directive != nil || hasTags {
      throw problem("yaml.directive", "a directive (%YAML, %TAG) is not allowed", hint: "remove it")
    }
  }

  private func syntaxProblem() -> Diagnostic {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "unreadable"
    let mark = unsafe parser.pointee.problem_mark
    let place = SourceLocation(
      path: path, line: Int(mark.line) + 1 + lineOffset, column: Int(mark.column) + 1)
    let rule = words.contains("directive") ? "yaml.directive" : "yaml.syntax"
    return Diagnostic(
      rule: rule, at: place, message: "not valid YAML: \(words)", hint: syntaxHint(words))
  }
}

extension CharacterProblem {
  /// Makes the finding of a YAML document from the problem.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    switch self {
    case .invalidUTF8:
      Diagnostic(
        rule: "yaml.encoding", at: location, message: message, hint: "save the file as UTF-8")
    case .byteOrderMark:
      Diagnostic(
        rule: "yaml.byte-order-mark", at: location, message: message,
        hint: "save the file as UTF-8 without a byte order mark")
    case .control, .loneCarriageReturn, .bidirectional:
      Diagnostic(
        rule: "yaml.character", at: location, message: message, hint: "remove the character")
    }
  }
}

/// Says what usually causes one of libyaml's objections.
private func syntaxHint(_ words: String) -> String? {
  if words.contains("mapping values are not allowed") {
    return "check the indentation; a value with “: ” in it needs quotes"
  }
  if words.contains("cannot start any token") {
    return "indent with spaces, and quote a value that begins with a tab, @, ` or %"
  }
  if words.contains("could not find expected ':'") {
    return "each line is “key: value”, with a space after the colon"
  }
  if words.contains("did not find expected key") {
    return "check the indentation and the quotes of the line before"
  }
  if words.contains("unexpected end of stream") { return "a closing quote is missing" }
  if words.contains("did not find expected ',' or") { return "a closing bracket is missing" }
  return nil
}
