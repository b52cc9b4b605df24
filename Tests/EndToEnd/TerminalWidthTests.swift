import Foundation
import Layout
import Testing

/// What is shown fits the terminal, in three languages; measured as a terminal measures.
@Suite struct TerminalWidthTests {
  /// A register whose first language is the one given, with cases in three scripts.
  private struct Scene {
    let place: TemporaryRegister
    let ids: [String]

    init(language: String) throws {
      place = try TemporaryRegister(empty: ())
      let languages = ([language] + ["en", "ar", "ru"].filter { $0 != language })
        .joined(separator: ",")
      try place.done(
        "init register --demo --name Valley --time-zone Asia/Damascus --languages \(languages)"
          + " --member 'huda:Huda Mansour:manager+intake' --member 'rana:Rana Khalil:handler'"
          + " --member 'marina-petrovna-o:Marina Petrovna:handler+reviewer'")
      let titles = [
        ("en", "The queue at the water point has no shade and people wait for hours in the sun"),
        ("ar", "طابور الماء عند النقطة بلا ظلّ والناس ينتظرون ساعات طويلة تحت الشمس كلَّ يوم"),
        ("ru", "В очереди за водой у пункта нет тени, и люди ждут часами на солнце каждый день"),
      ]
      var ids: [String] = []
      for (index, (language, title)) in titles.enumerated() {
        ids.append(
          try place.new(
            "--channel hotline --category \(index == 1 ? "out-of-scope" : "major")"
              + " --received 2026-10-\(10 + index) --language \(language) --external EXT-\(index)",
            "--title", title, "--text", String(repeating: title + ". ", count: 4), as: "huda"))
      }
      try place.done(
        "assign \(ids[0]) marina-petrovna-o --reason 'The tank stands there.'", as: "huda")
      try place.done("start \(ids[0])", as: "marina-petrovna-o")
      try place.done(
        "wait \(ids[0]) --for other --until 2026-11-30", "--question", titles[2].1,
        as: "marina-petrovna-o")
      try place.done("promise \(ids[2]) --what", titles[1].1, "--until", "2026-12-01", as: "huda")
      try place.done(
        "amend \(ids[2]) title --reason 'Clearer.'", titles[0].1 + " again", as: "huda")
      self.ids = ids
    }

    /// What a command prints on a terminal of so many columns.
    func lines(_ line: String, columns: Int) throws -> [String] {
      var variables = Binary.environment(home: place.home)
      variables["DAFTAR_NOW"] = TemporaryRegister.now
      variables["NO_COLOR"] = "1"
      let result = try #require(
        try InProcess.run(
          words(line), in: place.path, environment: variables, input: "", columns: columns))
      return (result.output + result.errors).split(separator: "\n").map(String.init)
    }
  }

  @Test(arguments: ["en", "ar", "ru"], [80, 64])
  func `list, stats, show, log, search and codes fit`(language: String, columns: Int) throws {
    let scene = try Scene(language: language)
    let commands =
      [
        "list", "list --open --sort due", "stats --as-of today", "log", "search water",
        "codes categories", "codes", "codes members",
      ] + scene.ids.flatMap { ["show \($0)", "log \($0)"] }
    for command in commands {
      let lines = try scene.lines(command, columns: columns)
      #expect(!lines.isEmpty, "\(command)")
      for line in lines {
        #expect(DisplayWidth.of(line) <= columns, "\(command): \(line)")
      }
    }
  }

  @Test func `titles keep their share, and the rest of the row is there`() throws {
    let scene = try Scene(language: "en")
    let row = try #require(try scene.lines("list", columns: 80).first { $0.hasPrefix("1 ") })
    #expect(row.contains(scene.ids[0]) && row.contains("waiting") && row.contains("late"), "\(row)")
    let title = try #require(row.firstRange(of: "The queue at the water "))
    #expect(DisplayWidth.of(String(row[title.lowerBound...])) >= 24, "\(row)")
  }

  @Test func `in a pipe a row is whole`() throws {
    let scene = try Scene(language: "en")
    let rows = try scene.place.done("list").lines
    #expect(rows[0].contains("received") && rows[0].contains("category"))
    #expect(rows[1].hasSuffix("hours in the sun"))
  }

  @Test func `errors and hints break between words, and a command stays whole`() throws {
    let scene = try Scene(language: "en")
    let lines = try scene.lines(
      "decide \(scene.ids[1]) --outcome upheld --reason x --as huda", columns: 60)
    #expect(lines.count > 2 && lines[0].hasPrefix("error: "), "\(lines)")
    #expect(lines.contains { $0.contains("`daftar assign \(scene.ids[1]) MEMBER`") }, "\(lines)")
    #expect(lines.filter { !$0.contains("`") }.allSatisfy { DisplayWidth.of($0) <= 60 }, "\(lines)")
  }

  @Test func `overdue rows stand out where colours may be shown`() throws {
    let scene = try Scene(language: "en")
    var variables = Binary.environment(home: scene.place.home)
    variables["DAFTAR_NOW"] = TemporaryRegister.now
    let coloured = try #require(
      try InProcess.run(
        ["list"], in: scene.place.path, environment: variables, input: "", columns: 80))
    let rows = coloured.output.split(separator: "\n")
    #expect(rows.filter { $0.hasPrefix("\u{1B}[31m") }.allSatisfy { $0.contains("late") })
    #expect(rows.contains { $0.hasPrefix("\u{1B}[31m1 ") }, "\(coloured)")
    #expect(try !scene.place.done("list").output.contains("\u{1B}"))
  }
}
