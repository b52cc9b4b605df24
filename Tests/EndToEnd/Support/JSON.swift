import Foundation

/// A JSON document as tests read it: a missing key or index gives `.missing`, not an error.
enum JSON: Equatable, Decodable, Sendable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case list([JSON])
  case object([String: JSON])
  case null
  case missing

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let truth = try? value.decode(Bool.self) {
      self = .boolean(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: JSON].self) {
      self = .object(object)
    } else {
      self = .null
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let fields) = self { fields[key] ?? .missing } else { .missing }
  }

  subscript(index: Int) -> JSON { list.indices.contains(index) ? list[index] : .missing }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
  var list: [JSON] { if case .list(let items) = self { items } else { [] } }
  var texts: [String] { list.compactMap(\.text) }
  var keys: Set<String> { if case .object(let fields) = self { Set(fields.keys) } else { [] } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
}
