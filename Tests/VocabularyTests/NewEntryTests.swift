import CaseFormat
import CaseModel
import Diagnostics
import Testing
import Vocabulary

/// Entries that a command adds to a configuration file.
@Suite struct NewEntryTests {
  private static let labels = Labels(["en": "Far: Valley", "ar": "الوادي البعيد"])

  private func added(_ entry: NewEntry, to text: String) throws -> String {
    String(decoding: try entry.added(to: Array(text.utf8)), as: UTF8.self)
  }

  private func area(_ parent: String? = nil) -> NewEntry {
    .code(LabelledCode(code: "A9", labels: Self.labels), .concern(.area), parent: parent)
  }

  private static let entry = """
      - code: A9
        labels:
          ar: الوادي البعيد
          en: "Far: Valley"

    """

  @Test func `it stands behind the last of its list; comments and order stay`() throws {
    let before = """
      # Where we work.
      areas:
        - code: A1  # the first
          labels: {en: One}
        # about A1, for people

      # Units answer.
      units:
        - code: north
          labels: North

      """
    let after = try added(area(), to: before)
    #expect(
      after
        == before.replacing(
          "    labels: {en: One}\n", with: "    labels: {en: One}\n" + Self.entry))
  }

  @Test(arguments: [
    ("areas: []\nunits: []\n", "areas:\n\(entry)units: []\n"),
    ("areas: []  # none yet\n", "areas:   # none yet\n\(entry)"),
    ("units: []\n", "units: []\n\nareas:\n\(entry)"),
    ("areas:\n- code: A1\n", "areas:\n- code: A1\n- code: A9\n"),
  ])
  func `a list that is empty, missing or not indented gets its entry`(
    before: String, after: String
  ) throws {
    let wanted =
      after.hasSuffix("- code: A9\n")
      ? after + "  labels:\n    ar: الوادي البعيد\n    en: \"Far: Valley\"\n" : after
    #expect(try added(area(), to: before) == wanted)
  }

  @Test func `an area names the one around it`() throws {
    let after = try added(area("A1"), to: "areas:\n  - code: A1\n")
    #expect(after.contains("  - code: A9\n    parent: A1\n"))
  }

  @Test(arguments: [CodeList.themes, .channels])
  func `a theme and a channel stand in their list, and all else stays`(list: CodeList) throws {
    let before = """
      categories:
        - code: minor
          group: c
          sensitivity: internal
          priority: normal
      themes:
        - code: delay
      channels:
        - code: desk
          in-person: yes

      """
    let entry = NewEntry.code(
      LabelledCode(code: "radio", labels: Labels(forAllLanguages: "Radio, local")), list,
      parent: nil)
    let old = list == .themes ? "  - code: delay\n" : "    in-person: yes\n"
    #expect(
      try added(entry, to: before)
        == before.replacing(old, with: old + "  - code: radio\n    labels: \"Radio, local\"\n"))
  }

  @Test(arguments: ["north", "A-1", "9"])
  func `letters, digits and dashes are a code`(text: String) { #expect(NewEntry.isCode(text)) }

  @Test(arguments: ["", "-a", "Far Well", "север", String(repeating: "a", count: 33)])
  func `all else is none`(text: String) { #expect(!NewEntry.isCode(text)) }

  @Test(arguments: [
    "areas: [{code: A1}]\n", "areas:\r\n  - code: A1\r\n", "areas: &a\n  - code: A1\n",
    "areas:\n  - code: A9\n",
  ])
  func `a file that only a person should edit is left alone`(before: String) {
    #expect(throws: (any Error).self) { try added(area(), to: before) }
  }

  @Test func `a member has what was said, and the others stay`() throws {
    let before = "members:\n  - id: omar\n    name: Omar\n    roles: [intake]\n\n# The board.\n"
    let member = Team.Member(
      id: "rima", name: "Rima \"R\" H.", email: "rima@example.org", roles: [.handler, .intake],
      units: ["north"], from: CalendarDate("2026-11-21"))
    let after = try added(.member(member), to: before)
    let written = """
        - id: rima
          name: "Rima \\"R\\" H."
          email: rima@example.org
          roles: [handler, intake]
          units: [north]
          from: 2026-11-21

      """
    #expect(after == before.replacing("\n\n#", with: "\n" + written + "\n#"))
  }
}
