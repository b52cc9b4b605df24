import Foundation
import Testing

/// Commands that need others before them.
@Suite struct SequenceTests {
  let register: TemporaryRegister

  init() throws { register = try TemporaryRegister(staged: ()) }

  @Test func `waiting ends with resume`() throws {
    let id = try Stage.inProgress.id
    try register.done("wait \(id) --for other --question 'Which shop?' --until +3", as: "rana")
    #expect(try register.json(id)["sections"][0]["text"] == "Which shop?")
    let result = try register.done("resume \(id)", as: "rana")
    #expect(result.output.contains("in progress with rana"))
    #expect(try register.json(id)["waiting-until"] == .missing)
  }

  @Test func `a hold ends where it began`() throws {
    let id = try Stage.decided.id
    try register.done("hold \(id) --reason 'An order.' --until +10", as: "huda")
    #expect(try register.run("inform \(id) --via sms", as: "rana").errors.contains("[held]"))
    try register.done("note \(id) --text 'They called again.'", as: "rana")
    try register.done("release \(id)", as: "huda")
    #expect(try register.json(id)["state"] == "decided")
    #expect(try register.json(id)["held-from"] == .missing)
  }

  @Test func `a promise is made, moved and kept before the case closes`() throws {
    let id = try Stage.informed.id
    let made = try register.done("promise \(id) --what 'A tent' --until +7", as: "rana")
    let promise = try #require(made.word.split(separator: " ").last.map(String.init))
    #expect(try register.json(id)["promises"] == [.text(promise)])
    #expect(try register.json(id)["sections"][1]["text"] == "A tent")
    let closing = try register.run("close \(id)", as: "rana", now: "2026-11-30T09:00:00Z")
    #expect(closing.errors.contains("[close.promises]"))
    try register.done(
      "promise \(id) --move \(promise) --until +20 --reason 'The road is closed.'", as: "rana")
    let open = try register.json(id)["promises"]
    #expect(open.list.count == 1)
    try register.done("promise \(id) --kept \(open[0].text ?? "")", as: "rana")
    #expect(try register.json(id)["promises"] == .missing)
    try register.done("close \(id)", as: "rana")
  }

  @Test func `survey and referral are kept as facts`() throws {
    let id = try Stage.closed.id
    try register.done("survey \(id) --resolved partly --score 4", as: "lina")
    try register.done("refer \(id) --to legal-aid --consent yes", as: "rana")
    let file = try register.json(id)
    #expect(file["satisfaction"]["resolved"] == "partly")
    #expect(file["satisfaction"]["score"] == 4)
    #expect(file["referrals"] == [file["events"].list.last?["id"] ?? .missing])
  }

  @Test func `unreachable needs three tries on three days`() throws {
    let id = try Stage.decided.id
    for day in ["21", "22", "22"] {
      try register.done("inform \(id) --tried hotline", as: "rana", now: "2026-11-\(day)T10:00:00Z")
    }
    let early = try register.run(
      "inform \(id) --waive unreachable", as: "rana", now: "2026-11-23T10:00:00Z")
    #expect(early.errors.contains("[inform.three-tries]"))
    try register.done("inform \(id) --tried sms", as: "rana", now: "2026-11-23T11:00:00Z")
    try register.done("inform \(id) --waive unreachable", as: "rana", now: "2026-11-23T12:00:00Z")
    #expect(try register.json(id)["waived"] == "unreachable")
  }

  @Test func `reopen takes a deadline of its own`() throws {
    let id = try Stage.closed.id
    try register.done("reopen \(id) --reason 'News.' --due 2026-11-30", as: "huda")
    #expect(try register.json(id)["due"] == "2026-11-30")
  }

  @Test func `undo takes back one's own last command, one after the other`() throws {
    let id = try Stage.inProgress.id
    try register.done("note \(id) --text 'A slip.'", as: "rana")
    let note = try register.json(id)["events"].list.last?["id"].text ?? ""
    try register.done("undo \(id)", as: "rana")
    #expect(try register.commit().subject == "\(id): undo \(note)")
    try register.done("undo \(id)", as: "rana")
    let file = try register.json(id)
    #expect(file["state"] == "assigned")
    #expect(
      file["events"].list.map { $0["do"].text }.suffix(4) == [
        "start", "note", "retract", "retract",
      ])
    #expect(try register.done("show \(id)").output.contains("taken back"))
    #expect(try register.run("undo \(id)", as: "rana").errors.contains("[undo.own]"))
    try register.done("undo \(id)", as: "omar")
    #expect(try register.json(id)["state"] == "registered")
    try register.done("undo \(id)", as: "omar")
    #expect(try register.json(id)["outcome"] == "invalid")
  }

  @Test func `what was sent is not undone`() throws {
    let id = try Stage.assigned.id
    try register.git("clone", "--quiet", "--bare", register.path, register.folder + "/common.git")
    try register.git("remote", "add", "origin", register.folder + "/common.git")
    try register.git("fetch", "--quiet", "origin")
    let refused = try register.run("undo \(id)", as: "omar")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("[undo.shared]"))
    try register.done("note \(id) --text 'Not sent yet.'", as: "omar")
    try register.done("undo \(id)", as: "omar")
  }

  @Test func `a bare clone is read and written`() throws {
    let id = try Stage.assigned.id
    let bare = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", register.path, bare)
    #expect(try register.run("-C \(bare) list", checked: false).output.contains(id))
    let written = try register.run(
      "-C \(bare) note \(id) --text 'From the server.'", as: "rana", in: "/", checked: false)
    #expect(written.status == 0, "\(written)")
    #expect(try register.commit("HEAD", in: bare).subject == "\(id): note")
    let shown = try register.run("show \(id) --json", in: bare, checked: false)
    #expect(try shown.json["sections"][0]["text"] == "From the server.")
    #expect(try register.run("check", in: bare, checked: false).status == 0)
    #expect(try register.git("fsck", "--strict", in: bare).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bare).contains("cases") == false)
  }

  @Test func `what happened earlier is recorded openly`() throws {
    let id = try register.new("--received 2026-11-19")
    try register.done("acknowledge \(id) --via sms --on yesterday", as: "omar")
    let file = try register.json(id)
    #expect(file["acknowledged"] == "2026-11-20")
    #expect(file["registered"] == "2026-11-21")
    #expect(file["due"] == "2026-12-04")
    #expect(file["events"][1]["on"] == "2026-11-20")
    #expect(file["events"][1]["at"] == "2026-11-21T09:00:00Z")
  }

  @Test func `everything that new can take ends in the case`() throws {
    let earlier = try register.new()
    let id = try register.new(
      """
      --category major --channel hotline --language ar --received 2026-11-20 --theme selection
      --theme delay --title 'Left off the list' --happened 2026-11-10 --area A0101 --unit north
      --project WASH-01 --sensitivity internal --priority critical --subject sami
      --subject unit:south --external K-17 --received-by lina --consent yes --wanted 'A visit'
      --on-behalf --not-told --repeat --sex female --age ١٨-٥٩ --disability no
      --residence displaced --relation beneficiary --anonymous
      """)
    #expect(id != earlier)
    let file = try register.json(id)
    let expected: [String: JSON] = [
      "category": "major", "themes": ["selection", "delay"], "priority": "critical",
      "area": "A0101",
      "unit": "north", "project": "WASH-01", "happened": "2026-11-10", "received": "2026-11-20",
      "received-by": "lina", "due": "2026-12-05", "acknowledged": .missing, "consent": "yes",
      "subjects": ["sami", "unit:south"], "external": "K-17", "on-behalf": "yes", "repeat": "yes",
      "title": "Left off the list",
    ]
    for (field, value) in expected { #expect(file[field] == value, "\(field)") }
    #expect(file["complainant"]["age"] == "18-59")
    #expect(file["complainant"]["anonymous"] == "yes")
    #expect(file["text"].text?.hasSuffix("**Wanted:** A visit") == true)
    #expect(try register.done("check").status == 0)
  }
}
