/// Several findings as one error, in the order they were found.
package struct DiagnosticList: Error, Sendable, Hashable {
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic] = []) {
    self.diagnostics = diagnostics
  }

  /// Whether at least one finding is an error, not only a warning or a note.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension DiagnosticList: CustomStringConvertible {
  package var description: String { rendered() }

  /// Writes the findings one below the other; an advice that several in a row share stands once, below
  /// the last of them.
  package func rendered(colour: Bool = false) -> String {
    diagnostics.indices.map { index in
      var diagnostic = diagnostics[index]
      let next = diagnostics[(index + 1)...].first
      if next?.hint == diagnostic.hint { diagnostic.hint = nil }
      return diagnostic.rendered(colour: colour)
    }.joined(separator: "\n")
  }
}
