import Foundation

/// The file of a sensitive case as everybody sees it, taken apart.
struct StubFile {
  /// The keys of the front matter in their order.
  let keys: [String]
  /// What stands between the front matter and the events.
  let body: String
  /// The event lines.
  let events: [JSON]

  /// All that an event in such a file may tell.
  static let eventKeys: Set<String> = [
    "id", "n", "prev", "at", "by", "do", "actors", "case", "commitment", "digest", "due",
    "received", "resealed", "seal", "sensitivity", "state",
  ]

  init?(_ text: String) {
    let parts = text.components(separatedBy: "---\n")
    guard parts.count == 3, parts[0].isEmpty else { return nil }
    keys = parts[1].split(separator: "\n").compactMap { line in
      line.split(separator: ":").first.map(String.init)
    }
    let rest = parts[2].components(separatedBy: "```events\n")
    guard rest.count == 2, rest[1].hasSuffix("```\n") else { return nil }
    body = rest[0].trimmingCharacters(in: .whitespacesAndNewlines)
    events = rest[1].dropLast(4).split(separator: "\n").compactMap { try? JSON(String($0)) }
  }

  /// The file with every value that is random or a name of a case made equal.
  static func shape(of text: String) -> String {
    var text = text
    let random = [
      #"[0-9]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"#: "CASE", #"[0-9a-f]{64}"#: "DIGEST",
      #"\b[0-9a-hjkmnp-tv-z]{16}\b"#: "NAME",
    ]
    for (pattern, word) in random.sorted(by: { $0.value < $1.value }) {
      text = text.replacingOccurrences(of: pattern, with: word, options: .regularExpression)
    }
    return text
  }
}
