package import Disclosure

/// What `brand.yml` says: name, logo letters, colours, languages, numerals, contacts, licence.
package struct Brand: Sendable {
  /// The organisation's name in each language.
  package let names: LocalText
  /// One to three letters for the square beside the name.
  package let logo: String
  /// The digits of pages written from right to left.
  package let numerals: NumberStyle.Numerals
  /// Tags of languages in their order; none to take those of the register.
  private let languages: [String]
  /// Codes of areas as their squares stand, line by line; nil is an empty place.
  package let areas: [[String?]]
  /// The licence of the figures.
  package let licence: Licence
  /// The address at which the site will stand, with a final `/`; nil when it is not known.
  ///
  /// Without one all addresses are relative, and the site works from any folder.
  package let webAddress: String?
  /// How to reach the organisation, in the order of ``contactKinds``.
  package let contacts: [Contact]
  /// What the organisation has confirmed that it promises to those who complain.
  package let promises: [Promise]
  let colours: [String: Colour]
  let table: TextTable

  /// One way to reach the organisation.
  package struct Contact: Sendable {
    /// What kind of way it is, such as `phone`.
    package let kind: String
    /// The number or address in each language.
    package let value: LocalText
    let line: Int
    /// The lines below it, by language.
    let entries: [TextEntry]
  }

  private static let keys = [
    "name", "logo", "numerals", "colours", "languages", "licence", "contacts", "areas",
    "web-address", "promises",
  ]
  private static let contactKinds = [
    "phone", "messenger", "email", "address", "hours", "questions",
  ]

  /// Reads the settings; what is unknown, unreadable or too pale is reported.
  package init(_ template: TemplateSource, findings: inout [SiteFinding]) {
    table = template.texts("brand.yml", findings: &findings)
    var reader = BrandReader(table, template)
    names = reader.localText("name", table.entries["name"]?.value ?? .forms([]))
    logo = Self.logo(&reader)
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
    promises = Promise.read(&reader)
    colours = BrandColours.read(&reader)
    reader.reportUnknown(Self.keys)
    findings += reader.findings
  }

  private static func logo(_ reader: inout BrandReader) -> String {
    let logo = reader.plain("logo") ?? ""
    if logo.count > 3 {
      reader.report(
        "logo", "`logo` has \(logo.count) letters; the square beside the name has room for three",
        hint: "write one to three letters")
    }
    return logo
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
    for entry in entries {
      let texts = entry.value.entries.isEmpty ? [entry] : entry.value.entries
      for text in texts {
        guard let said = text.value.plain, let mistake = ContactShape.mistake(in: said, entry.key)
        else { continue }
        reader.report("contacts", at: text, mistake.summary, hint: mistake.hint)
      }
    }
    let contacts = entries.map { entry in
      Contact(
        kind: entry.key, value: reader.localText("contacts", entry.value), line: entry.line,
        entries: entry.value.entries)
    }
    return contactKinds.compactMap { kind in contacts.first { $0.kind == kind } }
  }

  /// The tags of the languages of the site, the default one first.
  package func languages(of publication: Publication) -> [String] {
    let named = languages.isEmpty ? publication.context.languages : languages
    // Whoever names a language twice means it once; two pages in one place cannot be.
    return named.indices.filter { !named[..<$0].contains(named[$0]) }.map { named[$0] }
  }

  /// Whether the languages it names can be relied on, also when it names none.
  package var isReadable: Bool { !table.isUnreadable }

  /// The colours as custom properties, to stand after the style sheet.
  package var styles: String { BrandColours.styles(colours) }
}
