import Foundation

/// The register that tests copy, made once by the program itself.
enum PreparedRegister {
  static let members = [
    "omar:Omar Haddad:intake:omar@example.org", "lina:Lina Aziz:intake",
    "rana:Rana Khalil:handler:rana@example.org", "sami:Sami Odeh:handler",
    "huda:Huda Mansour:manager:huda@example.org", "karim:Karim Saleh:manager",
    "nadia:Nadia Farah:reviewer", "olga:Olga Petrova:focal",
  ]

  /// Its path, or why it could not be made; removed when the tests end.
  static let path = Swift.Result<String, any Error> { try make() }

  /// A register with one case at each stage, and which case that is.
  static let staged = Swift.Result<(path: String, ids: [Stage: String]), any Error> {
    let copy = folder + "/staged"
    try FileManager.default.copyItem(atPath: try path.get(), toPath: copy)
    var ids: [Stage: String] = [:]
    for stage in Stage.allCases {
      let new = "new --as omar --category minor --channel sms --language en --text 'No shade.'"
      let id = try daftar(words(new), in: copy, now: TemporaryRegister.now).word
      for (member, line) in stage.commands {
        try daftar(
          words(line.replacing("CASE", with: id)) + ["--as", member], in: copy,
          now: TemporaryRegister.now)
      }
      ids[stage] = id
    }
    return (copy, ids)
  }

  /// What stopped the preparation.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let folder =
    FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    + "/daftar-prepared-\(ProcessInfo.processInfo.processIdentifier)"

  private static func make() throws -> String {
    try FileManager.default.createDirectory(
      atPath: folder + "/home/tmp", withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: PreparedRegister.folder) }
    try daftar(
      [
        "init", "register", "--demo", "--name", "Valley Relief", "--languages", "en,ar,ru",
        "--time-zone", "Asia/Damascus",
      ] + members.flatMap { ["--member", $0] }, in: folder)
    let register = folder + "/register"
    try edit(register + "/cases/areas.yml") { _ in areas }
    try edit(register + "/cases/team.yml") { text in
      text.replacing(
        "    roles: [handler]\n", with: "    roles: [handler]\n    units: [north]\n",
        maxReplacements: 1)
          + """
            - id: yara
              name: Yara Nasser
              roles: [handler]
              to: 2026-06-30

          """
    }
    try edit(register + "/cases/register.yml") { text in
      text.replacing(
        "partners: []\n",
        with: "partners:\n  - code: legal-aid\n    labels: {en: Legal aid centre}\n")
    }
    for name in ["areas.yml", "team.yml", "register.yml"] {
      try daftar(["adopt", name, "--as", "huda"], in: register)
    }
    return register
  }

  private static let areas = """
    areas:
      - code: A01
        labels: {en: Upper valley, ar: الوادي الأعلى, ru: Верхняя долина}
      - code: A0101
        parent: A01
        labels: {en: Spring village, ar: قرية النبع, ru: Родниковое}
      - code: A02
        labels: {en: Lower valley, ar: الوادي الأسفل, ru: Нижняя долина}
    units:
      - code: north
        labels: {en: North office, ar: مكتب الشمال, ru: Северное бюро}
      - code: south
        labels: {en: South office, ar: مكتب الجنوب, ru: Южное бюро}
    projects:
      - code: WASH-01
        labels: {en: Water, ar: مياه, ru: Вода}

    """

  private static func edit(_ file: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try change(text).write(toFile: file, atomically: false, encoding: .utf8)
  }

  @discardableResult
  private static func daftar(
    _ words: [String], in place: String, now: String = "2026-01-05T09:00:00Z"
  ) throws -> Result {
    var environment = Binary.environment(home: folder + "/home")
    environment["DAFTAR_NOW"] = now
    let result = try Call.run(words, in: place, environment: environment)
    guard result.status == 0 else { throw Failure(description: result.description) }
    return result
  }
}
