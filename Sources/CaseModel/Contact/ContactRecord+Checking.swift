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
      guard PhoneNumber.all(in: line).isEmpty else { return }
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

  /// Throws `contact.phone` when a person writes two numbers on one line; an extension is no number.
  static func requireOneNumber(_ line: String) throws(Refusal) {
    let numbers = PhoneNumber.all(in: line).filter { $0.normalForm.utf8.count >= 7 }
    guard numbers.count > 1 else { return }
    throw Refusal(
      .contactPhone, "“phone” holds \(numbers.count) telephone numbers",
      hint: "give each its own line: “phone: …” may stand several times")
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
