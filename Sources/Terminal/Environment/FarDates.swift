package import CaseModel
internal import Synchronization

/// Days of far years that a person said they mean, in one call: with `--far-dates`, or when asked.
package final class FarDates: Sendable {
  private struct Meant {
    var all = false
    var days: Set<CalendarDate> = []
  }

  private let meant = Mutex(Meant())

  /// Notes that every such day is meant.
  package func meanAll() { meant.withLock { $0.all = true } }

  /// Notes that one such day is meant.
  package func mean(_ day: CalendarDate) {
    meant.withLock { known in _ = known.days.insert(day) }
  }

  /// Whether a day is meant, should its year be a far one.
  package func isMeant(_ day: CalendarDate) -> Bool {
    meant.withLock { $0.all || $0.days.contains(day) }
  }
}
