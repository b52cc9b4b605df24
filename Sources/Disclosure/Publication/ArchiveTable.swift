internal import Text
internal import CaseModel

/// A file of a closed block as lines of fields with commas between them.
///
/// All values are codes, dates and numbers of the register: none holds a comma, a quote or a line
/// end, and one that does is refused instead of quoted.
struct ArchiveTable {
  private(set) var rows: [[String]] = []
  let header: [String]

  init(_ header: [String]) { self.header = header }

  mutating func append(_ row: [String]) { rows.append(row) }

  /// Throws when a value cannot stand in the file.
  func bytes(name: String) throws(ArchiveProblem) -> [UInt8] {
    var text = DelimitedLine.text(header) + "\n"
    for (index, row) in rows.enumerated() {
      let isPlain = row.allSatisfy { value in
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x2C && $0 != 0x22 }
      }
      guard isPlain, row.count == header.count else {
        throw ArchiveProblem(name, line: index + 2, "a code holds a comma, a quote or a line end")
      }
      text += DelimitedLine.text(row) + "\n"
    }
    return Array(text.utf8)
  }

  /// Reads a file whose header is the one expected.
  init(_ bytes: [UInt8], name: String, header: [String]) throws(ArchiveProblem) {
    try self.init(bytes, name: name) { $0 == header }
  }

  /// Reads a file with any header that is accepted.
  init(
    _ bytes: [UInt8], name: String, accepting isHeader: ([String]) -> Bool
  ) throws(ArchiveProblem) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ArchiveProblem(name, line: nil, "it is not valid UTF-8")
    }
    guard text.hasSuffix("\n") else {
      throw ArchiveProblem(name, line: nil, "its last line has no end")
    }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()[...]
    let first = lines.popFirst().map(Self.fields) ?? []
    guard isHeader(first) else { throw ArchiveProblem(name, line: 1, "it has other columns") }
    header = first
    for (index, line) in lines.enumerated() {
      let row = Self.fields(line)
      guard row.count == header.count else {
        throw ArchiveProblem(name, line: index + 2, "\(header.count) fields are expected")
      }
      rows.append(row)
    }
  }

  private static func fields(_ line: Substring.UTF8View) -> [String] {
    line.split(separator: 0x2C, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }
}

/// What is wrong with a file of a closed block.
package struct ArchiveProblem: Error, Hashable, Sendable {
  /// The name of the file inside the block's folder.
  package let file: String
  /// The number of the line, from 1.
  package let line: Int?
  /// What is wrong.
  package let message: String

  init(_ file: String, line: Int?, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}
