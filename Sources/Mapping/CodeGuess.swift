internal import Exchange
internal import CaseFormat
internal import CaseModel

/// A guess at the code that a word of a table means, by codes, labels and a few usual words.
struct CodeGuess {
  private let configuration: Configuration
  private let categoryWords: Set<String>
  private let sensitiveWords: Set<String>
  /// A longer text is no list of names, in bytes.
  private static let longestName = 400

  init(_ configuration: Configuration) {
    self.configuration = configuration
    let categories = configuration.codebook.categories
    categoryWords = Self.words(for: categories)
    sensitiveWords = Self.words(for: categories.filter(\.sensitivity.isSensitive))
  }

  /// The code of a value, empty when it says nothing; nil when it is not certain.
  func code(for value: String, in field: ImportField) -> String? {
    let word = Self.key(value)
    let known = codes(of: field).first { known in
      Self.key(known.code) == word || known.labels.all.values.contains { Self.key($0) == word }
    }
    if let known { return known.code }
    if field == .state { return StateWords.code(of: value) }
    if field == .age, let band = band(of: value) { return band }
    if field == .channel, Self.others.contains(word) { return "" }
    guard let code = Self.usual[field]?[word] else { return nil }
    return FieldCodes(configuration).knows(code, in: field) ? code : nil
  }

  /// Whether a value is the code or the name of a category, a sensitive one too.
  func namesCategory(_ value: String) -> Bool { categoryWords.contains(Self.key(value)) }

  /// Whether a value is the code or the name of a sensitive category, or holds one among others.
  func namesSensitiveCategory(_ value: String) -> Bool {
    guard value.utf8.count <= Self.longestName else { return false }
    return sensitiveWords.contains(Self.key(value))
      || value.split { ";,/|،؛".contains($0) }.contains {
        sensitiveWords.contains(Self.key(String($0)))
      }
  }

  private static func words(for categories: [Codebook.Category]) -> Set<String> {
    let names = categories.flatMap { [$0.name.code] + $0.name.labels.all.values }
    return Set(names.map(key)).subtracting([""])
  }

  /// The band in which all numbers of a text lie: `Adults 18 to 59` is `18-59`.
  private func band(of text: String) -> String? {
    let codes = FieldCodes(configuration)
    let ages = text.split { !$0.isNumber }.map { codes.band(ofAge: String($0)) }
    guard let first = ages.first, ages.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func codes(of field: ImportField) -> [LabelledCode] {
    // What is sensitive is never guessed: somebody says so.
    if field == .category {
      return configuration.codebook.categories.filter { !$0.sensitivity.isSensitive }.map(\.name)
    }
    if field == .sensitivity { return [] }
    return field.codes.map(configuration.labelledCodes) ?? []
  }

  /// Small letters and digits only: `Non_Beneficiary` is `nonbeneficiary`.
  private static func key(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" })
  }

  /// Ways that are none of those in a list: such a row gets the one for all rows.
  private static let others: Set<String> = ["other", "unknown", "другое", "иное", "أخرى", "غيرذلك"]

  private static let yesNo = [
    "yes": "yes", "y": "yes", "true": "yes", "1": "yes", "نعم": "yes", "да": "yes", "no": "no",
    "n": "no", "false": "no", "0": "no", "لا": "no", "нет": "no",
  ]

  private static let usual: [ImportField: [String: String]] = [
    .sex: [
      "f": "female", "woman": "female", "female": "female", "ж": "female", "жен": "female",
      "женский": "female", "أنثى": "female", "انثى": "female", "امرأة": "female", "m": "male",
      "man": "male", "male": "male", "м": "male", "муж": "male", "мужской": "male", "ذكر": "male",
      "رجل": "male", "mixed": "unknown", "mixedgroupofpeople": "unknown", "other": "other",
      "preferrednottoindicate": "unknown",
    ],
    .age: ["mixed": "unknown", "mixedgroupofpeople": "unknown"],
    // Upwards only: what may be sensitive is sealed, and somebody lowers it who has read it.
    .sensitivity: [
      "sensitive": "confidential", "tobeclarified": "confidential", "nonsensitive": "internal",
    ],
    .disability: yesNo, .anonymous: yesNo, .isRepeated: yesNo,
    .language: [
      "english": "en", "arabic": "ar", "russian": "ru", "العربية": "ar", "عربي": "ar",
      "الإنجليزية": "en", "русский": "ru", "английский": "en", "арабский": "ar", "kurdish": "ku",
      "turkish": "tr", "french": "fr", "isizulu": "zu", "isixhosa": "xh", "mixed": "mul",
    ],
    .priority: [
      "urgent": "high", "medium": "normal", "средняя": "normal", "высокая": "high",
      "низкая": "low", "срочно": "high", "عالي": "high", "متوسط": "normal", "منخفض": "low",
      "urgentorimmediateactionneedstobetaken": "high", "actionneedstobetaken": "normal",
      "noimmediateactionnecessarygeneralmonitoringreviewandaction": "low",
      "tobeclarified": "normal",
    ],
    .category: [
      "thanks": "thanks", "praise": "thanks", "encouragementpraise": "thanks",
      "question": "information", "questions": "information", "request": "assistance",
      "suggestion": "suggestion", "suggestions": "suggestion", "rumour": "rumour",
      "rumor": "rumour", "вопрос": "information", "سؤال": "information",
      "observationperceptionorbelief": "rumour",
    ],
    .channel: [
      "phone": "hotline", "call": "hotline", "هاتف": "hotline", "телефон": "hotline",
      "facetoface": "desk", "inperson": "desk", "лично": "desk", "whatsapp": "messenger",
      "telegram": "messenger", "complaintbox": "box", "suggestionbox": "box",
      "householdvisit": "field", "communitymeeting": "field", "mail": "letter",
      "fieldmonitoring": "field", "fieldsocialmobilisationactivities": "field",
      "keyinformantinterview": "survey", "structuredinterview": "survey",
      "interactivevoiceresponse": "hotline", "callcentre": "hotline", "messagingapps": "messenger",
      "helpdeskinformationcenter": "desk", "feedbackbox": "box",
    ],
  ]
}
