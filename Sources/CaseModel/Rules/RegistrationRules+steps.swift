extension RegistrationRules {
  /// What happens with the registration: the acknowledgement of somebody who stands there, the end
  /// of what needs no work.
  package static func stepsAtOnce(
    _ new: NewCase, _ registration: Registration, in configuration: Configuration
  ) -> [Step] {
    let on = registration.received
    let isPresent =
      configuration.codebook.channel(new.channel)?.isInPerson ?? false && !new.isNotTold
    var steps: [Step] = []
    if isPresent || new.isAnswered {
      steps.append(Step(.acknowledge(via: new.channel), on: on))
    }
    if new.isAnswered {
      steps.append(Step(.inform(.told(via: new.channel, language: new.language)), on: on))
      steps.append(Step(.close(outcome: .answered, of: nil), on: on))
    } else if new.category == "thanks", !registration.sensitivity.isSensitive {
      steps.append(Step(.inform(.waived(.noAnswerExpected)), on: on))
      steps.append(Step(.close(outcome: .noted, of: nil), on: on))
    }
    if let contact = new.contact { steps.append(Step(.contact, text: contact)) }
    return steps
  }

  /// The words of a complaint: what was told, and the remedy that is asked for.
  package static func narrative(of new: NewCase) -> String? {
    var parts: [String] = []
    if let text = new.text, !text.isEmpty { parts.append(text) }
    if let wanted = new.wanted, !wanted.isEmpty { parts.append("**Wanted:** " + wanted) }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  package func title(of new: NewCase, _ category: Codebook.Category) -> String {
    if let title = new.title, !title.isEmpty { return title }
    if let derived = Title.from(new.text ?? "") { return derived }
    return category.name.labels.text(configuration.settings.languages.first ?? "en")
      ?? new.category
  }
}
