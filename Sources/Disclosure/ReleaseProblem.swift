/// Why a release cannot be made from the values given.
package enum ReleaseProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case noLanguage
  case unusableCode(String)
  case repeated(String)
  case notADate(String)
  case notAMonth(String)
  case negative(String)
  case notANumber(String)
  case rowWidth(table: String, code: String)
  case shareAboveOne(String)

  package var description: String {
    switch self {
    case .noLanguage: "a release needs at least one language"
    case .unusableCode(let code): "not usable as a code: \(code)"
    case .repeated(let name): "given twice: \(name)"
    case .notADate(let text): "not a date (YYYY-MM-DD): \(text)"
    case .notAMonth(let text): "not a month (YYYY-MM), or not after the one before: \(text)"
    case .negative(let name): "a count below zero: \(name)"
    case .notANumber(let text): "not a decimal number: \(text)"
    case .rowWidth(let table, let code):
      "table \(table), row \(code): one value per column is needed"
    case .shareAboveOne(let name): "more cases above the line than below it: \(name)"
    }
  }
}
