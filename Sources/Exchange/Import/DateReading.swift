internal import CaseModel
internal import Tables

/// The reading of a table's dates as local dates of the register.
struct DateReading {
  /// A local date, and the moment when the table said it.
  struct Reading: Hashable {
    let date: CalendarDate
    let moment: Timestamp?
  }

  /// The zone in which the table means its times of day.
  let tableZone: TimeZoneRules
  /// The zone in which the register counts dates.
  let registerZone: TimeZoneRules

  /// Reads a cell with the first pattern that fits; the refusal says what the last one missed.
  func reading(_ cell: String, _ patterns: [DatePattern]) throws(DateRefusal) -> Reading {
    var refusal = DateRefusal(reason: "no date pattern is given")
    for pattern in patterns {
      do throws(DateRefusal) {
        return try reading(try pattern.parts(of: cell))
      } catch {
        refusal = error
      }
    }
    throw refusal
  }

  /// Midnight without a zone of its own is how programs write a date alone: the date stays.
  private func reading(_ parts: DateParts) throws(DateRefusal) -> Reading {
    guard
      let date = CalendarDate(year: parts.year, month: parts.month, dayOfMonth: parts.day)
    else { throw DateRefusal(reason: "no such day") }
    guard let hour = parts.hour else { return Reading(date: date, moment: nil) }
    let seconds = hour * 3_600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)
    guard let offset = parts.offsetMinutes else {
      guard seconds > 0 else { return Reading(date: date, moment: nil) }
      return reading(at: tableZone.moment(of: date, secondsOfDay: seconds))
    }
    let moment = Int64(date.day) * 86_400 + Int64(seconds - offset * 60)
    return reading(at: Timestamp(seconds: moment))
  }

  private func reading(at moment: Timestamp) -> Reading {
    Reading(date: registerZone.date(at: moment), moment: moment)
  }
}
