import Charts
import SiteTemplate

/// The ways to reach the organisation, as pages write them.
struct ContactLines {
  let brand: Brand
  let language: SiteLanguage
  /// The languages of the site, in their order.
  let languages: [String]

  /// Every way, in its order.
  var all: [TemplateValue] { brand.contacts.map(line) }

  /// The telephone, which is what most people complain by.
  var phone: [TemplateValue] { contact("phone").map { [line($0)] } ?? [] }

  /// The hours in which somebody answers it.
  var hours: Markup { contact("hours").map { words($0) } ?? Markup(trusted: "") }

  /// Whom to ask about the figures: the address given for that, else the first way there is.
  var questions: [TemplateValue] {
    (contact("questions") ?? contact("email") ?? contact("phone")).map { [line($0)] } ?? []
  }

  private func contact(_ kind: String) -> Brand.Contact? {
    brand.contacts.first { $0.kind == kind }
  }

  private func text(_ contact: Brand.Contact) -> String {
    contact.value.text(in: language.tag, or: languages)
  }

  private func line(_ contact: Brand.Contact) -> TemplateValue {
    .object([
      "label": .text(language.word("contact", contact.kind) ?? contact.kind),
      "text": .markup(words(contact)),
      "href": .text(address(contact)),
    ])
  }

  /// Hours and addresses are words of the language, in which spans of numbers stand alone; the rest is
  /// one piece that nothing beside it may turn around.
  private func words(_ contact: Brand.Contact) -> Markup {
    let text = text(contact)
    guard ["hours", "address"].contains(contact.kind) else { return .isolated(text) }
    // They may be borrowed from another language, of another direction.
    return Markup(trusted: "<bdi>") + Self.withSpansIsolated(text) + Markup(trusted: "</bdi>")
  }

  private func address(_ contact: Brand.Contact) -> String {
    let text = text(contact)
    switch contact.kind {
    case "email", "questions": return "mailto:\(text)"
    case "phone":
      let digits = text.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
      return "tel:" + (text.hasPrefix("+") ? "+" : "") + digits
    default: return ""
    }
  }

  /// A text in which each span of numbers, such as `9:00 – 16:00`, keeps its order whatever the
  /// direction of the words around it (UAX 9).
  static func withSpansIsolated(_ text: String) -> Markup {
    var result = Markup(trusted: "")
    var rest = text[...]
    // A match has two numbers and a dash between them.
    while let match = rest.firstMatch(of: /[0-9٠-٩][0-9٠-٩:.]*\s*[–—-]\s*[0-9٠-٩][0-9٠-٩:.]*/) {
      result = result + Markup(text: String(rest[..<match.range.lowerBound]))
      result = result + .isolated(String(match.output))
      rest = rest[match.range.upperBound...]
    }
    return result + Markup(text: String(rest))
  }
}
