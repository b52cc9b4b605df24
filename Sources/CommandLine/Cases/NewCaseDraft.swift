internal import CaseModel
internal import Terminal

/// What a draft of a new case knows of who may read its words.
///
/// Words that somebody typed for few readers come back for no more than these.
extension Draft {
  /// Takes over who is complained about and left out, where the call does not say so.
  func takeOverReaders(of new: inout NewCase) {
    if new.subjects.isEmpty { new.subjects = list("subject").map(Subject.init) }
    if new.notTo.isEmpty { new.notTo = list("not-to") }
    if new.sensitivity == nil {
      new.sensitivity = answer("sensitivity").flatMap(Sensitivity.init(rawValue:))
    }
  }

  /// Keeps what decides about the readers; asks first where words get more than they were typed for.
  ///
  /// False when the answer was no (Enter says so): then the draft keeps what it said before.
  func keepsReaders(
    of new: NewCase, isSealed: Bool, in configuration: Configuration
  ) throws -> Bool {
    let readers = Readers(of: new, isSealed: isSealed, in: configuration)
    if let before = answer("sealed").flatMap(Readers.init(rawValue:)), readers.isMore(than: before),
      hasWords
    {
      Output.note(
        "These words were typed for fewer readers. In a case of this kind "
          + (readers == .team
            ? "the whole team reads them." : "everybody who has the register reads them, for ever.")
      )
      guard try Question.isYes("Record them all the same?") else { return false }
    }
    keep("sealed", readers.rawValue)
    keep("category", new.category)
    keep("subject", new.subjects.map(\.description).joined(separator: " "))
    keep("not-to", new.notTo.joined(separator: " "))
    keep("sensitivity", new.sensitivity?.rawValue ?? "")
    return true
  }

  /// Who reads the words of a case.
  private enum Readers: String, CaseIterable {
    case few, team, everybody

    init(of new: NewCase, isSealed: Bool, in configuration: Configuration) {
      let kind = configuration.codebook.category(new.category)?.sensitivity ?? .open
      let isSensitive = max(kind, new.sensitivity ?? .open).isSensitive
      self = isSensitive ? .few : isSealed ? .team : .everybody
    }

    func isMore(than other: Readers) -> Bool {
      Self.allCases.firstIndex(of: self) ?? 0 > Self.allCases.firstIndex(of: other) ?? 0
    }
  }

  private func list(_ field: String) -> [String] {
    (answer(field) ?? "").split(separator: " ").map(String.init)
  }
}
