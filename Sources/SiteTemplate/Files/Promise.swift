package import Disclosure

/// A promise of the organisation to those who complain; pages say none that it has not confirmed.
package struct Promise: Sendable, Equatable {
  /// The kinds there are, in their order on the page.
  static let kinds = ["free", "anonymous", "number", "answer-days", "objection"]
  /// The one that is a number of days.
  static let days = "answer-days"

  let kind: String
  /// The days within which an answer is promised.
  let number: Int?

  /// Reads the lines below `promises` in `brand.yml`.
  static func read(_ reader: inout BrandReader) -> [Promise] {
    if reader.table.entries["promises"]?.value.plain?.isEmpty == false {
      reader.report(
        "promises", "`promises` has one line for each promise", hint: "write `free: yes` below it")
    }
    let entries = reader.entries("promises", known: kinds) { "no promise is called `\($0)`" }
    let promises = entries.compactMap { promise($0, &reader) }
    return kinds.compactMap { kind in promises.first { $0.kind == kind } }
  }

  private static func promise(_ entry: TextEntry, _ reader: inout BrandReader) -> Promise? {
    let text = entry.value.plain ?? ""
    if entry.key == days {
      let number = text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
      if let number, (1...365).contains(number) { return Promise(kind: entry.key, number: number) }
      if text == "no" { return nil }
      reader.report(
        "promises", at: entry, "`\(entry.key)` is a number of days from 1 to 365",
        hint: "write `\(entry.key): 15`, or leave the line out")
      return nil
    }
    if text == "yes" { return Promise(kind: entry.key, number: nil) }
    if text != "no" {
      reader.report(
        "promises", at: entry, "`\(entry.key)` is yes or no",
        hint: "write `\(entry.key): yes` only if the organisation keeps it")
    }
    return nil
  }

  /// The promise in words, with the reports for which it does not stand.
  package func phrase(in language: SiteLanguage, limits: AnswerLimits) -> Phrase {
    guard let number else { return Phrase(language.text("promise-\(kind)")) }
    let promise = language.plural("promise-\(kind)", number)
    guard limits.mayTakeLonger(than: number) else { return promise }
    return .filled(
      "{promise} {exception}",
      ["promise": promise, "exception": Phrase(language.text("promise-answer-longer"))])
  }
}
