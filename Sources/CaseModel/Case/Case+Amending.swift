internal import Text

/// Corrections of fields, given as text.
extension Case {
  /// Sets a field from text; refuses one that cannot be corrected, and a value that it cannot hold.
  mutating func set(_ name: String, to value: String) throws(Refusal) {
    guard let column = CaseColumn(name), CaseColumn.correctable.contains(column) else {
      throw Self.unknownField(name)
    }
    switch column {
    case .fact(let fact): complainant[fact] = value.isEmpty ? nil : value
    case .field(let field): try set(field, to: value)
    }
  }

  private mutating func set(_ field: CaseField, to value: String) throws(Refusal) {
    let optional = value.isEmpty ? nil : value
    switch field {
    case .title: title = try required(value, field)
    case .category: category = try required(value, field)
    case .themes: themes = try required(Self.list(value), field)
    case .sensitivity: sensitivity = try required(Sensitivity(rawValue: value), field, value)
    case .priority: priority = try required(Priority(rawValue: value), field, value)
    case .channel: channel = try required(value, field)
    case .language: language = try required(value, field)
    case .received: received = try required(CalendarDate(value), field, value)
    case .receivedBy: receivedBy = try required(value, field)
    case .happened: happened = try optional.map { text throws(Refusal) in try date(text, field) }
    case .due: due = try optional.map { text throws(Refusal) in try date(text, field) }
    case .consent: consent = try required(Consent(rawValue: value), field, value)
    case .subjects: subjects = Self.list(value).map(Subject.init)
    case .onBehalf: isOnBehalf = try yesOrNo(value, field)
    case .repeat: isRepeated = try yesOrNo(value, field)
    default: concern[field] = optional
    }
  }

  private func date(_ text: String, _ field: CaseField) throws(Refusal) -> CalendarDate {
    try required(CalendarDate(text), field, text)
  }

  private func required<Value>(
    _ value: Value?, _ field: CaseField, _ text: String
  ) throws(Refusal) -> Value {
    guard let value else {
      throw Refusal(
        .amendValue, "“\(text)” is no value for \(field.name)", hint: Self.form(of: field))
    }
    return value
  }

  /// What may be written for a field that does not hold just any text.
  private static func form(of field: CaseField) -> Wording {
    switch field {
    case .received, .happened, .due: "write the day as 2026-11-21"
    case .onBehalf, .repeat: "write yes or no"
    case .sensitivity: "write one of: \(list(of: Sensitivity.self))"
    case .priority: "write one of: \(list(of: Priority.self))"
    case .consent: "write one of: \(list(of: Consent.self))"
    default: "give a value"
    }
  }

  private static func list<Value: CaseIterable & RawRepresentable<String>>(
    of kind: Value.Type
  ) -> String {
    kind.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private func required<Value: Collection>(
    _ value: Value, _ field: CaseField
  ) throws(Refusal) -> Value {
    guard !value.isEmpty else {
      throw Refusal(.amendValue, "\(field.name) cannot be empty", hint: "give a value")
    }
    return value
  }

  private func yesOrNo(_ value: String, _ field: CaseField) throws(Refusal) -> Bool {
    try required(["yes": true, "no": false][value], field, value)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { item in
      String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  private static func unknownField(_ field: String) -> Refusal {
    let isText = field == "text" || field == "narrative"
    let names = CaseColumn.correctable.map(\.name)
    if !isText, let near = nearest(to: field, among: names) {
      return Refusal(.amendField, "\(field) cannot be amended", hint: "did you mean “\(near)”?")
    }
    let fields = names.joined(separator: ", ")
    return Refusal(
      .amendField, "\(field) cannot be amended",
      hint: isText
        ? "the narrative stays as it was told; add a note: `daftar note CASE --text …`"
        : "fields: \(fields)")
  }
}
