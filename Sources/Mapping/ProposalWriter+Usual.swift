internal import CaseModel
internal import PersonalData
internal import Tables

/// What all rows get that say nothing themselves.
extension ProposalWriter {
  var usualCategory: String {
    let book = configuration.codebook
    let ordinary = book.categories.filter { !$0.sensitivity.isSensitive && $0.isComplaint }
    return (book.category("minor") ?? ordinary.first ?? book.categories.first)?.name.code ?? "minor"
  }

  var usualChannel: String {
    let book = configuration.codebook
    return (book.channel("web") ?? book.channels.first)?.name.code ?? "web"
  }

  /// The language of the complaints' text; without one, what the script of headers and values tells;
  /// English when it does not.
  var usualLanguage: (code: String, why: String?) {
    if let text = zip(choice.profiles, choice.roles).first(where: { $0.1 == .narrative })?.0,
      let code = LanguageGuess.language(of: text.sample)
    {
      return (code, "what \(Self.quoted(text.name)) seems to be written in")
    }
    let scalars = choice.profiles.flatMap { profile in
      Array(profile.header.unicodeScalars)
        + (profile.values ?? [:]).keys.flatMap { Array($0.unicodeScalars) }
    }
    let arabic = scalars.count { (0x620...0x6FF).contains($0.value) }
    let cyrillic = scalars.count { (0x400...0x4FF).contains($0.value) }
    let latin = scalars.count { isLatinLetter($0) }
    if arabic > max(cyrillic, latin) { return ("ar", nil) }
    return (cyrillic > latin ? "ru" : "en", nil)
  }
}
