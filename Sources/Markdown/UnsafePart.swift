/// A picture or a link that does not get into a page.
package struct UnsafePart: Sendable, Equatable {
  /// Which of the two it is.
  package enum Kind: Sendable {
    case picture, link
  }

  /// Which of the two it is.
  package let kind: Kind
  /// Where it leads.
  package let address: String
  /// The line of the text where it stands, counted from 1.
  package let line: Int

  /// Describes a picture or a link.
  package init(kind: Kind, address: String, line: Int) {
    self.kind = kind
    self.address = address
    self.line = line
  }
}
