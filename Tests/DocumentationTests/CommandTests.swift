import TestSupport
import Testing

/// `docs/commands.md`, and every command that any page names.
@Suite struct CommandTests {
  /// The words of each call of the program in a page's code, such as `site build`.
  private func calls(in page: Page) -> [String] {
    let code = page.codeSpans.joined(separator: "\n") + "\n" + page.text
    let pattern =
      /(?m)^(?:\$ |\| `)?(?:\S*\/)?daftar((?: +(?:-C|--as|--on) +\S+)*(?: +[a-z]+){1,2})/
    return code.matches(of: pattern).map { match in
      match.1.replacing(/(-C|--as|--on) +\S+/, with: "").split(separator: " ")
        .joined(separator: " ")
    }
  }

  @Test func `every command that a page names exists`() throws {
    let names = try CommandNames.all()
    #expect(names.count > 35)
    var seen = 0
    for page in try Page.all() {
      for call in calls(in: page) {
        let first = String(call.prefix { $0 != " " })
        guard first != "help" else { continue }
        seen += 1
        #expect(names.contains(first), "\(page.path) names `daftar \(call)`")
        let isGroup = names.contains { $0.hasPrefix(first + " ") }
        if isGroup, call != first {
          #expect(names.contains(call), "\(page.path) names `daftar \(call)`")
        }
      }
    }
    #expect(seen > 60, "the pages were not understood")
  }

  @Test func `every command has a line in the overview`() throws {
    let page = try Page("docs/commands.md")
    let called = Set(calls(in: page))
    let firsts = Set(called.map { String($0.prefix { $0 != " " }) })
    for name in try CommandNames.all() {
      let isGroup = try CommandNames.all().contains { $0.hasPrefix(name + " ") }
      #expect(
        isGroup || (name.contains(" ") ? called : firsts).contains(name),
        "`daftar \(name)` has no line")
    }
  }

  @Test func `every option that the overview names exists`() throws {
    let page = try Page("docs/commands.md")
    let source = try SourceWords.text("Sources/CommandLine")
    let known = Set(
      source.matches(of: /customLong\("([a-z-]+)"\)/).map { String($0.1) }
        + source.matches(of: /var (\w+)/).map { Self.dashed(String($0.1)) } + ["help", "version"])
    let named = Set(page.text.matches(of: /--([a-z][a-z-]*)/).map { String($0.1) })
    #expect(named.count > 40)
    #expect(named.subtracting(known) == [])
  }

  /// An option's name from its variable's: `receivedFrom` is `received-from`.
  private static func dashed(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }

  @Test func `variables of the environment are named`() throws {
    let page = try Page("docs/commands.md")
    let used = try SourceWords.matches(of: /"(DAFTAR_[A-Z_]+)"/, in: "Sources")
    #expect(Set(used).subtracting(page.codeSpans) == [])
    #expect(used.count >= 3)
  }
}
