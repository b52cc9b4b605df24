import Foundation
import Testing

/// What happens on a terminal, where somebody can be asked.
@Suite struct InteractiveTests {
  @Test func `new asks step by step`() throws {
    let register = try TemporaryRegister()
    let terminal = try Terminal("new --text 'No shade.'", in: register, as: "omar")
    let choices = try terminal.wait(for: "number or code: ")
    #expect(choices.contains("Minor dissatisfaction"))
    #expect(choices.contains("seah"))
    try terminal.type("minr")
    try terminal.wait(for: "did you mean “minor”")
    try terminal.type("minor")
    try terminal.wait(for: "How did it arrive?")
    try terminal.type("١")
    try terminal.wait(for: "Language (en, ar, ru): ")
    try terminal.type("ar")
    for (question, answer) in [
      ("What is it about? (Enter passes on)", "delay"), ("Where was it?", "قرية النبع"),
      ("sex?", ""), ("age, in years", "34"), ("(y/n, Enter: not asked)", "نعم"),
    ] {
      try terminal.wait(for: question)
      try terminal.type(answer)
    }
    let summary = try terminal.wait(for: "Is this right? (y, n, or what to correct) ")
    #expect(summary.contains("nobody has a key yet"))
    #expect(summary.contains("category: minor (Minor dissatisfaction)"))
    #expect(summary.contains("area: A0101 (Spring village)") && summary.contains("text: 2 words"))
    try terminal.type("them")
    try terminal.wait(for: "did you mean theme?")
    try terminal.type("theme")
    try terminal.wait(for: "number or code: ")
    try terminal.type("quality")
    #expect(try terminal.wait(for: "what to correct) ").contains("theme: quality"))
    try terminal.type("y")
    #expect(try terminal.end() == 0)
    let file = try register.done("list --json").json[0]
    #expect(file["category"] == "minor")
    #expect(file["language"] == "ar")
    #expect(file["consent"] == "yes")
    #expect(file["themes"].list.map(\.text) == ["quality"])
    #expect(file["area"] == "A0101")
    #expect(file["complainant"]["age"] == "18-59" && file["complainant"]["sex"].text == nil)
    #expect(try register.git("status", "--porcelain").output == "")
  }

  @Test func `what is not right is not recorded, and waits for the next time`() throws {
    let register = try TemporaryRegister()
    let options = "new --text 'No shade.' --language en --channel sms"
    let terminal = try Terminal(options, in: register, as: "omar")
    for answer in ["minor", "", "", "", ""] {
      try terminal.wait(for: "number or code: ")
      try terminal.type(answer)
    }
    try terminal.wait(for: "(y/n, Enter: not asked)")
    try terminal.type("")
    try terminal.wait(for: "what to correct) ")
    try terminal.type("n")
    #expect(try terminal.end() == 1)
    #expect(terminal.screen.contains("cancelled; nothing was recorded"))
    #expect(try register.done("list --json").json.list.isEmpty)
  }

  @Test func `with category and channel as options consent and contact are asked all the same`()
    throws
  {
    let register = try TemporaryRegister()
    let options = "new --category minor --channel sms --language en --text 'No shade.'"
    let terminal = try Terminal(options, in: register, as: "omar")
    try terminal.wait(for: "Does the complainant agree that this is recorded?")
    try terminal.type("no")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.contains("How to reach the person is not asked"))
    #expect(try register.done("list --json").json[0]["consent"] == "no")
    let told = try Terminal(options + " --consent yes --anonymous", in: register, as: "omar")
    #expect(try told.end() == 0)
    #expect(!told.screen.contains("?"), "\(told.screen)")
  }

  @Test func `init asks where the common copy lies, and says what that means for ever`() throws {
    for (place, answer, seal) in [("3", "", "everything"), ("1", "", "sensitive")] {
      let empty = try TemporaryRegister(empty: ())
      let terminal = try Terminal(
        "init register --demo --name Valley --member huda:H:manager --member rana:R:handler",
        in: empty, inFolder: empty.folder)
      let places = try terminal.wait(for: "number: ")
      #expect(places.contains("Where will the common copy of the register be kept"))
      try terminal.type(place)
      #expect(try terminal.wait(for: "(Enter: \(seal)) ").contains("git forgets nothing"))
      try terminal.type(answer)
      try terminal.wait(for: "Which of them are you? (huda, rana")
      try terminal.type("rana")
      #expect(try terminal.end() == 0)
      #expect(terminal.screen.contains("daftar member key set rana age1"), "\(terminal.screen)")
      let settings = try String(contentsOfFile: empty.path + "/cases/register.yml", encoding: .utf8)
      #expect(settings.contains("seal: \(seal)\n") || settings.contains("seal: \"\(seal)\"\n"))
    }
  }

  @Test func `the editor's file is private and gone afterwards`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let seen = register.home + "/seen"
    let script = register.home + "/editor"
    try Data(
      """
      #!/bin/sh
      stat -c '%a %n' "$1" > \(seen)
      stat -c '%a' "$(dirname "$1")" >> \(seen)
      grep '^%%' "$1" >> \(seen)
      printf 'Written in an editor.\\n%%%% not this\\n' > "$1"

      """.utf8
    ).write(to: URL(fileURLWithPath: script))
    try register.shell("chmod +x \(script)")
    let terminal = try Terminal(
      "note \(id)", in: register, as: "omar",
      with: ["EDITOR": script, "XDG_RUNTIME_DIR": register.home + "/tmp"])
    #expect(try terminal.end() == 0)
    let lines = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
    let file = lines[0].split(separator: " ")
    #expect(file[0] == "600")
    #expect(file[1].hasPrefix(register.home + "/tmp/"))
    #expect(lines[1] == "700")
    #expect(lines[2].contains("Your note on \(id)"))
    #expect(try register.editorFolders().isEmpty)
    #expect(try register.json(id)["sections"][0]["text"] == "Written in an editor.")
  }

  @Test(arguments: ["HUP", "TERM"])
  func `a closed window leaves no draft of the editor`(signal: String) throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let script = register.home + "/editor"
    try Data(
      """
      #!/bin/sh
      echo 'A draft.' > "$1"
      process=$PPID
      while [ "$(cat /proc/$process/comm)" != daftar ]; do
        process=$(awk '/^PPid/ { print $2 }' /proc/$process/status)
      done
      kill -\(signal) $process
      sleep 0.2

      """.utf8
    ).write(to: URL(fileURLWithPath: script))
    try register.shell("chmod +x \(script)")
    let terminal = try Terminal(
      "note \(id)", in: register, as: "omar",
      with: ["EDITOR": script, "XDG_RUNTIME_DIR": register.home + "/tmp"])
    _ = try terminal.end()
    #expect(try register.editorFolders().isEmpty)
  }

  @Test func `an editor that fails records nothing and leaves no file`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let before = try register.head()
    let terminal = try Terminal(
      "note \(id)", in: register, as: "omar",
      with: ["EDITOR": "false", "XDG_RUNTIME_DIR": register.home + "/tmp"])
    #expect(try terminal.end() == 1)
    #expect(terminal.screen.contains("the editor ended with an error"))
    #expect(try register.head() == before)
    #expect(try register.editorFolders().isEmpty)
  }

  @Test(arguments: ["true", "touch", "truncate -s 0"])
  func `an editor left without words records nothing and says so`(editor: String) throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let before = try register.head()
    for line in ["note \(id)", "new --category minor --channel sms --language en"] {
      let terminal = try Terminal(line, in: register, as: "omar", with: ["EDITOR": editor])
      #expect(try terminal.end() == 1)
      #expect(terminal.screen.contains("cancelled; nothing was recorded"), "\(terminal.screen)")
      #expect(!terminal.screen.contains("is kept"), "\(terminal.screen)")
    }
    #expect(try register.head() == before)
  }

  @Test func `colours appear on a terminal only, and never with NO_COLOR`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let coloured = try Terminal("show \(id)", in: register)
    #expect(try coloured.end() == 0)
    #expect(coloured.screen.contains("\u{1B}[1m"))
    let plain = try Terminal("show \(id)", in: register, with: ["NO_COLOR": "1"])
    #expect(try plain.end() == 0)
    #expect(!plain.screen.contains("\u{1B}"))
    #expect(try !register.done("show \(id)").output.contains("\u{1B}"))
  }

  @Test func `a list is as wide as the terminal`() throws {
    let register = try TemporaryRegister()
    _ = try register.new("--title", String(repeating: "wide ", count: 40))
    let terminal = try Terminal("list", in: register)
    #expect(try terminal.end() == 0)
    let longest = terminal.screen.split(separator: "\r\n").map(\.count).max() ?? 0
    #expect(longest <= 100)
    #expect(terminal.screen.contains("…"))
  }
}
