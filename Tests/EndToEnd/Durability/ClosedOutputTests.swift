import Testing

/// Standard output takes nothing: a full disk, a closed descriptor.
@Suite(.durability, .builtProgram) struct ClosedOutputTests {
  @Test(
    arguments: [
      "list", "list --json", "check", "log", "stats", "--help", "--version", "show CASE",
    ], [">/dev/full", ">&-"])
  func `what cannot be printed is no success`(line: String, place: String) throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let result = try register.shell("$DAFTAR \(line.replacing("CASE", with: id)) \(place)")
    #expect(result.status == 74, "\(result)")
  }

  @Test(arguments: [">/dev/full", ">&-"])
  func `a step whose line cannot be printed is still saved whole`(place: String) throws {
    let register = try TemporaryRegister()
    let result = try register.shell(
      "$DAFTAR new --as omar --category minor --channel sms --language en --text Words. \(place)")
    #expect(result.status == 74, "\(result)")
    let copy = Copy(register)
    #expect(try copy.caseFiles().count == 1)
    try copy.expectWhole()
  }

  @Test func `a reader that stops early stops the program quietly`() throws {
    let register = try TemporaryRegister()
    for _ in 0..<3 { _ = try register.new() }
    let result = try register.shell("$DAFTAR list --json | head -n 1")
    #expect(result.output == "[\n")
    #expect(result.errors == "")
  }
}
