import Foundation
import Testing

/// Words at the entries: bytes that are no text, texts without words, keys at a question.
@Suite struct TypingTests {
  private static let new = "$DAFTAR --as omar new --category minor --channel sms --language en"

  @Test(arguments: [
    ("$(printf '\\315\\323 abc')", "", "windows-1256 (Arabic) or windows-1251 (Russian)"),
    (
      "$(printf 'У нас опять отключили воду, и никто не отвечает уже третий день' | iconv -t cp1251)",
      "",
      "it looks like windows-1251"
    ),
    (
      "$(printf 'لا يوجد ظل في الطابور أبدا' | iconv -t cp1256)", "",
      "it looks like windows-1256"
    ),
    ("$(printf '\\315\\323 abc')", "LC_ALL=ar_SY.CP1256", "it looks like windows-1256"),
    ("$(printf '\\377\\376J\\006D\\006')", "", "it looks like UTF-16LE"),
  ])
  func `words that are no UTF-8 are refused with their likely encoding`(
    words: String, locale: String, said: String
  ) throws {
    let register = try TemporaryRegister()
    let before = try register.head()
    for line in [
      "\(Self.new) --text \"\(words)\"", "\(Self.new) --text x --title \"\(words)\"",
      "printf '%s' \"\(words)\" | \(Self.new) -", "$DAFTAR search \"\(words)\"",
      "DAFTAR_MEMBER=\"\(words)\" $DAFTAR list",
    ] {
      let result = try register.shell(
        "export \(locale.isEmpty ? "X=1" : locale)\n\(line)")
      #expect(result.status == 1, "\(result)")
      #expect(result.errors.contains(said), "\(result)")
    }
    #expect(try register.head() == before)
  }

  @Test(arguments: [
    "--text ''", "--text '   '", "--text -", "-", "--from -", "--from ../empty", "--wanted -",
    "--wanted ''", "--title ' '", "", "--text '\u{200B}'", "--from /dev/null",
  ])
  func `a complaint without a word is refused at every entry`(words: String) throws {
    let register = try TemporaryRegister()
    try register.shell("printf '\\n  \\n' > ../empty")
    let before = try register.head()
    let result = try register.shell("\(Self.new) \(words) < ../empty")
    #expect(result.status == 64 || result.status == 1, "\(result)")
    #expect(result.output == "")
    #expect(try register.head() == before)
  }

  @Test func `thanks may stand for themselves, and a dash reads at every entry`() throws {
    let register = try TemporaryRegister()
    let thanks = try register.run(
      "new --category thanks --channel sms --language en", as: "omar")
    #expect(thanks.status == 0, "\(thanks)")
    for option in ["--text -", "--from -", "-"] {
      let id = try register.run(
        "new --category minor --channel sms --language en \(option)", as: "omar",
        input: "No shade.\n"
      ).word
      #expect(try register.json(id)["text"] == "No shade.")
    }
  }

  @Test func `undo takes back all that one command did`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--category information")
    try register.done("note \(id) --text First.", as: "omar")
    try register.done("answer \(id) --via sms --text Sundays.", as: "omar")
    let undone = try register.done("undo \(id)", as: "omar")
    #expect(undone.errors.contains("taken back: acknowledge, assign, decide, inform, close"))
    let file = try register.json(id)
    #expect(file["state"] == "registered")
    #expect(file["acknowledged"].text == nil)
    try register.done("undo \(id)", as: "omar")
    let again = try register.done("undo \(id)", as: "omar")
    #expect(again.errors.contains("taken back: register"), "\(again)")
    #expect(try register.json(id)["state"] == "closed")
    #expect(try register.json(id)["outcome"] == "invalid")
    #expect(try register.done("check").status == 0)
  }

  @Test(arguments: ["", "Words that came later."])
  func `an undo is not undone`(note: String) throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    if !note.isEmpty {
      try register.done("note \(id) --text", note, as: "omar")
      try register.done("undo \(id)", as: "omar")
    }
    try register.done("undo \(id)", as: "omar")
    let refused = try register.run("undo \(id)", as: "omar")
    #expect(refused.status == 1 && refused.errors.contains("[undo.retract]"), "\(refused)")
    #expect(try register.json(id)["state"] == "closed")
  }

  @Test func `undo of a question that was answered at once leaves no answer`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--category information --answered")
    try register.done("undo \(id)", as: "omar")
    let file = try register.json(id)
    #expect(file["outcome"] == "invalid")
    #expect(file["informed"].text == nil)
  }

  @Test func `a line at a question is edited with the usual keys`() throws {
    let register = try TemporaryRegister()
    let terminal = try Terminal("new --text 'No shade.' --channel sms", in: register, as: "omar")
    try terminal.wait(for: "number or code: ")
    // A word in Arabic and two letters too many, a cursor that goes back, a letter put in.
    try terminal.press("شكوى\u{7F}\u{7F}\u{7F}\u{7F}minrxx\u{8}\u{7F}\u{1B}[D\u{1B}OD")
    try terminal.press("\u{1B}[Co\u{1B}[A\u{1B}[15~\n")
    try terminal.wait(for: "Language")
    try terminal.press("wrong\u{15}en\n")
    for question in [
      "code: ", "code: ", "code: ", "code: ", "(y/n, Enter: not asked) ", "correct) ",
    ] {
      try terminal.wait(for: question)
      try terminal.press(question == "correct) " ? "y\n" : "\n")
    }
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try register.done("list --json").json[0]["category"] == "minor")
  }

  @Test func `the terminal shows what is typed again after Ctrl-C at the passphrase`() throws {
    let register = try TemporaryRegister()
    let terminal = try Terminal("key new --passphrase", in: register)
    try terminal.wait(for: "New passphrase")
    #expect(!terminal.echoes)
    terminal.interrupt()
    #expect(try terminal.end() == 130)
    #expect(terminal.echoes)
  }
}
