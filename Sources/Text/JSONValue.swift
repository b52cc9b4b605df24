/// A JSON value of the kinds that an event line may hold: no fractions, no null.
package indirect enum JSONValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  /// The text of a string value.
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number of an integer value.
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// The truth of a boolean value.
  package var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
  /// The items of a list.
  package var list: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
  /// The strings of a list of strings.
  package var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }

  /// The canonical form of RFC 8785, with the keys of every object sorted by their UTF-8 bytes.
  package var canonical: String {
    var writer = JSONWriter(.compact, .least)
    Self.write(&writer, self, 0)
    return writer.output
  }

  private static func write(_ writer: inout JSONWriter, _ value: JSONValue, _ depth: Int) {
    switch value {
    case .text(let text): writer.write(text)
    case .integer(let number): writer.write(literal: String(number))
    case .boolean(let truth): writer.write(literal: truth ? "true" : "false")
    case .list(let items):
      writer.write(items.map { (nil, $0) }, between: ("[", "]"), depth: depth, write)
    case .object(let fields):
      writer.write(
        sorted(fields.keys).compactMap { key in fields[key].map { (key, $0) } },
        between: ("{", "}"), depth: depth, write)
    }
  }

  /// Sorts keys by their UTF-8 bytes.
  package static func sorted(_ keys: some Sequence<String>) -> [String] {
    keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
