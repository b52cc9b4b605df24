internal import CaseModel

/// The values of `block.csv` by key, with where they stand.
struct BlockValues {
  private var values: [String: [(text: String, line: Int)]] = [:]

  init(_ table: ArchiveTable) {
    for (index, row) in table.rows.enumerated() {
      values[row[0], default: []].append((row[1], index + 2))
    }
  }

  func problem(_ key: String, _ message: String) -> ArchiveProblem {
    ArchiveProblem(ArchiveFile.block, line: values[key]?.first?.line, "\(key): \(message)")
  }

  func all(_ key: String) -> [String] { (values[key] ?? []).map(\.text) }

  func one(_ key: String) throws(ArchiveProblem) -> String {
    guard let found = values[key], found.count == 1 else {
      throw problem(key, "one value is expected")
    }
    return found[0].text
  }

  func number(_ key: String) throws(ArchiveProblem) -> Int {
    guard let number = Int(try one(key)) else { throw problem(key, "it is no number") }
    return number
  }

  func share(_ key: String) throws(ArchiveProblem) -> Double {
    guard let number = Double(try one(key)) else { throw problem(key, "it is no number") }
    return number
  }

  func date(_ key: String) throws(ArchiveProblem) -> CalendarDate {
    guard let date = CalendarDate(try one(key)) else { throw problem(key, "it is no date") }
    return date
  }

  func length(_ key: String) throws(ArchiveProblem) -> BlockLength {
    guard let length = BlockLength(rawValue: try one(key)) else {
      throw problem(key, "it is no length of a block")
    }
    return length
  }

  func pairs(_ key: String) throws(ArchiveProblem) -> [String: String] {
    var pairs: [String: String] = [:]
    for text in all(key) {
      let parts = try parts(of: text, key, count: 2)
      pairs[parts[0]] = parts[1]
    }
    return pairs
  }

  func dimensions(_ key: String) throws(ArchiveProblem) -> [Dimension] {
    var found: [Dimension] = []
    for text in all(key) { found += try dimensions(text, key) }
    return found
  }

  /// Each as `planned=level=shown;shown`, the dimensions of a table with spaces between them.
  func choices(_ key: String) throws(ArchiveProblem) -> [TableChoice] {
    var choices: [TableChoice] = []
    for text in all(key) {
      let parts = try parts(of: text, key, count: 3)
      var published: [[Dimension]] = []
      for table in parts[2].split(separator: ";") {
        published.append(try dimensions(String(table), key))
      }
      choices.append(
        TableChoice(
          planned: try dimensions(parts[0], key), level: try dimensions(parts[1], key),
          published: published))
    }
    return choices
  }

  func sensitiveYears() throws(ArchiveProblem) -> [SensitiveYear] {
    var years: [SensitiveYear] = []
    for text in all("sensitive") {
      let parts = try parts(of: text, "sensitive", count: 2)
      guard let year = Int(parts[0]) else { throw problem("sensitive", "it is no year") }
      guard parts[1] == "c" || Int(parts[1]) != nil else {
        throw problem("sensitive", "it is no number")
      }
      years.append(SensitiveYear(year: year, frozen: Int(parts[1])))
    }
    return years
  }

  private func parts(
    of text: String, _ key: String, count: Int
  ) throws(ArchiveProblem) -> [String] {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == count else { throw problem(key, "it has another form") }
    return parts
  }

  private func dimensions(
    _ text: String, _ key: String
  ) throws(ArchiveProblem) -> [Dimension] {
    var dimensions: [Dimension] = []
    for name in text.split(separator: " ") {
      guard let dimension = Dimension(rawValue: String(name)) else {
        throw problem(key, "“\(name)” is no property of cases")
      }
      dimensions.append(dimension)
    }
    return dimensions
  }
}
