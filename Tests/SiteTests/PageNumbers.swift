import CaseModel
import Charts
import Disclosure

@testable import Site
@testable import SiteTemplate

/// The numbers that a page shows, and those that it may show.
struct PageNumbers {
  let publication: Publication
  let edition: Edition

  /// The texts of a page's body between its tags; nothing of attributes.
  static func texts(of page: String) -> [String] {
    let body = page.split(separator: "<body", maxSplits: 1).last ?? ""
    return body.split(separator: "<").compactMap { piece in
      guard let end = piece.firstIndex(of: ">") else { return nil }
      let text = piece[piece.index(after: end)...].split(separator: "&#39;").joined(separator: "'")
      return text.contains { $0.isNumber } ? text : nil
    }
  }

  /// The whole numbers in a text; groups of three belong together.
  static func numbers(in text: String) -> [Int] {
    let signs: Set<Character> = [",", "\u{A0}", "\u{66C}"]
    var numbers: [Int] = []
    var digits = ""
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      if let digit = letter.wholeNumberValue {
        digits += "\(digit)"
      } else {
        let next = letters[(index + 1)...].prefix { $0.isWholeNumber }
        let isGroup = signs.contains(letter) && !digits.isEmpty && next.count == 3
        if isGroup { continue }
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
      }
    }
    if let number = Int(digits) { numbers.append(number) }
    return numbers
  }

  /// What may stand in the page of a block: published cells of it and those before it, numbers
  /// derived from them, dates, limits of the plan, the target.
  func allowed(on index: Int, derived: [DerivedNumber]) -> Set<Int> {
    let blocks = Array(publication.blocks[...index])
    // Who waits longer than sixty days has waited long.
    var allowed: Set<Int> = [publication.plan.graceDays, 60]
    if let next = publication.nextClosing {
      allowed.formUnion([next.parts.year, next.parts.dayOfMonth])
    }
    allowed.formUnion(publication.context.targets.values)
    // The marks of the value axes: of cases, and of per cents.
    let largest = blocks.suffix(8).compactMap { $0.flows[.total]?.number }.max() ?? 0
    allowed.formUnion(ChartScale.ticks(upTo: largest) + [0, 50, 100])
    for block in blocks {
      allowed.formUnion(block.rows.compactMap(\.value.number))
      for day in ["\(block.block.start)", "\(block.block.end)", "\(block.closedOn)"] {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        allowed.formUnion([parts[0], parts[2]])
      }
    }
    let periods = Set(blocks.map(\.period))
    for number in derived where periods.contains(String(number.name.prefix { $0 != "/" })) {
      switch number.value {
      case .count(let count): allowed.insert(count)
      case .percent(let percent, let whole): allowed.formUnion([percent, whole])
      case .part(let part, let whole): allowed.formUnion([part, whole])
      case .aboutDays(let days), .days(let days), .moreThanDays(let days): allowed.insert(days)
      case .noCases, .withheld: break
      }
    }
    for year in publication.sensitiveYears {
      allowed.formUnion([year.year] + [year.value.number].compactMap(\.self))
    }
    return allowed
  }

  /// The texts and names of bands that bring numbers of their own along, whole.
  var words: Set<String> {
    let language = edition.language
    var words = Set(
      TextCatalog.needs.flatMap { need -> [String] in
        switch need.shape {
        case .plain: pieces(language.text(need.key))
        case .plural: forms.flatMap { pieces(language.word(need.key, $0) ?? "") }
        case .words(let codes): codes.compactMap { language.word(need.key, $0) }
        case .months:
          (1...12).flatMap { month in
            language.word(need.key, "\(month)").map { [$0, $0 + "–"] } ?? []
          }
        }
      })
    for dimension in [Dimension.closing, .ageing, .age] {
      let codes = publication.blocks.flatMap { block in
        (block.flows.cells(of: [dimension]) + (block.stock?.cells(of: [dimension]) ?? []))
          .compactMap(\.cell.codes.first)
      }
      words.formUnion(codes.map { language.label(dimension, $0, in: publication) })
      words.formUnion(codes.compactMap(language.shortBand))
    }
    return words
  }

  private var forms: [String] { ["zero", "one", "two", "few", "many", "other"] }

  /// The words of a text between its names in braces, as they stand in a page.
  private func pieces(_ text: String) -> [String] {
    let names = placeholders(of: text)
    let marked = names.reduce(text) { text, name in
      text.replacing("{\(name)}", with: "\u{0}")
    }
    return marked.split(separator: "\u{0}").map { String($0).trimmed } + [text]
  }

  /// What a page shows without being allowed to.
  func strangers(on page: String, block index: Int, derived: [DerivedNumber]) -> [String] {
    var page = page
    let notes = edition.notes
    for note in [notes.howToRead, notes.howToComplain, notes.youSaid, notes.method] {
      page = page.split(separator: note.html.isEmpty ? "\u{0}" : note.html).joined()
    }
    for block in publication.blocks where !block.digest.isEmpty {
      page = page.split(separator: block.shortDigest).joined()
    }
    page = page.split(separator: "SHA-256").joined().split(separator: "CC BY 4.0").joined()
    // Links to other periods, newer ones too.
    let others = publication.blocks.map { edition.language.period($0.span) }
    let allowed = allowed(on: index, derived: derived)
    let words = words.union(others)
    // Whole sentences of the template hold numbers of their own (“of 100 complaints”, “15 days”).
    let sentences = words.filter { $0.count > 12 && $0.contains(where: \.isNumber) }
      .map { $0.lowercased() }.sorted { $0.count > $1.count }
    return Self.texts(of: page).filter { text in
      guard !words.contains(text.trimmed), !words.contains(String(text.dropFirst(2))) else {
        return false
      }
      let rest = sentences.reduce(text.lowercased()) { $0.replacing($1, with: " ") }
      return !Self.numbers(in: rest).allSatisfy(allowed.contains)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
