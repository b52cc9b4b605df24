/// What a code is called in each language of the register.
package struct Labels: Sendable, Hashable {
  private let byLanguage: [String: String]
  /// Whether somebody wrote one text and meant it for every language.
  package let isForAllLanguages: Bool

  /// Makes labels from texts by language code.
  package init(_ byLanguage: [String: String]) {
    self.byLanguage = byLanguage
    isForAllLanguages = false
  }

  /// Makes a label that is the same in every language.
  package init(forAllLanguages text: String) {
    byLanguage = ["en": text]
    isForAllLanguages = true
  }

  /// The label in a language, else in English, else any, else nil.
  package func text(_ language: String) -> String? {
    byLanguage[language] ?? byLanguage["en"] ?? byLanguage.min { $0.key < $1.key }?.value
  }

  /// The texts by language code.
  package var all: [String: String] { byLanguage }
}

/// A code of the configuration and what it is called.
package struct LabelledCode: Sendable, Hashable {
  /// The code that case files hold.
  package let code: String
  /// What it is called.
  package let labels: Labels

  /// Names a code.
  package init(code: String, labels: Labels) {
    self.code = code
    self.labels = labels
  }
}
