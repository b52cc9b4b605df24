internal import Exchange
internal import PersonalData
internal import Text

/// Why each column is proposed for what it is.
extension ProposalWriter {
  /// The reason in one line; nil for what is empty.
  func reason(_ profile: ColumnProfile, _ role: ColumnChoice.Role) -> String? {
    switch role {
    case .drop: return nil
    case .answer: return "it holds only yes or no for one answer of a question with many"
    case .private: return privateReason(profile)
    case .status: return said(by: profile, .status)
    case .title: return said(by: profile, .title)
    case .text: return said(by: profile, .text)
    case .reply: return said(by: profile, .reply)
    case .narrative:
      let words = said(by: profile, .text) ?? said(by: profile, .title)
      return (words.map { "\($0); " } ?? "") + "\(profile.meanWords) words in a cell on average"
    case .date(let field):
      let words = said(by: profile, .field(field)) ?? "no header says it more clearly"
      let other = otherColumn(profile, .field(field))
      return "\(words); its cells are dates" + other
    case .code(let field):
      let words =
        said(by: profile, field == .state ? .status : .field(field))
        ?? (choice.shownByCells.contains(profile.index)
          ? "its cells are words for it" : "the header is near to it")
      let several =
        profile.separator == nil
        ? "" : "; several answers in a cell, between them “\(profile.separator ?? "")”"
      if field == .age, profile.areAges { return "\(words); its cells are years" }
      let count = counts(profile).count
      return "\(words); \(counted(count, "different value"))" + several
        + otherColumn(profile, .field(field))
    }
  }

  private func said(by profile: ColumnProfile, _ meaning: HeaderWords.Meaning) -> String? {
    profile.meanings.first { $0.meaning == meaning }.map { "its header says “\($0.word)”" }
  }

  private func privateReason(_ profile: ColumnProfile) -> String {
    if profile.isPersonal, let word = profile.meanings.first?.word {
      return "its header says “\(word)”: about a person, or about somebody else"
    }
    if !profile.personal.isEmpty {
      let kinds = profile.personal.map(\.rawValue).sorted().joined(separator: ", ")
      return "some of its cells hold \(kinds)"
    }
    return profile.meanings.isEmpty
      ? "no word of its header is known: sealed until you say what it is"
      : "another column, or none, fits what its header says better: sealed until you say what it is"
  }

  /// The name of another column that could have been meant.
  private func otherColumn(_ profile: ColumnProfile, _ meaning: HeaderWords.Meaning) -> String {
    let other = zip(choice.profiles, choice.roles).first { candidate, role in
      candidate.index != profile.index && candidate.means(meaning) && role == .private
        && !candidate.isPersonal && candidate.dates.areDates == profile.dates.areDates
        && Self.canWrite(candidate.name)
    }
    return other.map { "; not \(Self.quoted($0.0.name)), which is less clear" } ?? ""
  }
}
