import Markdown
import SiteTemplate

/// The check of a longer text for what would not stand in the page as its author means it.
struct ContentCheck {
  let text: String
  let file: String

  /// Names in braces without a meaning, and links and pictures that are left out.
  func findings(filledIn names: [String]) -> [SiteFinding] {
    unknownNames(names) + lost
  }

  /// In a text that fills nothing in, what looks like a name may also be meant as it stands.
  private func unknownNames(_ names: [String]) -> [SiteFinding] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { line in
      placeholders(of: String(line.element)).filter { !names.contains($0) }.compactMap { name in
        guard names.isEmpty else {
          return SiteFinding(
            file: file, line: line.offset + 1, summary: "`{\(name)}` has no meaning here",
            hint: "write one of \(names.joined(separator: ", "))")
        }
        guard Self.isName(name) else { return nil }
        return SiteFinding(
          .warning, file: file, line: line.offset + 1,
          summary: "`{\(name)}` stands in the page as it is",
          hint: "nothing is filled in here: write the word or number itself")
      }
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
  }

  private var lost: [SiteFinding] {
    MarkdownText.unsafeParts(of: text).map { part in
      let (summary, hint) =
        switch part.kind {
        case .picture:
          ("the picture `\(part.address)` is left out", "only its description is shown")
        case .link:
          (
            "the link to `\(part.address)` is left out",
            "its words are shown; links must begin with `https://` or `mailto:`"
          )
        }
      return SiteFinding(.warning, file: file, line: part.line, summary: summary, hint: hint)
    }
  }
}
