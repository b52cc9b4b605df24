import Foundation
import TestSupport
import Testing

/// What holds for all pages, and the small ones.
@Suite struct PagesTests {
  @Test func `the changelog begins with the program's version`() throws {
    let version = try SourceWords.matches(
      of: /current = "([0-9.]+)"/, in: "Sources/CommandLine/Root/Version.swift")
    let first = try #require(try Page("CHANGELOG.md").headings.first { $0.hasPrefix("## ") })
    #expect(first.split(separator: " ")[1] == version.first ?? "")
  }

  @Test func `every figure has a row, and no other`() throws {
    let page = try Page("docs/figures.md")
    let ids = try SourceWords.matches(
      of: /case \w+ = "(K[0-9]+[a-z]?)"/, in: "Sources/Figures/FigureID.swift")
    let rows = page.section("## The figures").compactMap { line in
      line.firstMatch(of: /^\| (K[0-9]+[a-z]?) \|/).map { String($0.1) }
    }
    #expect(rows == ids)
    #expect(rows.count >= 8)
  }

  @Test func `the diagram names every folder of the sources, and no other`() throws {
    let page = try Page("docs/architecture.md")
    let diagram = try #require(page.blocks("```").first)
    let named = diagram.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(named.sorted() == (try SourceTree.folders(in: "Sources")))
  }

  @Test func `the diagram's arrows are those of the imports`() throws {
    let page = try Page("docs/architecture.md")
    let diagram = try #require(page.blocks("```").first)
    let modules = Set(try SourceTree.folders(in: "Sources"))
    for line in diagram.split(separator: "\n") where line.hasPrefix("  ") {
      let halves = line.split(separator: "→")
      guard halves.count == 2, !halves[1].contains("all of the above") else { continue }
      let module = String(halves[0].split(separator: " ")[0])
      let arrows = Set(halves[1].split { $0 == " " || $0 == "," }.map(String.init))
      let imports = try SourceWords.matches(
        of: /(?m)^(?:package |internal )?import (\w+)/, in: "Sources/" + module)
      #expect(Set(imports).intersection(modules) == arrows.intersection(modules), "\(module)")
    }
  }

  @Test func `the import page names every key and field of a map`() throws {
    let page = try Page("docs/import.md")
    let calls = try SourceWords.matches(
      of: /requireKnownKeys\(\s*\[([^\]]+)\]/, in: "Sources/Exchange/Import")
    let keys = calls.flatMap { $0.matches(of: /"([a-z-]+)"/).map { String($0.1) } }
    let fields = try SourceWords.matches(
      of: /case (?:\w+ = ")?([\w-]+)"?\n/, in: "Sources/Exchange/Import/ImportField.swift")
    let encodings = try SourceWords.matches(
      of: /TextEncoding\("([a-z0-9-]+)"\)/, in: "Sources/Tables/Encodings/TextEncoding.swift")
    #expect(keys.count > 10 && fields.count > 20 && encodings.count > 4)
    let spans = page.codeSpans
    for word in fields + encodings {
      #expect(spans.contains(word), "\(word) is not on the page")
    }
    let map = try #require(page.blocks("```yaml").first)
    for key in keys { #expect(map.contains(key + ":"), "\(key) is not in the map") }
  }

  @Test func `every link inside the project leads somewhere`() throws {
    for page in try Page.all() {
      let folder = page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? ""
      for match in page.text.matches(of: /\]\(([^)\s]+)\)/) {
        let parts = match.1.split(separator: "#", omittingEmptySubsequences: false)
        guard !match.1.contains("://"), let target = parts.first else { continue }
        let path = target.isEmpty ? page.path : (folder + target as NSString).standardizingPath
        #expect(
          FileManager.default.fileExists(atPath: SourceTree.root + "/" + path),
          "\(page.path) links to \(match.1)")
        guard parts.count == 2, path.hasSuffix(".md") else { continue }
        #expect(
          try Page(path).headings.map(Self.anchor).contains(String(parts[1])),
          "\(page.path) links to \(match.1)")
      }
    }
  }

  /// The name by which a heading is linked to.
  private static func anchor(_ heading: String) -> String {
    heading.drop { $0 == "#" || $0 == " " }.lowercased()
      .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
      .replacing(" ", with: "-")
  }
}
