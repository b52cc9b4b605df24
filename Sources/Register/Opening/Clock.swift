package import CaseModel
internal import FoundationEssentials

/// Where the present moment comes from.
package struct Clock: Sendable {
  /// The present moment.
  package let now: Timestamp
  /// Whether the moment was set from outside and not taken from the system.
  package let isSet: Bool

  /// The system's clock.
  package static func system() -> Clock {
    Clock(now: Timestamp(seconds: Int64(Date().timeIntervalSince1970)), isSet: false)
  }

  /// A clock that was set from outside, as `DAFTAR_NOW` does in a demonstration.
  package static func set(to moment: Timestamp) -> Clock { Clock(now: moment, isSet: true) }
}
