internal import CaseModel
internal import Terminal

/// What a draft of a new case knows of who may read its words.
///
/// Words that somebody typed for few readers come back for no more than these.
extension Draft {
  /// Takes over who is complained about and left out where the call does not say so, and keeps what
  /// decides about the readers.
  func keepReaders(of new: inout NewCase) {
    if new.subjects.isEmpty { new.subjects = list("subject").map(Subject.init) }
    if new.notTo.isEmpty { new.notTo = list("not-to") }
    if new.sensitivity == nil {
      new.sensitivity = answer("sensitivity").flatMap(Sensitivity.init(rawValue:))
    }
    keep("category", new.category)
    keep("subject", new.subjects.map(\.description).joined(separator: " "))
    keep("not-to", new.notTo.joined(separator: " "))
    keep("sensitivity", new.sensitivity?.rawValue ?? "")
  }

  /// Asks before words get more readers than they were typed for; Enter says no.
  ///
  /// Throws `Cancelled` then: the words stay in the draft.
  func requireSealing(_ isSealed: Bool, of new: NewCase, in configuration: Configuration) throws {
    let kind = configuration.codebook.category(new.category)?.sensitivity ?? .open
    let isSensitive = max(kind, new.sensitivity ?? .open).isSensitive
    let readers: Readers = isSensitive ? .few : isSealed ? .team : .everybody
    if let before = answer("sealed").flatMap(Readers.init(rawValue:)), readers.isMore(than: before),
      hasWords
    {
      Output.note(
        "These words were typed for fewer readers. In a case of this kind "
          + (readers == .team
            ? "the whole team reads them." : "everybody who has the register reads them, for ever.")
      )
      guard try Question.isYes("Record them all the same?") else { throw Cancelled() }
    }
    keep("sealed", readers.rawValue)
  }

  /// Who reads the words of a case.
  private enum Readers: String, CaseIterable {
    case few, team, everybody

    func isMore(than other: Readers) -> Bool {
      Self.allCases.firstIndex(of: self) ?? 0 > Self.allCases.firstIndex(of: other) ?? 0
    }
  }

  private func list(_ field: String) -> [String] {
    (answer(field) ?? "").split(separator: " ").map(String.init)
  }
}
