package import Diagnostics

/// One value of a YAML document with the place where it begins.
///
/// Every scalar is text: nothing is a number, a date or a truth value until a caller asks for one.
package struct YAMLNode: Sendable {
  /// One of the three kinds of values, with what it holds.
  package enum Content: Sendable {
    /// Text; `quoted` also for block scalars (`|`, `>`). An absent value is plain, empty text.
    case scalar(String, quoted: Bool)
    case sequence([YAMLNode])
    /// The pairs in the order of the file; each key is a scalar, and no two are equal.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  package let location: SourceLocation

  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  package var line: Int? { location.line }
  package var column: Int? { location.column }
}

extension YAMLNode {
  /// Parses one document.
  ///
  /// A document without content is an empty mapping. Refused, each with rule, line, column and what
  /// to do: syntax errors, anchors, aliases, tags, directives, duplicate keys, keys that are not
  /// scalars, a second document, too great a depth or size, invalid UTF-8, byte order marks, and
  /// characters nobody sees (controls, direction embeddings, overrides and isolates; in plain
  /// scalars also direction marks and zero-width spaces, which a quoted one may hold).
  ///
  /// `lineOffset` is the number of lines of the file before the first of these bytes.
  package static func parse(
    _ bytes: Span<UInt8>, path: String, lineOffset: Int = 0, limits: YAMLLimits = YAMLLimits()
  ) throws(Diagnostic) -> YAMLNode {
    try unsafe bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) in
      var composer = YAMLComposer(
        reader: try unsafe YAMLEventReader.open(
          buffer, path: path, lineOffset: lineOffset, limits: limits),
        maximumDepth: limits.maximumDepth)
      return try composer.document()
    }
  }

  /// Parses one document out of an array.
  package static func parse(
    _ bytes: [UInt8], path: String, lineOffset: Int = 0, limits: YAMLLimits = YAMLLimits()
  ) throws(Diagnostic) -> YAMLNode {
    try parse(bytes.span, path: path, lineOffset: lineOffset, limits: limits)
  }
}
