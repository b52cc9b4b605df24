import Foundation
import Testing

/// What `list` shows of eight cases that differ in everything.
@Suite struct ListTests {
  /// The cases, by a short name.
  private struct Scene {
    let register: TemporaryRegister
    let ids: [String: String]

    init() throws {
      register = try TemporaryRegister()
      var ids: [String: String] = [:]
      ids["water"] = try register.new(
        "--category major --channel hotline --language ar --area A0101 --priority critical",
        "--title", "لا ماء في القرية", "--text", "لا ماء منذ ثلاثة أيام.")
      ids["queue"] = try register.new(
        "--received 2026-11-01 --area A01 --unit north --project WASH-01 --theme delay --sex female"
      )
      ids["snow"] = try register.new(
        "--channel letter --language ru --area A02 --received 2026-11-10", "--title",
        "Ёлка и снег", "--text", "Дорога закрыта.")
      ids["question"] = try register.new("--category information --channel hotline --answered")
      try register.done("assign \(ids["water"] ?? "") rana", as: "omar")
      try register.done("assign \(ids["queue"] ?? "") sami", as: "omar")
      try register.done("start \(ids["queue"] ?? "")", as: "sami")
      self.ids = ids
    }

    func names(_ options: String, as member: String? = nil) throws -> [String] {
      let found = try register.done("list --json \(options)", as: member).json.list
      return found.compactMap { file in ids.first { $0.value == file["case"].text }?.key }
    }
  }

  @Test func `filters pick, several values of one mean any, different ones mean all`() throws {
    let scene = try Scene()
    let expected: [(String, [String])] = [
      ("", ["queue", "snow", "water", "question"]),
      ("--open", ["queue", "snow", "water"]),
      ("--state closed", ["question"]),
      ("--state registered --state assigned", ["snow", "water"]),
      ("--category major --category information", ["water", "question"]),
      ("--channel hotline --open", ["water"]),
      ("--area A01", ["queue", "water"]),
      ("--area A02 --area A0101", ["snow", "water"]),
      ("--unit north", ["queue"]), ("--project WASH-01", ["queue"]), ("--theme delay", ["queue"]),
      ("--priority critical", ["water"]), ("--language ru", ["snow"]),
      ("--outcome answered", ["question"]), ("--assignee rana", ["water"]),
      ("--where sex=female", ["queue"]), ("--where received-by=rana", []),
      ("--where received=٢٠٢٦-١١-٠١", ["queue"]), ("--where project=WASH-01", ["queue"]),
      ("--received-from 2026-11-02 --received-to yesterday", ["snow"]),
      ("--received-to ٢٠٢٦-١١-٠١", ["queue"]),
      ("--overdue", ["queue"]), ("--attention", []), ("--to-approve", []),
      ("--assignee none", ["snow", "question"]), ("--assignee none --open", ["snow"]),
      ("--closed-from today", ["question"]), ("--closed-to yesterday", []),
      ("--closed-from 2026-11-01 --closed-to today", ["question"]),
      ("--sensitivity open", ["question"]),
      ("--sort=-received --limit 2", ["water", "question"]),
      ("--sort title --open", ["queue", "snow", "water"]),
      ("--sort=-priority --limit 1", ["water"]),
      ("--sort due --limit 1", ["queue"]),
    ]
    for (options, names) in expected {
      let found = try scene.names(options)
      let isOrdered = options.contains("--sort")
      #expect(
        isOrdered && !options.contains("-received")
          ? found == names : Set(found) == Set(names), "list \(options): \(found)")
    }
    #expect(try scene.names("--mine", as: "sami") == ["queue"])
  }

  @Test func `a code that no case can have is refused, not an empty answer`() throws {
    let register = try TemporaryRegister()
    for options in [
      "--category majr", "--area A9", "--assignee rena", "--channel pigeon",
      "--where category=majr", "--where themes=dealy", "--where priority=hihg",
      "--where waived=maybe", "--where repeat=often",
    ] {
      let result = try register.run("list \(options)")
      #expect(result.status == 64)
      #expect(result.errors.contains("[code.unknown]"))
    }
    let empty = try register.done("list --open")
    #expect(empty.output == "")
    #expect(empty.errors == "no case passes these filters\n")
    #expect(try register.done("list --json").output == "[]\n")
  }

  @Test func `the table has row numbers, which name cases afterwards`() throws {
    let scene = try Scene()
    let rows = try scene.register.done("list --sort received --open").lines
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("1  \(scene.ids["queue"] ?? "")  in-progress  minor     2026-11-01"))
    #expect(rows[1].contains("2026-11-16 late  sami"))
    for (row, name) in [("1", "queue"), ("2", "snow"), ("٢", "snow")] {
      let shown = try scene.register.done("show \(row) --json").json
      #expect(shown["case"].text == scene.ids[name])
    }
    try scene.register.done("search снег")
    #expect(try scene.register.done("show 1 --json").json["case"].text == scene.ids["snow"])
    #expect(try scene.register.run("show 99").errors.contains("[case.missing]"))
    // Nothing was found, and the numbers on the screen still name what they stand beside.
    try scene.register.done("search nowhere")
    try scene.register.done("list --attention")
    #expect(try scene.register.done("show 1 --json").json["case"].text == scene.ids["snow"])
  }

  @Test func `ids are forgiven their form, not their check symbol`() throws {
    let register = try TemporaryRegister()
    try FileManager.default.createDirectory(
      atPath: register.path + "/cases/2026/11", withIntermediateDirectories: true)
    for (id, file) in [("2611-5D65-S771", "good.md"), ("2611-0P4A-EGFA", "neighbour.md")] {
      try FileManager.default.copyItem(
        atPath: Golden.folder + "/Gallery/" + file,
        toPath: register.path + "/" + register.file(of: id))
    }
    try register.commitByHand()
    for (typed, id) in [
      ("2611-5D65-S771", "2611-5D65-S771"), ("2611-5d65-s77I", "2611-5D65-S771"),
      ("26115D65S77l", "2611-5D65-S771"), ("5D65", "2611-5D65-S771"), ("5d65-s", "2611-5D65-S771"),
      ("2611-5", "2611-5D65-S771"), ("oP4A", "2611-0P4A-EGFA"), ("٢٦١١-٠p4a", "2611-0P4A-EGFA"),
      ("۲۶۱۱۵D۶۵", "2611-5D65-S771"),
    ] {
      #expect(try register.done("show \(typed) --json").json["case"].text == id, "\(typed)")
    }
    for (typed, rule, hint) in [
      ("2611-5D65-S772", "case.check-symbol", "did you mean 2611-5D65-S771?"),
      ("2611-5D56-S771", "case.check-symbol", "did you mean 2611-5D65-S771?"),
      ("2611-5D65-S7711", "case.check-symbol", "did you mean 2611-5D65-S771?"),
      ("2611", "case.ambiguous", "2611-0P4A-EGFA, 2611-5D65-S771"),
      ("2611-AAAA-AAAA", "case.check-symbol", "daftar list"),
      ("5D6", "case.missing", "four symbols or more"),
      ("nonsense", "case.missing", "four symbols or more"),
    ] {
      let result = try register.run("show \(typed)")
      #expect(result.status == 1 && result.errors.contains("[\(rule)]"), "\(result)")
      #expect(result.errors.contains(hint), "\(result)")
    }
  }

  @Test func `a text or an order may begin with a dash`() throws {
    let register = try TemporaryRegister()
    try register.done("list --sort -received")
    let id = try register.new("", "--text", "- no shade\n- no water")
    try register.done("note \(id)", "--text", "- called twice", as: "omar")
  }

  @Test func `a table for spreadsheets runs nothing`() throws {
    let register = try TemporaryRegister()
    for title in ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-2+3", "@SUM(A1)", "a, \"b\""] {
      _ = try register.new("", "--title=" + title)
    }
    let csv = try register.done("list --csv --sort title").output
    let rows = csv.split(whereSeparator: \.isNewline).map(String.init)
    #expect(rows.count == 6)
    #expect(rows[0].contains("case,state,category,") && rows[0].hasSuffix(",title"))
    for row in rows.dropFirst() {
      let last = row.split(separator: ",", maxSplits: 50).last.map(String.init) ?? ""
      #expect(!last.hasPrefix("=") && !last.hasPrefix("\"="), "\(row)")
    }
    #expect(csv.contains("\"a, \"\"b\"\"\""))
    #expect(csv.contains("'=HYPERLINK") && csv.contains("'@SUM") && csv.contains("'-2"))
  }
}
