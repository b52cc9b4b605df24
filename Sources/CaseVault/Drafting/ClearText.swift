internal import PersonalData
internal import CaseFormat
internal import CaseModel
internal import Text

/// The guard that keeps what names or reaches a person out of words that stay readable for ever.
///
/// A net with known holes (see ``PersonalDataPattern``): git forgets nothing, so it asks before.
struct ClearText {
  /// Why such words may stand in clear all the same; nil refuses them.
  let permission: String?

  /// Takes the reason for which such words are let through.
  init(permission: String?) { self.permission = permission }

  /// The step, with the permission as a line of its text when it was needed.
  ///
  /// Throws `Refusal`: `text.personal-data` for texts without a permission, `code.personal-data`
  /// for a field that holds a code, which only a long number may do with one.
  func checked(_ step: Step) throws(Refusal) -> Step {
    if case .register(let registration) = step.action, let external = registration.external {
      try refuseInCode(external)
    }
    if let permission, let found = Self.findings(in: permission).first {
      throw Refusal(
        .textPersonalData, "the reason of --allow itself holds \(found)",
        hint: "say why in words that reach nobody")
    }
    var found: [String] = []
    for words in Self.words(of: step) {
      // The title often repeats the text's first words.
      found += Self.findings(in: words).filter { !found.contains($0) }
    }
    guard let first = found.first else { return step }
    guard let permission else {
      throw Refusal(
        .textPersonalData,
        "the text holds \(found.joined(separator: ", ")), and everybody with a copy of the "
          + "register could read it for ever",
        hint: "write it without, and give how to reach the person with --contact-from or "
          + "`daftar contact CASE --from -`; if \(Self.short(first)) must stand here: --allow "
          + "REASON")
    }
    var step = step
    let line = "**Allowed:** " + permission
    step.text = step.text.map { $0.isEmpty ? line : $0 + "\n\n" + line } ?? line
    return step
  }

  private func refuseInCode(_ code: String) throws(Refusal) {
    guard let finding = PersonalDataPattern.findings(in: code).first else { return }
    // Other systems number their records with as many digits as identity cards have.
    guard finding.kind != .identifier || permission == nil else { return }
    throw Refusal(
      .codePersonalData, "the external id looks like \(finding.kind.rawValue)",
      hint: finding.kind == .identifier
        ? "if it is the number of a record in the other system, say so: --allow REASON"
        : "ids are readable for everybody for ever: use the other system's own number")
  }

  /// The text and the private fields, each by itself.
  private static func words(of step: Step) -> [String] {
    [step.text].compactMap(\.self) + step.action.privateFields.values.compactMap(\.text)
  }

  private static func findings(in words: String) -> [String] {
    let scalars = Array(words.unicodeScalars)
    return PersonalDataPattern.findings(in: words).map { finding in
      let range = (finding.range.lowerBound - 1)..<finding.range.upperBound
      var found = String.UnicodeScalarView()
      found.append(contentsOf: scalars[range])
      return "\(finding.kind.rawValue) (“\(String(found))”)"
    }
  }

  private static func short(_ finding: String) -> String {
    String(finding.prefix { $0 != "(" }.dropLast())
  }
}
