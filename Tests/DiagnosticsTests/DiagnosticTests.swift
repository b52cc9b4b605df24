import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func `a finding is printed with place, severity and hint`() {
    let finding = Diagnostic(
      rule: "yaml.duplicate-key", at: SourceLocation(path: "cases/team.yml", line: 4, column: 3),
      message: "the key “id” is already there", hint: "keep one of the two")
    #expect(
      finding.description == """
        cases/team.yml:4:3: error: the key “id” is already there
          hint: keep one of the two
        """)
  }

  @Test(arguments: [
    (SourceLocation(path: "a.md"), "a.md: warning: m"),
    (SourceLocation(path: "a.md", line: 7), "a.md:7: warning: m"),
    (nil, "warning: m"),
  ])
  func `parts of the place that are not known are left out`(
    location: Diagnostics.SourceLocation?, expected: String
  ) {
    let finding = Diagnostic(.warning, rule: "r", at: location, message: "m")
    #expect(finding.description == expected)
  }

  @Test func `colour surrounds the severity and nothing else`() {
    let finding = Diagnostic(.note, rule: "r", message: "m")
    #expect(finding.rendered(colour: true) == "\u{1B}[1;36mnote:\u{1B}[0m m")
  }

  @Test func `no text of a finding can steer the terminal`() {
    let bad = "x\u{1B}[2Jy\u{202E}z\nw"
    let finding = Diagnostic(
      rule: "r", at: SourceLocation(path: bad, line: 1, column: 1), message: bad, hint: bad)
    let unseen = finding.description.unicodeScalars.filter { $0.value < 0x20 || $0 == "\u{202E}" }
    #expect(unseen.map(\.value) == [0x0A])
    #expect(finding.description.contains(#"x\u{1B}[2Jy\u{202E}z\u{A}w:1:1: error: "#))
  }

  @Test func `an advice that several findings in a row share stands once, below the last`() {
    func finding(_ message: String, _ hint: String?) -> Diagnostic {
      Diagnostic(rule: "r", message: message, hint: hint)
    }
    let list = DiagnosticList([
      finding("one", "a"), finding("two", "a"), finding("three", "b"), finding("four", nil),
      finding("five", "b"),
    ])
    #expect(
      list.description == """
        error: one
        error: two
          hint: a
        error: three
          hint: b
        error: four
        error: five
          hint: b
        """)
  }

  @Test func `a list prints every finding and knows whether one is an error`() {
    let warning = Diagnostic(.warning, rule: "r", message: "one")
    let error = Diagnostic(rule: "r", message: "two")
    #expect(DiagnosticList([warning, error]).description == "warning: one\nerror: two")
    #expect(DiagnosticList([warning, error]).hasErrors)
    #expect(!DiagnosticList([warning]).hasErrors)
  }
}
