package import CaseModel
internal import Text

extension Event {
  /// Makes an event and gives it the id of its canonical form.
  package static func recorded(
    number: Int, previous: [EventID], at: Timestamp, by: String, action: Action,
    on: CalendarDate? = nil, isImported: Bool = false, isDayUnknown: Bool = false,
    text: String? = nil, seal: SealReference? = nil, format: Int = 1
  ) -> Event? {
    guard let draft = EventID("0000000000000000") else { return nil }
    var event = Event(
      id: draft, number: number, previous: previous.sorted(), at: at, by: by, action: action,
      on: on, isImported: isImported, isDayUnknown: isDayUnknown, text: text, seal: seal,
      format: format)
    guard let id = Digest.eventID(event.canonicalWithoutID.utf8) else { return nil }
    event.id = id
    return event
  }

  /// The event's line: `id n prev at by do` first, the other keys by their UTF-8 bytes (RFC 8785).
  package var canonical: String {
    "{\"id\":\"\(id)\"," + canonicalWithoutID.dropFirst()
  }

  /// The canonical object without `id`, whose digest is the id.
  var canonicalWithoutID: String {
    var output = "{\"n\":\(number),\"prev\":["
    output += previous.map { "\"\($0)\"" }.joined(separator: ",")
    output += "],\"at\":\"\(at)\",\"by\":"
    output += JSONValue.text(by).canonical
    output += ",\"do\":"
    output += JSONValue.text(action.name).canonical
    var fields = (seal == nil ? action.fields : action.openFields).mapValues(\.canonical)
    if let seal {
      fields["seal"] = "\"\(seal.entry)\""
      fields["commitment"] = "\"\(seal.commitment)\""
      fields["digest"] = "\"\(seal.digest)\""
    }
    if let on { fields["on"] = "\"\(on)\"" }
    if isImported { fields["imported"] = "true" }
    if isDayUnknown { fields["day-unknown"] = "true" }
    // The first format does not name itself.
    if format > 1 { fields["format"] = "\(format)" }
    if let digest = withheldText ?? text.map(Digest.ofText) { fields["text"] = "\"\(digest)\"" }
    fields.merge(unknownFields) { known, _ in known }
    for key in JSONValue.sorted(fields.keys) {
      output += ","
      output += JSONValue.text(key).canonical
      output += ":" + (fields[key] ?? "")
    }
    output += "}"
    return output
  }
}
