internal import CaseFormat
internal import CaseModel
internal import CaseVault
internal import ContactData

/// What became of the private columns of a row.
enum ContactVerdict {
  /// The same, or nothing to compare.
  case same
  /// Sealed for others, or damaged: whether they differ is not known here.
  case unknown
  /// The case has none: they were left out before, and come in now.
  case added(Step)
  /// They differ, in parts that are named; the step holds the case's data with the row's parts.
  case differs([ContactPart], Step?, reason: String?)
}

extension CaseComparison {
  /// Compares the private columns with the case's contact data; no value leaves this place but sealed.
  func contactVerdict() -> ContactVerdict {
    guard let text = row.new.contact else { return .same }
    let events = known.opened.history.events.filter { $0.action == .contact }
    guard let newest = events.last else {
      // Whoever is complained about brings nothing into the case.
      return barred == nil ? .added(Step(.contact, text: text)) : .same
    }
    guard let new = Self.record(text), let now = Self.record(newest.text) else { return .unknown }
    let listed = events.last(where: \.isImported)
    guard let listed else {
      let parts = new.parts(differingFrom: now)
      return parts.isEmpty ? .same : .differs(parts, nil, reason: recorded(newest))
    }
    guard let before = Self.record(listed.text) else { return .unknown }
    let parts = new.parts(differingFrom: before).filter { !new.saysTheSame(of: $0, as: now) }
    guard !parts.isEmpty else { return .same }
    if !newest.isImported { return .differs(parts, nil, reason: recorded(newest)) }
    if let barred { return .differs(parts, nil, reason: barred) }
    var whole = now.taking(parts, from: new).text
    if whole.hasSuffix("\n") { whole.removeLast() }
    return .differs(parts, Step(.contact, text: whole), reason: nil)
  }

  private func recorded(_ event: Event) -> String {
    "contact data was recorded on \(event.date(in: zone)) by \(event.by)"
  }

  private static func record(_ text: String?) -> ContactRecord? {
    text.flatMap { try? ContactRecord(reading: $0, from: .stored) }
  }
}
