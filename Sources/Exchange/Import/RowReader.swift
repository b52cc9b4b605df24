internal import ContactData
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Register
internal import Text
internal import Tables

/// The reader that turns the rows of a table into cases, column by column, as a map says.
struct RowReader {
  let map: ImportMap
  let mapPath: String
  let table: Table
  let configuration: Configuration
  let codes: FieldCodes
  let dates: DateReading
  let today: CalendarDate
  /// Whether a person said that a day is meant, should its year be a far one.
  let isFarDayMeant: (CalendarDate) -> Bool
  let receivedBy: String
  /// Whether somebody has a key, so that private columns can be kept, sealed.
  let keepsPersonalData: Bool
  /// The sensitive classes that somebody could open.
  let sealable: Set<Sensitivity>
  /// The columns of the map with their places in the table.
  let columns: [(index: Int, column: ImportMap.Column)]
  /// Codes that were looked up already, by column.
  private var known: [Int: [String: CodeLookup]] = [:]

  private enum CodeLookup {
    case code(String?)
    case refused(reason: String, remedy: String)
  }

  /// What the columns of one row say.
  struct Facts {
    var row: Int
    var codes: [ImportField: String] = [:]
    var themes: [String] = []
    var dates: [ImportField: DateReading.Reading] = [:]
    var narrative: [String] = []
    var labelled: [String] = []
    var title: String?
    var answers: [String] = []
    /// The cells of columns of text that hold something, as they are stored.
    var texts: [ColumnText] = []
    /// The cells of private columns that hold something, with the columns' names.
    var personal: [(name: String, value: String)] = []
    /// Everything that will be stored, by field or column.
    var stored: [String: JSONValue] = [:]
    var problems: [RefusedRow] = []
    /// Whether the cells stand under the wrong headers, so that none of them was read.
    var isMisaligned = false
  }

  init(
    map: ImportMap, mapPath: String, table: Table, register: Register,
    configuration: Configuration, receivedBy: String,
    tableZone: TimeZoneRules, columns: [(index: Int, column: ImportMap.Column)]
  ) {
    self.map = map
    self.mapPath = mapPath
    self.table = table
    self.configuration = configuration
    codes = FieldCodes(configuration)
    dates = DateReading(tableZone: tableZone, registerZone: register.zone)
    today = register.today
    isFarDayMeant = register.isFarDayMeant
    self.receivedBy = receivedBy
    keepsPersonalData = register.canSealContacts
    sealable = Set([Sensitivity.confidential, .restricted].filter(register.canSeal))
    self.columns = columns
  }

  /// Reads the cells of a row; what is wrong with them is among its problems.
  mutating func facts(_ row: TableRow) -> Facts {
    var facts = Facts(row: row.number)
    if row.cells.dropFirst(table.header.count).contains(where: { !$0.isEmpty }) {
      facts.problems.append(
        RefusedRow(
          row: row.number,
          reason: "the row has \(row.cells.count) cells, the header \(table.header.count)",
          remedy: "put quotes around the cell that holds a separator"))
      facts.isMisaligned = true
      return facts
    }
    for (index, column) in columns {
      let cell = row[index]
      switch column.use {
      case .drop: continue
      case .private:
        if keepsPersonalData, !cell.isEmpty { keep(cell, column, &facts) }
      case .text(let place): take(cell, place, column, &facts)
      case .coded(let coding) where coding.field.isDate: takeDate(cell, coding, column, &facts)
      case .coded(let coding): takeCode(cell, coding, index, column, &facts)
      }
    }
    return facts
  }

  /// Whether a cell is a date in one of the forms of its column.
  func isDate(_ cell: String, _ coding: ImportMap.Coding) -> Bool {
    coding.field.isDate && (try? dates.reading(cell, coding.formats)) != nil
  }

  /// Keeps what is sealed; a character that the record would leave out is named, the value never.
  private func keep(_ cell: String, _ column: ImportMap.Column, _ facts: inout Facts) {
    guard let code = ContactRecord.unseen(in: cell) else {
      return facts.personal.append((column.name, cell))
    }
    facts.problems.append(
      RefusedRow(
        row: facts.row, column: column.name,
        reason: "the cell holds the character \(code), which nobody sees",
        remedy: "remove the character from the cell"))
  }

  private func take(
    _ cell: String, _ place: ImportMap.TextPlace, _ column: ImportMap.Column,
    _ facts: inout Facts
  ) {
    let text: String
    do throws(Diagnostic) {
      text = try normalisedText(cell, path: column.name)
    } catch {
      facts.problems.append(
        RefusedRow(
          row: facts.row, column: column.name, reason: error.message,
          remedy: "remove the character from the cell"))
      return
    }
    guard !text.isEmpty else { return }
    guard text.utf8.count <= 1 << 19 else {
      facts.problems.append(
        RefusedRow(
          row: facts.row, column: column.name, reason: "the text is longer than 512 KiB",
          remedy: "shorten it; long documents belong outside the register"))
      return
    }
    switch place {
    case .narrative: facts.narrative.append(text)
    case .title: facts.title = onOneLine(text)
    case .labelled: facts.labelled.append("**\(column.name):** \(text)")
    case .answer: facts.answers.append(text)
    }
    facts.texts.append(ColumnText(column: column.name, place: place, text: text))
    facts.stored["text " + column.name] = .text(text)
  }

  private func takeDate(
    _ cell: String, _ coding: ImportMap.Coding, _ column: ImportMap.Column, _ facts: inout Facts
  ) {
    let word = onOneLine(cell)
    guard !word.isEmpty, !coding.absent.contains(word) else { return }
    do throws(DateRefusal) {
      let reading = try dates.reading(cell, coding.formats)
      let refusal = Self.bounds(coding.field).refusal(
        of: reading.date, today: today, isFarMeant: isFarDayMeant(reading.date))
      if let refusal, refusal.rule == .dateYear {
        facts.problems.append(
          RefusedRow(
            row: facts.row, column: column.name, reason: refusal.message.text,
            remedy: refusal.hint.text))
      }
      facts.dates[coding.field] = reading
      facts.stored[coding.field.rawValue] = .text(
        reading.moment?.description ?? reading.date.description)
    } catch {
      facts.problems.append(
        RefusedRow(
          row: facts.row, column: column.name,
          reason: "\(quotedValue(word)) is not a date: \(error.reason)",
          remedy: meant(by: error)
            ?? "correct the cell, or add its form to “format” in \(mapPath)"))
    }
  }

  /// The day that a date of another calendar stands for, where it is no day of ours.
  private func meant(by refusal: DateRefusal) -> String? {
    guard refusal.numbers.count == 3 else { return nil }
    return DateBounds.meant(
      byYear: refusal.numbers[0], month: refusal.numbers[1], day: refusal.numbers[2], today: today
    )?.text
  }

  /// What lies in the future is judged with the other dates of the row.
  private static func bounds(_ field: ImportField) -> DateBounds {
    field == .happened ? .happened : .recorded
  }

  private mutating func takeCode(
    _ cell: String, _ coding: ImportMap.Coding, _ index: Int, _ column: ImportMap.Column,
    _ facts: inout Facts
  ) {
    var found: [String] = []
    for word in Self.words(onOneLine(cell), coding.split) where !word.isEmpty {
      switch lookup(word, coding, index, column) {
      case .code(let code?): if !found.contains(code) { found.append(code) }
      case .code(nil): continue
      case .refused(let reason, let remedy):
        facts.problems.append(
          RefusedRow(row: facts.row, column: column.name, reason: reason, remedy: remedy))
      }
    }
    guard let first = found.first else { return }
    if coding.field == .theme {
      facts.themes += found.filter { !facts.themes.contains($0) }
      facts.stored["theme"] = .list(facts.themes.map(JSONValue.text))
    } else {
      facts.codes[coding.field] = first
      facts.stored[coding.field.rawValue] = .text(first)
    }
  }

  /// Cuts a cell that holds several values; a separator of white space is a single space here.
  static func words(_ cell: String, _ split: String?) -> [String] {
    guard let split else { return [cell] }
    let separator = onOneLine(split).isEmpty ? " " : onOneLine(split)
    return cell.split(separator: separator).map { onOneLine(String($0)) }
  }

  private mutating func lookup(
    _ word: String, _ coding: ImportMap.Coding, _ index: Int, _ column: ImportMap.Column
  ) -> CodeLookup {
    if let known = known[index]?[word] { return known }
    let result = newLookup(word, coding)
    known[index, default: [:]][word] = result
    return result
  }

  /// The map's value comes first, then an age in years, then a code of the register itself.
  private func newLookup(_ word: String, _ coding: ImportMap.Coding) -> CodeLookup {
    let field = coding.field
    var code = coding.values[word]
    if code == nil, field == .age { code = codes.band(ofAge: word) }
    if code == nil, codes.knows(word, in: field), field != .language || coding.values.isEmpty {
      code = word
    }
    guard let code = code ?? coding.otherwise else {
      return .refused(
        reason: "\(quotedValue(word)) is not a \(field.rawValue) that the map knows",
        remedy: "add it to “values” in \(mapPath), or say what to do “otherwise”")
    }
    guard !code.isEmpty else { return .code(nil) }
    guard codes.knows(code, in: field) else {
      let (reason, remedy) = codes.refusal(of: code, in: field, mapPath: mapPath)
      return .refused(reason: reason, remedy: remedy)
    }
    return .code(code)
  }
}
