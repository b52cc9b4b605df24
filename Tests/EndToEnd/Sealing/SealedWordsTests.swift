import Foundation
import Testing

/// Words that will be sealed never stand where others on the computer could see them.
@Suite struct SealedWordsTests {
  static let secret = "zanzibar-quartz"

  @Test func `a new sensitive case takes no words from options`() throws {
    let team = try SealedTeam()
    let new = "new --channel sms --language en --category "
    for (options, option) in [
      ("fraud --text WORD", "--text"), ("fraud --title WORD -", "--title"),
      ("seah --wanted WORD -", "--wanted"),
      ("minor --sensitivity restricted --text WORD", "--text"),
      ("minor --sensitivity confidential --title WORD", "--title"),
    ] {
      let line = new + options.replacing("WORD", with: Self.secret)
      let result = try team.seat("omar").refused(line, by: "sealed.option", input: "Words.")
      #expect(result.errors.contains(option))
      #expect(!result.errors.contains(Self.secret))
    }
    try expectNoTrace(in: team)
  }

  @Test func `no step in a sensitive case takes words from options`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let amal = team.seat("amal")
    try amal.take(id)
    for line in [
      "note CASE --text WORD", "assign CASE rana --reason WORD",
      "raise CASE --sensitivity restricted --reason WORD",
      "hold CASE --until +5 --reason WORD", "amend CASE title WORD --reason -",
      "amend CASE area A01 --reason WORD", "wait CASE --for other --until +3 --question WORD",
      "extend CASE --until +40 --reason WORD", "promise CASE --what WORD --until +9",
      "decide CASE --outcome not-upheld --reason WORD",
      "refer CASE --to x --consent yes --text WORD",
      "close CASE --outcome withdrawn --reason WORD", "answer CASE --via sms --text WORD",
    ] {
      let command = line.replacing("CASE", with: id).replacing("WORD", with: Self.secret)
      let result = try amal.refused(command, by: "sealed.option", input: "Because.")
      #expect(!result.errors.contains(Self.secret))
    }
    try expectNoTrace(in: team)
  }

  @Test func `raising an ordinary case to a sensitive one takes its reason by input only`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").ordinary()
    let rana = team.seat("rana")
    try rana.refused(
      "raise \(id) --sensitivity confidential --reason \(Self.secret)", by: "sealed.option")
    try expectNoTrace(in: team)
    try rana.done("raise \(id) --sensitivity confidential --reason -", input: Self.secret)
    try expectNoTrace(in: team)
  }

  @Test func `where everything is sealed no text comes from an option`() throws {
    let team = try SealedTeam(.everything)
    let omar = team.seat("omar")
    try omar.refused(
      "new --category minor --channel sms --language en --text \(Self.secret)", by: "sealed.option")
    let id = try omar.ordinary()
    try omar.refused("note \(id) --text \(Self.secret)", by: "sealed.option")
    try omar.refused("amend \(id) title \(Self.secret) --reason -", by: "sealed.option", input: "x")
    try omar.done("amend \(id) title - --reason -", input: Self.secret + "\nIt was clearer.\n")
    try expectNoTrace(in: team)
    let file = try omar.json(id)
    #expect(file["title"].text == Self.secret)
    #expect(file["sections"].list.last?["text"] == "It was clearer.")
  }

  @Test func `standard input and files are the ways in`() throws {
    let team = try SealedTeam()
    let file = try team.file("call.md", "A long story.\nIn two lines.\n")
    let id = try team.seat("omar").done(
      "new --category fraud --channel sms --language en --title - --from \(file)",
      input: "The gate"
    ).word
    let amal = team.seat("amal")
    try amal.done("note \(id) --from \(file)")
    try amal.done("note \(id) -", input: "A third line.")
    let seen = try amal.json(id)
    #expect(seen["title"] == "The gate")
    #expect(seen["text"] == "A long story.\nIn two lines.")
    #expect(
      seen["sections"].list.compactMap { $0["text"].text } == [
        "A long story.\nIn two lines.", "A third line.",
      ])
  }

  @Test func `from standard input options take a line each, and the text the rest`() throws {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let new = "new --category fraud --channel sms --language en"
    let id = try omar.done(
      new + " --title - --wanted - -", input: "The gate\nMy money back\nHe asked.\nTwice.\n"
    ).word
    let file = try team.seat("amal").json(id)
    #expect(file["title"] == "The gate")
    #expect(file["text"] == "He asked.\nTwice.\n\n**Wanted:** My money back")
    let head = try omar.head()
    // Two that take the rest, or a reason that is not there.
    let contact = try omar.run(new + " - --contact-from -", input: "He asked.")
    let amended = try team.seat("amal").run("amend \(id) title - --reason -", input: "One line")
    for result in [contact, amended] { #expect(result.status == 64, "\(result)") }
    #expect(try omar.head() == head)
  }

  @Test func `the list of processes shows no word while a command waits for it`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let amal = team.seat("amal")
    let variables = amal.environment.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    // The command waits for the words; meanwhile every process that this user sees is looked at.
    let script = """
      mkfifo ../words
      env \(variables) "$DAFTAR" note \(id) - < ../words > ../said 2>&1 &
      exec 3> ../words
      printf %s '\(Self.secret)' >&3
      sleep 0.3
      for place in /proc/[0-9]*; do
        tr '\\0' ' ' < $place/cmdline 2> /dev/null | grep -F "note \(id)"
      done
      exec 3>&-
      wait $!
      """
    let result = try team.register.shell(script)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("note \(id) -"), "\(result)")
    #expect(!result.output.contains(Self.secret) && !result.errors.contains(Self.secret))
    #expect(try amal.done("show \(id)").output.contains(Self.secret))
  }

  private func expectNoTrace(
    in team: SealedTeam, at location: SourceLocation = #_sourceLocation
  ) throws {
    let files = try team.register.shell(
      "grep -rl '\(Self.secret)' '\(team.register.folder)' || true")
    #expect(files.output == "", sourceLocation: location)
    let objects = try team.register.shell(
      "git cat-file --batch-all-objects --unordered --batch | grep -ac '\(Self.secret)' || true")
    #expect(objects.word == "0", sourceLocation: location)
  }
}
