import Foundation
import Testing

/// Names where codes are meant: taken where nothing else can be meant, else said.
@Suite struct CodeNameTests {
  @Test func `codes lists what a list holds, in the languages of the register`() throws {
    let register = try TemporaryRegister()
    let areas = try register.done("codes areas").lines
    #expect(areas[0].split(separator: " ") == ["code", "in", "en", "ar", "ru"])
    #expect(areas.contains { $0.hasPrefix("A0101  A01  Spring village  قرية النبع") }, "\(areas)")
    #expect(try register.done("codes area").lines == areas)
    let overview = try register.done("codes").lines
    #expect(overview.contains { $0.hasPrefix("categories") && $0.contains("thanks, information") })
    let outcomes = try register.done("codes outcomes --json").json.list
    #expect(outcomes.map { $0["code"] }.contains("upheld"))
    #expect(outcomes.first?["labels"]["ru"] == "Обоснована")
    #expect(try register.done("codes members").lines.contains { $0.hasPrefix("rana") })
    let wrong = try register.run("codes chanels")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean “channels”?"), "\(wrong)")
  }

  @Test func `names of places, organisations and members are taken, in any language`() throws {
    let register = try TemporaryRegister()
    for (name, code) in [
      ("Spring village", "A0101"), ("spring VILLAGE", "A0101"), ("قرية النبع", "A0101"),
      ("Родниковое", "A0101"), ("a0101", "A0101"),
    ] {
      let id = try register.new("", "--area", name)
      #expect(try register.json(id)["area"].text == code, "\(name)")
      let listed = try register.done("list --json", "--area", name).json.list
      #expect(listed.contains { $0["case"].text == id }, "\(name)")
    }
    let id = try register.new("", "--unit", "North office", "--project", "water")
    #expect(try register.json(id)["unit"] == "north")
    #expect(try register.json(id)["project"] == "WASH-01")
    try register.done("assign \(id)", "Rana Khalil", as: "omar")
    #expect(try register.json(id)["assignee"] == "rana")
    try register.done("amend \(id) area --reason 'The caller said.'", "Lower valley", as: "omar")
    #expect(try register.json(id)["area"] == "A02")
    try register.done("refer \(id) --to", "legal aid centre", "--consent", "yes", as: "omar")
    let minor = try register.done("list --json --category", "Minor DISSATISFACTION").json.list
    #expect(minor.contains { $0["case"].text == id })
  }

  @Test(arguments: [
    (
      "new --channel sms --language en --text x --category", "Minor disatisfaction",
      "“minor” (Minor"
    ),
    ("list --category", "Minor disatisfaction", "“minor” (Minor"),
    ("list --area", "Spring vilage", "“A0101” (Spring village)"),
    ("list --area", "nowhere", "“A02” (Lower valley)"),
    ("list --where", "sex=women", "female"),
    ("list --where", "colour=red", "fields: "),
    ("list --where", "catgory=minor", "did you mean “category”?"),
    ("list --where", "sex", "write field=value"),
    ("list --as", "Rana Khalil", "did you mean “rana”?"),
  ])
  func `else it is said what was meant`(line: String, word: String, hint: String) throws {
    let register = try TemporaryRegister()
    let result = try register.run(line, word, as: "omar")
    #expect(result.status == 64 && result.errors.contains(hint), "\(result)")
  }

  @Test func `a member in the place of the case is told`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    let result = try register.run("assign rana \(id)", as: "omar")
    #expect(result.status == 1)
    #expect(result.errors.contains("the case comes first: `daftar assign \(id) rana`"), "\(result)")
    try register.done("assign \(id) rana", as: "omar")
  }

  @Test func `an age in years is the band that holds it`() throws {
    let register = try TemporaryRegister()
    for (age, band) in [("34", "18-59"), ("٧", "5-11"), ("60", "60+"), ("12-17", "12-17")] {
      let id = try register.new("--age \(age)")
      #expect(try register.json(id)["complainant"]["age"].text == band)
    }
    #expect(try register.done("list --json --where age=34").json.list.count == 1)
    let result = try register.run(
      "new --category minor --channel sms --language en --text x --age 200", as: "omar")
    #expect(result.status == 64 && result.errors.contains("there is no age “200”"), "\(result)")
  }
}
