/// A JSON document for programs, with keys in the order given.
///
/// Numbers are written by whoever makes the document, so that equal data are equal bytes.
package indirect enum JSONDocument: Sendable {
  case text(String)
  case integer(Int)
  /// A number written by ourselves, such as `0.875`.
  case number(String)
  case boolean(Bool)
  case list([JSONDocument])
  /// An absent value is a missing key, never a null.
  case object([(String, JSONDocument?)])

  /// An object with sorted keys.
  package static func object(_ fields: [String: JSONDocument]) -> JSONDocument {
    .object(JSONValue.sorted(fields.keys).map { ($0, fields[$0]) })
  }

  /// A list of texts.
  package static func texts(_ texts: [String]) -> JSONDocument { .list(texts.map { .text($0) }) }

  /// Makes a document from a value of an event line.
  package init(_ value: JSONValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .boolean(let truth): self = .boolean(truth)
    case .list(let items): self = .list(items.map(JSONDocument.init))
    case .object(let fields): self = .object(fields.mapValues(JSONDocument.init))
    }
  }

  /// The document for somebody who asked for it: indented, with a final line end.
  package var document: String { written(.indented, .least) + "\n" }

  /// The document as a file of a site: indented, with a final line end.
  package var file: [UInt8] { Array((written(.indented, .inPages) + "\n").utf8) }

  /// The document on one line, as it stands in a page.
  package var compact: String { written(.compact, .inPages) }

  private func written(
    _ layout: JSONWriter.Layout, _ escaping: JSONWriter.Escaping
  ) -> String {
    var writer = JSONWriter(layout, escaping)
    Self.write(&writer, self, 0)
    return writer.output
  }

  private static func write(_ writer: inout JSONWriter, _ value: JSONDocument, _ depth: Int) {
    switch value {
    case .text(let text): writer.write(text)
    case .integer(let number): writer.write(literal: String(number))
    case .number(let text): writer.write(literal: text)
    case .boolean(let truth): writer.write(literal: truth ? "true" : "false")
    case .list(let items):
      writer.write(items.map { (nil, $0) }, between: ("[", "]"), depth: depth, write)
    case .object(let fields):
      let present = fields.compactMap { key, value in value.map { (key as String?, $0) } }
      writer.write(present, between: ("{", "}"), depth: depth, write)
    }
  }
}
