/// A reader of CSV (RFC 4180), written apart from the writer that it judges.
struct CSVTable {
  let header: [String]
  let rows: [[String]]

  init(_ bytes: [UInt8]) throws {
    var lines: [[String]] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    let text = String(decoding: bytes, as: UTF8.self)
    for sign in text.replacing("\"\"", with: "\u{1}") {
      switch (sign, isQuoted) {
      case ("\"", _): isQuoted.toggle()
      case (",", false), ("\n", false):
        fields.append(field.replacing("\u{1}", with: "\""))
        field = ""
        if sign == "\n" {
          lines.append(fields)
          fields = []
        }
      default: field.append(sign)
      }
    }
    guard field.isEmpty, fields.isEmpty, !isQuoted, let first = lines.first else {
      throw Unreadable()
    }
    header = first
    rows = Array(lines.dropFirst())
  }

  struct Unreadable: Error {}

  /// The values of a column, empty for one that is not there.
  func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0.indices.contains(index) ? $0[index] : "" }
  }
}
