/// The place in a file where something was found.
///
/// Lines and columns start at 1. A column counts Unicode scalars, not bytes: it is the number an
/// editor shows in its status line.
package struct SourceLocation: Sendable, Hashable {
  package var path: String
  package var line: Int?
  package var column: Int?

  package init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// Writes `path:line:column`, without the parts that are not known.
  package var description: String {
    var text = visible(path)
    guard let line else { return text }
    text += ":\(line)"
    if let column { text += ":\(column)" }
    return text
  }
}
