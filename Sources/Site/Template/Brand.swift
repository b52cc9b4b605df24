import Disclosure

/// What `brand.yml` says: name, logo letters, colours, languages, numerals, contacts, licence.
struct Brand: Sendable {
  let names: LocalText
  let logo: String
  let numerals: NumberStyle.Numerals
  /// Tags of languages in their order; none to take those of the register.
  private let languages: [String]
  /// Codes of areas as their squares stand, line by line; nil is an empty place.
  let areas: [[String?]]
  let licence: Licence
  /// The address at which the site will stand, with a final `/`; nil when it is not known.
  ///
  /// Without one all addresses are relative, and the site works from any folder.
  let webAddress: String?
  /// How to reach the organisation, in the order of ``contactKinds``.
  let contacts: [Contact]
  private let colours: [String: Colour]
  private let table: TextTable

  /// One way to reach the organisation.
  struct Contact: Sendable {
    let kind: String
    let value: LocalText
    let line: Int
  }

  /// The colours that a brand may set, each with the paper it stands on and the contrast it needs:
  /// words 4.5, marks 3 (WCAG 2.2, 1.4.3 and 1.4.11).
  private static let roles: [(key: String, paper: String, contrast: Double)] = [
    ("accent", "#ffffff", 4.5), ("accent-dark", "#12181c", 4.5),
    ("bar", "#ffffff", 3), ("bar-dark", "#12181c", 3),
    ("line", "#ffffff", 4.5), ("line-dark", "#12181c", 4.5),
  ]

  private static let keys = [
    "name", "logo", "numerals", "colours", "languages", "licence", "contacts", "areas",
    "web-address",
  ]
  private static let contactKinds = ["phone", "messenger", "email", "address", "hours"]

  /// Reads the settings; what is unknown, unreadable or too pale is reported.
  init(_ template: TemplateSource, findings: inout [SiteFinding]) {
    table = template.texts("brand.yml", findings: &findings)
    var reader = BrandReader(table, template)
    names = reader.localText("name", table.entries["name"]?.value ?? .forms([]))
    logo = reader.plain("logo") ?? ""
    let numeralName = reader.plain("numerals") ?? "latn"
    numerals = NumberStyle.Numerals(rawValue: numeralName) ?? .latn
    if NumberStyle.Numerals(rawValue: numeralName) == nil {
      reader.report("numerals", "`\(numeralName)` is not known", hint: "latn or arab")
    }
    languages = (reader.plain("languages") ?? "")
      .split { $0 == " " || $0 == "," }.map(String.init)
    areas = (reader.plain("areas") ?? "").split(separator: "/").map { line in
      line.split(separator: " ").map { $0 == "." ? nil : String($0) }
    }
    licence = Self.licence(&reader)
    webAddress = Self.webAddress(&reader)
    contacts = Self.contacts(&reader)
    colours = Self.colours(&reader)
    reader.reportUnknown(Self.keys)
    findings += reader.findings
  }

  private static func licence(_ reader: inout BrandReader) -> Licence {
    let name = reader.plain("licence") ?? Licence.known[0].name
    if let licence = Licence.known.first(where: { $0.name == name }) { return licence }
    reader.report(
      "licence", "`\(name)` is no licence known here",
      hint: reader.template.advice(on: name, known: Licence.known.map(\.name)))
    return Licence.known[0]
  }

  private static func webAddress(_ reader: inout BrandReader) -> String? {
    guard let address = reader.plain("web-address"), !address.isEmpty else { return nil }
    let isAddress =
      ["https://", "http://"].contains { address.hasPrefix($0) && address != $0 }
      && address.utf8.allSatisfy {
        $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E
      }
    guard isAddress else {
      reader.report(
        "web-address", "`\(address)` is no address of a site",
        hint: "write it as a browser shows it, such as https://example.org/voice/")
      return nil
    }
    return address.hasSuffix("/") ? address : address + "/"
  }

  private static func contacts(_ reader: inout BrandReader) -> [Contact] {
    let entries = reader.entries("contacts", known: contactKinds) { "no contact is called `\($0)`" }
    let contacts = entries.map { entry in
      Contact(
        kind: entry.key, value: reader.localText("contacts", entry.value), line: entry.line)
    }
    return contactKinds.compactMap { kind in contacts.first { $0.kind == kind } }
  }

  private static func colours(_ reader: inout BrandReader) -> [String: Colour] {
    let entries = reader.entries("colours", known: roles.map(\.key)) {
      "no colour is called `\($0)`"
    }
    var colours: [String: Colour] = [:]
    for entry in entries {
      guard let role = roles.first(where: { $0.key == entry.key }),
        let colour = Colour(entry.value.plain ?? ""), let paper = Colour(role.paper)
      else {
        reader.report(
          "colours", at: entry, "`\(entry.key)` is not a colour", hint: "write \"#0b6e69\"")
        continue
      }
      if colour.contrast(to: paper) < role.contrast {
        let better = colour.adjusted(toContrast: role.contrast, on: paper).hex
        reader.report(
          "colours", at: entry, "`\(entry.key)` is hard to see on \(role.paper)",
          hint: "write \"\(better)\"")
      }
      colours[entry.key] = colour
    }
    return colours
  }

  /// The tags of the languages of the site, the default one first.
  func languages(of publication: Publication) -> [String] {
    let named = languages.isEmpty ? publication.context.languages : languages
    // Whoever names a language twice means it once; two pages in one place cannot be.
    return named.indices.filter { !named[..<$0].contains(named[$0]) }.map { named[$0] }
  }

  /// Squares for areas that the register does not have.
  func unknownAreas(known: [String]) -> [SiteFinding] {
    let place = table.place(of: "areas")
    return areas.flatMap { $0 }.compactMap(\.self).filter { !known.contains($0) }.map { code in
      SiteFinding(
        .warning, file: place.file, line: place.line,
        summary: "`areas` names `\(code)`, which is no area", hint: "write the codes of areas.yml")
    }
  }

  /// Contacts that a language of the site has to take from another one.
  func missingContacts(languages: [String]) -> [SiteFinding] {
    contacts.flatMap { contact in
      languages.filter { contact.value[$0] == nil }.map { language in
        SiteFinding(
          .warning, file: table.place(of: "contacts").file, line: contact.line,
          summary: "`\(contact.kind)` has no text in `\(language)`; another language's is shown",
          hint: "write `\(language): …` below it")
      }
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
}
