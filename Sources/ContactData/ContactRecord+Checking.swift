package import CaseModel
internal import PersonalData
internal import Text

extension ContactRecord {
  /// Where a value of the record comes from.
  package enum Source: Sendable {
    /// A person says it now, so it is held to the rule of its field.
    case entered
    /// It was sealed earlier, perhaps by an older program: what is there is shown.
    case stored
  }

  /// Throws unless a value can be what its key says; the value is never quoted.
  ///
  /// Rules `contact.phone`, `contact.email`, `contact.language`. Which channels there are is for
  /// ``requireChannel(among:)``.
  static func check(_ line: String, as key: ContactKey) throws(Refusal) {
    switch key {
    case .phone:
      guard !DateShape.holds(line) else {
        throw Refusal(
          .contactPhone, "“phone” holds a date and no telephone number",
          hint:
            "if it is a number, write its digits without dashes, dots and strokes; a day goes into "
            + "“note”")
      }
      guard PhoneNumber.all(in: line).isEmpty || isSpoilt(line) else { return }
      throw Refusal(
        .contactPhone, "“phone” holds no telephone number",
        hint: "write the number with its digits; what else there is to say goes into “note”")
    case .email:
      guard !MailAddress.isPublic(line) else { return }
      throw Refusal(
        .contactEmail,
        "“email” is no e-mail address: \(MailAddress.problem(line) ?? "the part after @ has no dot")",
        hint: "write it as name@example.org; what else there is to say goes into “note”")
    case .language:
      for word in line.split(whereSeparator: { ",;/+،".contains($0) }) {
        let code = trimmed(word)
        guard !code.isEmpty, !LanguageCode.isKnown(code) else { continue }
        throw Refusal(
          .contactLanguage, "“language” holds no code of a language",
          hint: LanguageCode.meant(by: code).map { "did you mean “\($0)”?" }
            ?? "use codes of two or three letters (ISO 639), such as ar, or ar, ku")
      }
    case .name, .hours, .answers, .message, .channel, .place, .note: return
    }
  }

  /// A second plus, or letters in the middle of the digits that name no extension: a slip, not a number
  /// with a remark.
  private static func isSpoilt(_ line: String) -> Bool {
    let pluses = line.count { "+＋".contains($0) }
    if pluses > 1, line.contains(/[+＋]\s*[+＋]/) { return true }
    guard line.contains("-"), line.contains(where: \.isLetter) else { return false }
    return line.contains(/\d-(?!(?:ext|x|доб|вн|تحويلة)-)\p{L}+-\d/.ignoresCase())
  }

  /// Throws `contact.phone` when a person writes two numbers on one line; an extension is no number.
  static func requireOneNumber(_ line: String) throws(Refusal) {
    let numbers = PhoneNumber.all(in: line).filter { $0.normalForm.utf8.count >= 7 }
    guard numbers.count > 1 else { return }
    throw Refusal(
      .contactPhone, "“phone” holds \(numbers.count) telephone numbers",
      hint: "give each its own line: “phone: …” may stand several times")
  }

  /// Throws `contact.character` where a value holds something that nobody sees and that would be left
  /// out: a control, or what turns the order of other characters round.
  static func requireVisible(_ value: String, as name: String) throws(Refusal) {
    guard let code = unseen(in: value) else { return }
    throw Refusal(
      .contactCharacter, "“\(name)” holds the character \(code), which nobody sees",
      hint: "type the line again without it; a copied number or name may bring it along")
  }

  /// The first character of a value that nobody sees and nobody means, as `U+202E`.
  package static func unseen(in value: String) -> String? {
    let hasFlag = value.unicodeScalars.contains("\u{1F3F4}")
    let refused = value.unicodeScalars.first { scalar in
      // The letters of a flag stand behind it, and nowhere else.
      (0xE0020...0xE007F).contains(scalar.value) ? !hasFlag : isRefused(scalar)
    }
    guard let scalar = refused else { return nil }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    // Joiners are spelling, marks of direction keep a number readable.
    case 0x200C...0x200F, 0x061C: false
    // Which of its pictures a character shows.
    case 0xFE00...0xFE0F: false
    // The empty cell of Braille.
    case 0x2800: true
    default: UnseenCharacter.isUnseen(scalar)
    }
  }

  private static func trimmed(_ word: Substring) -> String {
    var rest = word.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Throws `contact.channel` unless the channel, if one is named, is among codes.
  package func requireChannel(among codes: [String]) throws(Refusal) {
    guard let channel, !codes.contains(channel), !codes.isEmpty else { return }
    throw Refusal(
      .contactChannel, "“channel” is none of the register's channels",
      hint: "known: \(codes.joined(separator: ", ")); what else there is to say goes into “note”")
  }
}
