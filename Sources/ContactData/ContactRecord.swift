package import CaseModel
internal import Text

/// The facts that a hotline must know to reach a person without putting them in danger.
///
/// It is kept sealed, as ``text``. Nothing in it is ever written to a case file in clear.
package struct ContactRecord: Sendable, Hashable {
  /// A private column of an imported table that is none of the keys.
  package struct Other: Sendable, Hashable {
    /// What the column is called; without a colon.
    package let label: String
    /// Its value, on one line.
    package let value: String
  }

  /// What a command asks step by step, in the order of the lines.
  package static var questions: [(key: ContactKey, question: String)] {
    ContactKey.allCases.map { ($0, $0.question) }
  }

  private var values: [ContactKey: [String]] = [:]

  /// Whether a message may be left; no, unless somebody said yes.
  package private(set) var mayLeaveMessage = false

  /// The columns of an imported table that are none of the keys.
  package private(set) var others: [Other] = []

  /// Makes an empty record.
  package init() {}

  /// What the person wants to be called.
  package var name: String? { self[.name] }
  /// Their telephone numbers as they were given.
  package var phones: [String] { values[.phone] ?? [] }
  /// Their e-mail address.
  package var email: String? { self[.email] }
  /// The language to speak.
  package var language: String? { self[.language] }
  /// When it is safe to call.
  package var hours: String? { self[.hours] }
  /// Who may answer.
  package var answers: String? { self[.answers] }
  /// The preferred channel, a code such as `sms`, not checked here.
  package var channel: String? { self[.channel] }
  /// Where they can be found.
  package var place: String? { self[.place] }
  /// What else a caller must know.
  package var note: String? { self[.note] }

  /// The first value of a key; nil for none, and always yes or no for ``ContactKey/message``.
  package subscript(key: ContactKey) -> String? {
    key == .message ? (mayLeaveMessage ? "yes" : "no") : values[key]?.first
  }

  /// Whether nothing was said; leave to leave a message alone reaches nobody.
  package var isEmpty: Bool { values.isEmpty && others.isEmpty }

  /// The record as it is sealed: one `key: value` line each, in fixed order, for a person to read.
  ///
  /// `message` is always there, so that whoever opens it reads `message: no`. Reading the text gives
  /// the same record again.
  package var text: String {
    var lines: [String] = []
    for key in ContactKey.allCases {
      if key == .message {
        lines.append("message: " + (mayLeaveMessage ? "yes" : "no"))
      } else {
        lines += (values[key] ?? []).map { "\(key.rawValue): \($0)" }
      }
    }
    lines += others.map { "other: \($0.label): \($0.value)" }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Adding

  /// Adds what was said for a key; nothing happens for a value without words.
  ///
  /// Refused are an answer other than yes or no for ``ContactKey/message`` (`contact.message`) and a
  /// second value for a key that has one (`contact.repeated`), and what breaks the rule of its key
  /// when it is entered. The value is never quoted.
  package mutating func add(
    _ value: String, as key: ContactKey, from source: Source = .entered
  ) throws(Refusal) {
    if source == .entered { try Self.requireVisible(value, as: key.rawValue) }
    let line = Self.oneLine(value)
    guard !line.isEmpty else { return }
    if source == .entered { try Self.check(line, as: key) }
    if key == .message {
      guard let answer = ContactKey.answer(line) else {
        throw Refusal(
          .contactMessage, "“message” takes yes or no", hint: "write the condition as “note”")
      }
      mayLeaveMessage = answer
      return
    }
    let known = values[key] ?? []
    guard !known.contains(line) else { return }
    guard known.isEmpty || key.repeats else {
      throw Refusal(
        .contactRepeated, "“\(key.rawValue)” has a value already",
        hint: "keep one; the rest can stand in “note”")
    }
    values[key] = known + [line]
  }

  /// Takes one field over from another record, also its being empty.
  mutating func replace(_ key: ContactKey, by other: ContactRecord) {
    if key == .message { mayLeaveMessage = other.mayLeaveMessage }
    values[key] = other.values[key]
  }

  /// Takes over the columns of another record; those of the same label go.
  mutating func replaceOthers(by other: ContactRecord) {
    replaceOthers(other.others.map(\.label), by: other)
  }

  /// Takes over the columns of some labels, also their being empty.
  mutating func replaceOthers(_ labels: [String], by other: ContactRecord) {
    others =
      others.filter { !labels.contains($0.label) }
      + other.others.filter { labels.contains($0.label) }
  }

  /// Joins a further part to a key's value, as first name and family name of two columns.
  mutating func join(_ value: String, to key: ContactKey) {
    let parts = [values[key]?.first ?? "", Self.oneLine(value)].filter { !$0.isEmpty }
    if !parts.isEmpty { values[key] = [parts.joined(separator: " ")] }
  }

  /// Adds a value under a label of its own; nothing happens for a value without words.
  package mutating func addOther(_ value: String, label: String) {
    let line = Self.oneLine(value)
    let name = Self.oneLine(Self.withoutColons(label))
    guard !line.isEmpty else { return }
    others.append(Other(label: name.isEmpty ? "column" : name, value: line))
  }

  private static func withoutColons(_ label: String) -> String {
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: label.unicodeScalars.lazy.map { isColon($0) ? " " : $0 })
    return String(plain)
  }

  /// Whether a scalar is a colon, of East Asian text too.
  static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "\u{FF1A}" || scalar == "\u{FE55}"
  }

  /// Whether a character that shows nothing stays: marks of direction, joiners, and parts of flags.
  static func keeps(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || scalar.value == 0x061C || scalar.value >= 0xE0000
  }

  /// A value on one line: line ends and controls are spaces, spaces at the ends go.
  ///
  /// Direction marks stay, since people type them to keep a number readable; embeddings, overrides
  /// and isolates go, since they can make a number look like another.
  static func oneLine(_ value: String) -> String {
    var line = String.UnicodeScalarView()
    var isVisible = false
    for scalar in value.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if line.last != " ", !line.isEmpty { line.append(" ") }
      case .format:
        if keeps(scalar) { line.append(scalar) }
      default:
        isVisible = true
        line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return isVisible ? String(line) : ""
  }
}
