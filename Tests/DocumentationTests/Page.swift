import Foundation
import TestSupport

/// A page of the documentation, taken apart as far as tests need it.
struct Page {
  /// Its path from the project's folder.
  let path: String
  private let lines: [String]

  /// Reads a page by its path from the project's folder.
  init(_ path: String) throws {
    self.path = path
    lines = try SourceTree.text(SourceTree.root + "/" + path)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// All pages: those of the project's folder, of `docs/` and its tours, and of the site template.
  static func all() throws -> [Page] {
    let folders = ["", "docs", "docs/tours", "site-template"]
    return try folders.flatMap { folder in
      let place = SourceTree.root + "/" + folder
      return try FileManager.default.contentsOfDirectory(atPath: place).sorted()
        .filter { $0.hasSuffix(".md") && FileManager.default.fileExists(atPath: place + "/" + $0) }
        .map { try Page(folder.isEmpty ? $0 : folder + "/" + $0) }
    }
  }

  /// The whole text.
  var text: String { lines.joined(separator: "\n") }

  /// What stands in backticks, on one line each.
  var codeSpans: Set<String> {
    Set(text.matches(of: /`([^`\n]+)`/).map { String($0.1) })
  }

  /// The content of every block that begins with a fence, such as ```` ```python ````.
  func blocks(_ fence: String) -> [String] {
    let end = String(fence.prefix { $0 == "`" })
    var blocks: [String] = []
    var open: [String]?
    for line in lines {
      if let content = open {
        if line == end {
          blocks.append(content.map { $0 + "\n" }.joined())
          open = nil
        } else {
          open = content + [line]
        }
      } else if line == fence {
        open = []
      }
    }
    return blocks
  }

  /// The lines below a heading, down to the next one of any level.
  func section(_ heading: String) -> [String] {
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
  }

  /// The words in backticks in the first cell of each row of the table below a heading.
  func firstCells(_ heading: String) -> [String] {
    section(heading).filter { $0.hasPrefix("|") }.dropFirst(2).flatMap { row in
      let cell = row.dropFirst().prefix { $0 != "|" }
      return cell.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
  }

  /// The headings of the page.
  var headings: [String] {
    var isFenced = false
    return lines.filter { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      return !isFenced && line.hasPrefix("#")
    }
  }
}
