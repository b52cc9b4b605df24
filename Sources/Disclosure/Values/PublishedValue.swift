/// A number as the public may see it.
///
/// Whatever draws or prints a number takes this type, so that a raw count cannot reach a page.
package enum PublishedValue: Sendable, Equatable, Hashable {
  /// The number itself.
  case published(Int)
  /// Withheld to protect people; the reason and the size stay unknown.
  case hidden
  /// A combination that cannot occur.
  case notApplicable
  /// Nobody recorded it.
  case missing

  /// The number, when it is shown.
  package var number: Int? {
    if case .published(let number) = self { number } else { nil }
  }

  /// The flag beside an empty value in open data: `c` hidden, `z` not applicable, `m` missing.
  ///
  /// The letters follow the confidentiality flags that Eurostat and SDMX use.
  package var flag: String {
    switch self {
    case .published: ""
    case .hidden: "c"
    case .notApplicable: "z"
    case .missing: "m"
    }
  }
}
