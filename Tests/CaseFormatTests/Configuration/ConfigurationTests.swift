import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing

@Suite struct ConfigurationTests {
  static let files = [
    "register.yml": """
    format: 1
    name: {en: Complaints register, ar: سجل الشكاوى}
    languages: [en, ar, ru]
    time-zone: Asia/Damascus
    profile: acted15
    seal: sensitive
    layout: month-bucket
    demo: yes
    partners:
      - code: unhcr
        labels: UNHCR
    """,
    "team.yml": """
    members:
      - id: omar
        name: Omar H.
        email: Omar@Example.org
        roles: [intake, handler]
        units: jarabulus
        from: 2026-01-01
        to: 2026-06-30
        deputies: [rana]
      - id: rana
        name: رنا
    outside-contact: {name: Board}
    """,
    "categories.yml": """
    categories:
      - code: major
        group: complaints
        complaint: yes
        sensitivity: internal
        priority: high
        six-step: 4
        ifrc: Complaint
        labels: {en: Major dissatisfaction, ru: Серьёзная жалоба}
      - code: thanks
        group: thanks-and-questions
        sensitivity: open
        priority: low
    channels:
      - {code: hotline, in-person: yes, labels: {en: Hotline}}
      - {code: box}
    groups: [{code: complaints, labels: {en: Complaints}}, {code: thanks-and-questions}]
    themes: [{code: delay}, {code: "0770"}]
    root-causes: []
    outcomes:
    bands:
      sex: [{code: female}, {code: male}]
      age: [{code: 18-59}]
    """,
    "areas.yml": """
    areas:
      - {code: SY02, labels: {en: Aleppo}}
      - {code: SY0203, parent: SY02, labels: {en: Jarabulus}}
    units: [{code: jarabulus}]
    projects: [{code: FSL-04, labels: Food}]
    """,
    "targets.yml": """
    limits:
      major: {acknowledge: 3d, assign: 2d, first-action: 3d, close: 15d, longest: 30d, escalate: manager}
      seah: {acknowledge: 24h, longest: 90d}
      protection: {close: 25h}
    figures:
      K05: {target: 90}
      K15: {target: 100}
    """,
    "calendar.yml": "weekend: [friday]\n", "publication.yml": "",
  ]

  private func read(_ files: [String: String]) throws(DiagnosticList) -> Configuration {
    try Configuration.reading { (name) throws(Diagnostic) in files[name].map { Array($0.utf8) } }
  }

  @Test func `good files are read`() throws {
    let configuration = try read(Self.files)
    let settings = configuration.settings
    #expect(settings.format == 1 && settings.isDemo && settings.layout == .monthBucket)
    #expect(
      settings.name.text("ar") == "سجل الشكاوى" && settings.name.text("fr") == "Complaints register"
    )
    #expect(settings.languages == ["en", "ar", "ru"] && settings.timeZone == "Asia/Damascus")
    #expect(settings.profile == "acted15" && settings.seal == .sensitive)
    #expect(settings.partners.map(\.code) == ["unhcr"])
    #expect(settings.partners.first?.labels.all == ["en": "UNHCR"])

    let omar = try #require(configuration.team.member("omar"))
    #expect(omar.roles == [.intake, .handler] && omar.units == ["jarabulus"])
    #expect(omar.deputies == ["rana"] && omar.name == "Omar H.")
    #expect(configuration.team.member(withEmail: "omar@example.ORG") == omar)
    #expect(configuration.team.member(withEmail: "x@example.org") == nil)
    #expect(configuration.team.members.map(\.id) == ["omar", "rana"])

    let book = configuration.codebook
    let major = try #require(book.category("major"))
    #expect(major.isComplaint && major.sensitivity == .internal && major.priority == .high)
    #expect(major.group == "complaints" && major.name.labels.text("ru") == "Серьёзная жалоба")
    #expect(book.category("thanks")?.isComplaint == false && book.category("x") == nil)
    #expect(book.category("thanks")?.name.labels.text("ar") == "thanks")
    #expect(book.channel("hotline")?.isInPerson == true && book.channel("box")?.isInPerson == false)
    #expect(book.labelledCodes(.themes).map(\.code) == ["delay", "0770"])
    #expect(book.labelledCodes(.categories).map(\.code) == ["major", "thanks"])
    #expect(book.labelledCodes(.outcomes).isEmpty && book.labelledCodes(.partners).isEmpty)
    #expect(book.bands[.sex]?.map(\.code) == ["female", "male"] && book.bands[.disability] == [])

    #expect(configuration.places.areas.map(\.parent) == [nil, "SY02"])
    #expect(configuration.places.labelledCodes(.unit).map(\.code) == ["jarabulus"])
    #expect(configuration.places.labelledCodes(.project).first?.labels.text("ru") == "Food")

    let targets = configuration.targets
    let limits = ["major", "seah", "protection"].map { targets.limits(of: $0) }
    #expect(limits.map { $0?.close } == [15, nil, 2])
    #expect(limits.map { $0?.longest } == [30, 90, nil])
    #expect(targets.limits(of: "x") == nil && targets.figures == ["K05": 90, "K15": 100])
    let received = try date("2026-03-02")
    #expect(try targets.due(category: "major", received: received) == date("2026-03-17"))
    #expect(targets.due(category: "seah", received: received) == nil)
  }

  @Test func `a member is active from the first to the last day`() throws {
    let team = try read(Self.files).team
    let (omar, rana) = (try #require(team.member("omar")), try #require(team.member("rana")))
    let days = ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"]
    #expect(try days.map { try omar.isActive(on: date($0)) } == [false, true, true, false])
    #expect(try days.allSatisfy { try rana.isActive(on: date($0)) })
  }

  @Test func `what may be left out has its default`() throws {
    var files = Self.files
    files["register.yml"] = "format: 1\nname: Register\ntime-zone: UTC\n"
    files["team.yml"] = "members: [{id: huda, name: Huda}]\n"
    files["areas.yml"] = ""
    files["targets.yml"] = ""
    let configuration = try read(files)
    let settings = configuration.settings
    #expect(settings.languages == ["en"] && settings.layout == .month && !settings.isDemo)
    #expect(
      settings.profile == "acted15" && settings.seal == .sensitive && settings.partners.isEmpty)
    #expect(configuration.team.members.first?.roles == [] && configuration.places.areas.isEmpty)
    #expect(configuration.targets.limits(of: "major") == nil)
  }

  @Test func `the project's own register is read`() throws {
    let configuration = try Configuration.reading { (name) throws(Diagnostic) in
      SourceTree.bytes(SourceTree.root + "/cases/" + name)
    }
    for category in ShortPath.categories {
      #expect(configuration.codebook.category(category) != nil, "\(category)")
    }
    for (list, codes) in [
      (CodeList.outcomes, Outcome.allCases.map(\.rawValue)),
      (.states, CaseState.allCases.map(\.rawValue)),
      (.priorities, Priority.allCases.map(\.rawValue)),
      (.sensitivities, Sensitivity.allCases.map(\.rawValue)),
      (.waivers, Waiver.allCases.map(\.rawValue)),
    ] {
      #expect(Set(configuration.codebook.labelledCodes(list).map(\.code)) == Set(codes), "\(list)")
    }
  }

  /// One mistake: which text of which file is replaced, by what, and where it must be found.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let file, old, new, rule, place: String

    init(_ file: String, _ old: String, _ new: String, _ rule: String, _ place: String) {
      (self.file, self.old, self.new, self.rule, self.place) = (file, old, new, rule, place)
    }

    var testDescription: String { "\(file): \(new) → \(rule)" }
  }

  @Test(arguments: [
    Mistake("register.yml", "format: 1\n", "", "config.format", "1:1"),
    Mistake("register.yml", "format: 1", "format: one", "yaml.integer", "1:9"),
    Mistake("register.yml", "format: 1", "format: 0", "yaml.integer", "1:9"),
    Mistake("register.yml", "month-bucket", "weekly", "config.layout", "7:9"),
    Mistake("register.yml", "demo: yes", "demo: maybe", "yaml.boolean", "8:7"),
    Mistake("register.yml", "time-zone: Asia/Damascus", "timezone: x", "yaml.unknown-key", "4:1"),
    Mistake("register.yml", "time-zone: Asia/Damascus\n", "", "yaml.missing-key", "1:1"),
    Mistake("register.yml", "time-zone: Asia/Damascus", "time-zone:", "yaml.empty", "4:11"),
    Mistake("register.yml", "languages: [en, ar, ru]", "languages: {en: ar}", "yaml.type", "3:12"),
    Mistake("register.yml", "code: unhcr", "name: unhcr", "yaml.missing-key", "10:5"),
    Mistake("register.yml", "profile: acted15", "format: 2", "yaml.duplicate-key", "5:1"),
    Mistake("team.yml", "id: rana", "id: omar", "team.duplicate", "10:5"),
    Mistake("team.yml", "id: rana", "id: Rana", "team.id", "10:5"),
    Mistake("team.yml", "id: rana", "id: -rana", "team.id", "10:5"),
    Mistake("team.yml", "id: rana", "id: رنا", "team.id", "10:5"),
    Mistake("team.yml", "name: رنا", "mail: r", "yaml.unknown-key", "11:5"),
    Mistake("team.yml", "handler]", "handlr]", "team.role", "5:21"),
    Mistake("team.yml", "from: 2026-01-01", "from: 01.01.2026", "config.date", "2:5"),
    Mistake("team.yml", "roles: [intake, handler]", "roles: {a: b}", "yaml.type", "5:12"),
    Mistake("team.yml", "outside-contact:", "members:", "yaml.duplicate-key", "12:1"),
    Mistake("categories.yml", "code: thanks", "code: major", "config.duplicate", "10:5"),
    Mistake("categories.yml", "sensitivity: open", "sensitivity: public", "config.value", "10:5"),
    Mistake("categories.yml", "priority: low", "priority: none", "config.value", "10:5"),
    Mistake("categories.yml", "group: complaints", "grop: complaints", "yaml.unknown-key", "3:5"),
    Mistake("categories.yml", "complaint: yes", "complaint: \"y\"", "yaml.boolean", "4:16"),
    Mistake("categories.yml", "{code: box}", "{code: hotline}", "config.duplicate", "16:5"),
    Mistake("categories.yml", "{code: \"0770\"}", "{code: delay}", "config.duplicate", "18:25"),
    Mistake("categories.yml", "  sex:", "  gender:", "yaml.unknown-key", "22:3"),
    Mistake("categories.yml", "root-causes: []", "root-causes: x", "yaml.type", "19:14"),
    Mistake("areas.yml", "parent: SY02", "parent: SY03", "config.parent", "3:5"),
    Mistake("areas.yml", "code: SY0203, parent", "code: SY02, parent", "config.duplicate", "3:5"),
    Mistake("areas.yml", "[{code: jarabulus}]", "{code: jarabulus}", "yaml.type", "4:8"),
    Mistake("areas.yml", "projects:", "project:", "yaml.unknown-key", "5:1"),
    Mistake("targets.yml", "close: 15d", "close: 15", "targets.limit", "2:65"),
    Mistake("targets.yml", "close: 15d", "close: 15w", "targets.limit", "2:65"),
    Mistake("targets.yml", "close: 15d", "close: -1d", "targets.limit", "2:65"),
    Mistake("targets.yml", "acknowledge: 24h", "acknowledge: soon", "targets.limit", "3:23"),
    Mistake("targets.yml", "close: 15d", "closed: 15d", "yaml.unknown-key", "2:58"),
    Mistake("targets.yml", "target: 90", "target: 101", "yaml.integer", "6:17"),
    Mistake("calendar.yml", "[friday]", "[friday", "yaml.syntax", "2:1"),
    Mistake("publication.yml", "", "a: &b c", "yaml.anchor", "1:4"),
  ])
  func `a mistake is named with its place`(mistake: Mistake) throws {
    var files = Self.files
    let text = try #require(files[mistake.file])
    let changed = mistake.old.isEmpty ? mistake.new : text.replacing(mistake.old, with: mistake.new)
    #expect(changed != text, "the mistake is not in the file")
    files[mistake.file] = changed
    let list = #expect(throws: DiagnosticList.self) { try read(files) }
    let finding = try #require(list?.diagnostics.first)
    #expect(list?.diagnostics.count == 1)
    #expect(finding.rule.hasPrefix(mistake.rule))
    #expect(finding.location?.description == "cases/\(mistake.file):\(mistake.place)")
  }

  @Test func `every file's problem is reported, not only the first`() throws {
    let list = #expect(throws: DiagnosticList.self) { try read(["team.yml": "x: 1"]) }
    let rules = try #require(list).diagnostics.map(\.rule)
    #expect(rules.count == Configuration.fileNames.count)
    #expect(rules.filter { $0 == "config.missing" }.count == Configuration.fileNames.count - 1)
    #expect(rules.contains("yaml.unknown-key"))
  }

  @Test(arguments: [
    ("rana", true), ("m-07", true), ("a_b", true), ("7", true), ("", false), ("-a", false),
    ("A", false),
    ("a b", false), ("a/b", false), ("é", false), (String(repeating: "a", count: 32), true),
    (String(repeating: "a", count: 33), false),
  ])
  func `a member's id is short and plain`(id: String, isGood: Bool) {
    #expect(Team.isMemberID(id) == isGood)
  }

  @Test(arguments: [
    ("Rana K.", true), ("رنا خ", true), ("", false), ("a<b", false), ("a>b", false),
    ("a\nb", false),
    ("a\tb", false), ("a\u{202E}b", false), ("a\u{0}b", false), ("a\r\nb", false),
  ])
  func `a name is one that a commit can hold`(name: String, isGood: Bool) {
    #expect(Team.isSafeName(name) == isGood)
  }
}
