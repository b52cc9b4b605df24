/// What `brand.yml` says: name, logo letters, colours, languages, numerals, contacts, licence.
struct Brand: Sendable {
  let names: [String: String]
  let logo: String
  let numerals: NumberStyle.Numerals
  /// Tags of the languages of the site in their order; none to take those of the register.
  let languages: [String]
  /// Codes of areas as their squares stand, line by line; nil is an empty place.
  let areas: [[String?]]
  /// The name of the licence of the data.
  let licence: String
  /// How to reach the organisation, in the order of ``contactKinds``.
  let contacts: [(kind: String, value: String)]
  private let colours: [String: Colour]

  /// The colours that a brand may set, each with the paper it stands on and the contrast it needs:
  /// words 4.5, marks 3 (WCAG 2.2, 1.4.3 and 1.4.11).
  private static let roles: [(key: String, paper: String, contrast: Double)] = [
    ("accent", "#ffffff", 4.5), ("accent-dark", "#12181c", 4.5),
    ("bar", "#ffffff", 3), ("bar-dark", "#12181c", 3),
    ("line", "#ffffff", 4.5), ("line-dark", "#12181c", 4.5),
  ]

  private static let keys = [
    "name", "logo", "numerals", "colours", "languages", "licence", "contacts", "areas",
  ]
  private static let contactKinds = ["phone", "messenger", "email", "address", "hours"]

  /// Reads the settings; what is unknown, unreadable or too pale is reported.
  init(_ table: TextTable, findings: inout [SiteFinding]) {
    names = Self.forms("name", table)
    logo = Self.plain("logo", table) ?? ""
    let numeralName = Self.plain("numerals", table) ?? "latn"
    numerals = NumberStyle.Numerals(rawValue: numeralName) ?? .latn
    if NumberStyle.Numerals(rawValue: numeralName) == nil {
      findings.append(
        Self.problem("numerals", table, "`\(numeralName)` is not known", "latn or arab"))
    }
    languages = (Self.plain("languages", table) ?? "")
      .split { $0 == " " || $0 == "," }.map(String.init)
    areas = (Self.plain("areas", table) ?? "").split(separator: "/").map { line in
      line.split(separator: " ").map { $0 == "." ? nil : String($0) }
    }
    licence = Self.plain("licence", table) ?? "CC BY 4.0"
    let reach = Self.forms("contacts", table)
    contacts = Self.contactKinds.compactMap { kind in reach[kind].map { (kind, $0) } }
    for kind in reach.keys.sorted() where !Self.contactKinds.contains(kind) {
      findings.append(
        Self.problem(
          "contacts", table, "no contact is called `\(kind)`",
          Self.contactKinds.joined(separator: ", ")))
    }
    var colours: [String: Colour] = [:]
    for (key, text) in Self.forms("colours", table).sorted(by: { $0.key < $1.key }) {
      guard let role = Self.roles.first(where: { $0.key == key }) else {
        let known = Self.roles.map(\.key).joined(separator: ", ")
        findings.append(Self.problem("colours", table, "no colour is called `\(key)`", known))
        continue
      }
      guard let colour = Colour(text), let paper = Colour(role.paper) else {
        findings.append(
          Self.problem("colours", table, "`\(key)` is not a colour", "write \"#0b6e69\""))
        continue
      }
      if colour.contrast(to: paper) < role.contrast {
        let better = colour.adjusted(toContrast: role.contrast, on: paper).hex
        findings.append(
          Self.problem(
            "colours", table, "`\(key)` is hard to see on \(role.paper)", "write \"\(better)\""))
      }
      colours[key] = colour
    }
    self.colours = colours
    for (key, entry) in table.entries.sorted(by: { $0.key < $1.key })
    where !Self.keys.contains(key) {
      findings.append(
        SiteFinding(
          file: entry.file, line: entry.line, summary: "no setting is called `\(key)`",
          hint: Self.keys.joined(separator: ", ")))
    }
  }

  /// The colours as custom properties, to stand after the style sheet.
  var styles: String {
    func properties(dark: Bool) -> String {
      Self.roles.filter { $0.key.hasSuffix("-dark") == dark }.compactMap { role in
        guard let colour = colours[role.key] else { return nil }
        let name = dark ? String(role.key.dropLast(5)) : role.key
        return "--\(name):\(colour.hex);"
      }.joined()
    }
    return ":root{\(properties(dark: false))}\n"
      + "@media screen and (prefers-color-scheme:dark){:root{\(properties(dark: true))}}\n"
  }

  private static func plain(_ key: String, _ table: TextTable) -> String? {
    if case .plain(let text) = table.entries[key]?.value { text } else { nil }
  }

  private static func forms(_ key: String, _ table: TextTable) -> [String: String] {
    if case .forms(let forms) = table.entries[key]?.value { forms } else { [:] }
  }

  private static func problem(
    _ key: String, _ table: TextTable, _ summary: String, _ hint: String
  ) -> SiteFinding {
    let entry = table.entries[key]
    return SiteFinding(
      file: entry?.file ?? table.file, line: entry?.line, summary: summary, hint: hint)
  }
}
