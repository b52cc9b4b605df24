package import CaseModel
internal import Text

extension ContactRecord {
  /// Reads `key: value` lines as a person writes them.
  ///
  /// Keys may be in English, Arabic or Russian, in any case and with spaces around; blank lines and
  /// keys without a value are skipped. Refused, with the number of the line and never with its words
  /// (rules `contact.key`, `contact.message`, `contact.repeated`, `contact.other`,
  /// `contact.character`): an unknown key, a
  /// line without a colon, a second value for a key. A text that says nothing is refused
  /// (`contact.empty`). What was stored is not held to the rules of single fields.
  package init(
    reading text: String, from source: Source = .entered, allowingNothing: Bool = false
  ) throws(Refusal) {
    self.init()
    for (index, line) in Self.lines(of: text).enumerated() where !Self.oneLine(line).isEmpty {
      do throws(Refusal) {
        try read(line, from: source)
      } catch {
        throw Refusal(error.rule, "line \(index + 1): \(error.message)", hint: error.hint)
      }
    }
    guard !isEmpty || allowingNothing else {
      throw Refusal(
        .contactEmpty, "the contact data says nothing", hint: "give at least a phone or a place")
    }
  }

  /// Makes a record of the private columns of one row of a table; empty when no column says anything.
  ///
  /// A column whose header speaks of a key becomes that key; the parts of a name are joined in the
  /// order of the columns; anything else is kept under its header as `other`, also a second value
  /// for one key and what breaks the rule of its key: a telephone number without digits, a channel
  /// that is none of `channels`.
  package init(columns: [(name: String, value: String)], channels: [String] = []) {
    self.init()
    for column in columns {
      guard let key = ContactKey(header: column.name) else {
        addOther(column.value, label: column.name)
        continue
      }
      switch key {
      case .name:
        join(column.value, to: .name)
      case .channel where !channels.isEmpty && !channels.contains(Self.oneLine(column.value)):
        addOther(column.value, label: column.name)
      case .phone:
        addPhone(column.value, header: column.name)
      default:
        do throws(Refusal) {
          try add(column.value, as: key)
        } catch {
          addOther(column.value, label: column.name)
        }
      }
    }
  }

  /// Adds a number and, where the header names a service, the service: `0944 123 456 (WhatsApp)`.
  private mutating func addPhone(_ value: String, header: String) {
    let services = Set(
      FoldedText("whatsapp viber telegram signal واتساب واتس تلغرام ватсап вотсап вайбер телеграм")
        .words)
    let isService = FoldedText(header).words.contains { services.contains($0) }
    let line = Self.oneLine(value)
    guard !line.isEmpty else { return }
    do throws(Refusal) {
      try add(isService ? "\(line) (\(header))" : line, as: .phone)
    } catch {
      addOther(value, label: header)
    }
  }

  private mutating func read(_ line: String, from source: Source) throws(Refusal) {
    let scalars = line.unicodeScalars
    guard let colon = scalars.firstIndex(where: Self.isColon) else {
      throw Refusal(.contactKey, "there is no colon", hint: "write `key: value`; \(Self.keys)")
    }
    let spelling = String(scalars[..<colon])
    let value = String(scalars[scalars.index(after: colon)...])
    if let key = ContactKey(spelling: spelling) {
      if key == .phone, source == .entered { try Self.requireOneNumber(value) }
      try add(value, as: key, from: source)
    } else if ["other", "اخري", "غير ذلك", "другое"]
      .contains(FoldedText(spelling).words.joined(separator: " "))
    {
      if source == .entered { try Self.requireVisible(value, as: "other") }
      try readOther(value)
    } else {
      // Not even the key is quoted: it may be a name, on a line that was not meant as one.
      throw Refusal(
        .contactKey, "the key is not known",
        hint: ContactKey.nearest(to: spelling).map { "did you mean “\($0.rawValue)”?" }
          ?? Self.keys)
    }
  }

  private mutating func readOther(_ text: String) throws(Refusal) {
    let scalars = text.unicodeScalars
    guard !Self.oneLine(text).isEmpty else { return }
    guard let colon = scalars.firstIndex(where: Self.isColon),
      !Self.oneLine(String(scalars[..<colon])).isEmpty
    else {
      throw Refusal(.contactOther, "“other” has no label", hint: "write `other: label: value`")
    }
    addOther(
      String(scalars[scalars.index(after: colon)...]), label: String(scalars[..<colon]))
  }

  /// The key of a line and its value; nil for a line that has no known key.
  static func keyAndValue(of line: String) -> (key: ContactKey, value: String)? {
    let scalars = line.unicodeScalars
    guard let colon = scalars.firstIndex(where: isColon),
      let key = ContactKey(spelling: String(scalars[..<colon]))
    else { return nil }
    return (key, oneLine(String(scalars[scalars.index(after: colon)...])))
  }

  private static let keys: Wording =
    "the keys are \((ContactKey.allCases.map(\.rawValue) + ["other"]).joined(separator: ", "))"

  /// The lines of a text; LF, CR LF, CR and the two separators of Unicode end one.
  static func lines(of text: String) -> [String] {
    var lines: [String.UnicodeScalarView] = [.init()]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\r" {
        // The second half of one line end.
      } else if ["\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar) {
        lines.append(.init())
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines.map(String.init)
  }
}
