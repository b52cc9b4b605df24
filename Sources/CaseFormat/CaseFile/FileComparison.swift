internal import Diagnostics

/// The lines in which a file differs from what its events say.
enum FileComparison {
  static func differences(
    _ actual: [UInt8], expected: [UInt8], path: String, isStub: Bool
  ) -> [Diagnostic] {
    func edited(_ line: Int, _ message: String) -> Diagnostic {
      Diagnostic(
        rule: "file.edited", at: SourceLocation(path: path, line: line, column: 1),
        message: message,
        // The file of a sensitive case is never adopted: its fields follow from sealed steps.
        hint: isStub
          ? "undo the edit: `git checkout HEAD -- \(path)`"
          : "record the edit with `daftar adopt \(caseName(path))`, or undo it: "
            + "`git checkout HEAD -- \(path)`")
    }
    let actual = lines(actual)
    let expected = lines(expected)
    let actualFields = fields(actual)
    let expectedFields = fields(expected)
    var found: [Diagnostic] = []
    for (key, field) in actualFields where expectedFields[key]?.value != field.value {
      let said = expectedFields[key].map { "the events say “\($0.value)”" } ?? "no event says so"
      found.append(
        edited(field.line, "\(key) is “\(field.value)” here, but \(said)"))
    }
    for (key, field) in expectedFields where actualFields[key] == nil {
      found.append(
        edited(1, "the line “\(key): \(field.value)” is missing"))
    }
    if found.isEmpty {
      let pairs = zip(actual, expected)
      let line = pairs.enumerated().first { $0.element.0 != $0.element.1 }?.offset
      let number = (line ?? min(actual.count, expected.count)) + 1
      found.append(
        edited(number, "this line is not as the program writes it"))
    }
    return found.sorted { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) }
  }

  /// What commands call the case of a file: its name without the ending.
  static func caseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    Substring(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// The `key: value` lines of the front matter with their numbers.
  private static func fields(_ lines: [Substring]) -> [String: (value: String, line: Int)] {
    var fields: [String: (value: String, line: Int)] = [:]
    for (index, line) in lines.enumerated().dropFirst() {
      if line == "---" { break }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      fields[String(line[..<colon])] = (String(value), index + 1)
    }
    return fields
  }
}
