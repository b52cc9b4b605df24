internal import ArgumentParser
internal import CaseModel

/// A date as people type it: `2026-11-21`, `today`, `yesterday`, or `+14` for days from today.
struct DateWord: ExpressibleByArgument {
  private enum Kind {
    case date(CalendarDate)
    case fromToday(Int)
  }

  private let kind: Kind

  init?(argument: String) {
    let text = argument.asciiDigits.lowercased()
    switch text {
    case "today": kind = .fromToday(0)
    case "yesterday": kind = .fromToday(-1)
    case "tomorrow": kind = .fromToday(1)
    default:
      if let date = CalendarDate(text) {
        kind = .date(date)
      } else if text.hasPrefix("+"), let days = Int(text.dropFirst()), days <= 3_650 {
        kind = .fromToday(days)
      } else {
        return nil
      }
    }
  }

  /// The date that is meant on a day.
  func date(today: CalendarDate) throws -> CalendarDate {
    switch kind {
    case .date(let date): date
    case .fromToday(let days): today.adding(days: days)
    }
  }
}

extension String {
  /// The text with Arabic-Indic and Persian digits as ASCII digits.
  var asciiDigits: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0660...0x0669: result.append(Unicode.Scalar(UInt8(scalar.value - 0x0660 + 48)))
      case 0x06F0...0x06F9: result.append(Unicode.Scalar(UInt8(scalar.value - 0x06F0 + 48)))
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
