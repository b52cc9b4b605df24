internal import Text

/// The fields that an amendment may correct, as text; the narrative is never among them.
extension Case {
  /// Names of the fields that `amend` may set, as in front matter.
  package static let amendableFields =
    [
      "title", "category", "themes", "sensitivity", "priority", "channel", "language", "area",
      "unit", "project", "received", "received-by", "happened", "due", "consent", "subjects",
      "on-behalf", "repeat",
    ] + Complainant.keys

  /// Returns a field's value as text: lists joined with `, `, an absent value empty.
  package func value(of field: String) -> String? {
    switch field {
    case "title": title
    case "category": category
    case "themes": themes.joined(separator: ", ")
    case "sensitivity": sensitivity.rawValue
    case "priority": priority.rawValue
    case "channel": channel
    case "language": language
    case "area": area ?? ""
    case "unit": unit ?? ""
    case "project": project ?? ""
    case "received": received.description
    case "received-by": receivedBy
    case "happened": happened?.description ?? ""
    case "due": due?.description ?? ""
    case "consent": consent.rawValue
    case "subjects": subjects.joined(separator: ", ")
    case "on-behalf": isOnBehalf ? "yes" : "no"
    case "repeat": isRepeated ? "yes" : "no"
    default: Complainant.keys.contains(field) ? complainant[field] ?? "" : nil
    }
  }

  /// Sets a field from text; refuses an unknown field or a value that it cannot hold.
  mutating func set(_ field: String, to value: String) throws(Refusal) {
    let optional = value.isEmpty ? nil : value
    switch field {
    case "title": title = try required(value, field)
    case "category": category = try required(value, field)
    case "themes": themes = try required(Self.list(value), field)
    case "sensitivity": sensitivity = try required(Sensitivity(rawValue: value), field, value)
    case "priority": priority = try required(Priority(rawValue: value), field, value)
    case "channel": channel = try required(value, field)
    case "language": language = try required(value, field)
    case "area": area = optional
    case "unit": unit = optional
    case "project": project = optional
    case "received": received = try required(CalendarDate(value), field, value)
    case "received-by": receivedBy = try required(value, field)
    case "happened": happened = try optional.map { text throws(Refusal) in try date(text, field) }
    case "due": due = try optional.map { text throws(Refusal) in try date(text, field) }
    case "consent": consent = try required(Consent(rawValue: value), field, value)
    case "subjects": subjects = Self.list(value)
    case "on-behalf": isOnBehalf = try yesOrNo(value, field)
    case "repeat": isRepeated = try yesOrNo(value, field)
    default:
      guard Complainant.keys.contains(field) else { throw Self.unknownField(field) }
      complainant[field] = optional
    }
  }

  private func date(_ text: String, _ field: String) throws(Refusal) -> CalendarDate {
    try required(CalendarDate(text), field, text)
  }

  private func required<Value>(
    _ value: Value?, _ field: String, _ text: String
  ) throws(Refusal) -> Value {
    guard let value else {
      throw Refusal(
        .amendValue, "“\(text)” is no value for \(field)", hint: "see docs/register-format.md")
    }
    return value
  }

  private func required<Value: Collection>(
    _ value: Value, _ field: String
  ) throws(Refusal) -> Value {
    guard !value.isEmpty else {
      throw Refusal(.amendValue, "\(field) cannot be empty", hint: "give a value")
    }
    return value
  }

  private func yesOrNo(_ value: String, _ field: String) throws(Refusal) -> Bool {
    try required(["yes": true, "no": false][value], field, value)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { item in
      String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  private static func unknownField(_ field: String) -> Refusal {
    let isText = field == "text" || field == "narrative"
    return Refusal(
      .amendField, "\(field) cannot be amended",
      hint: isText
        ? "the narrative stays as it was told; add a note: `daftar note CASE --text …`"
        : "fields: \(amendableFields.joined(separator: ", "))")
  }
}
