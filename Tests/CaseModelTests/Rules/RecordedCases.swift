import CaseModel
import TestSupport

/// For every rule that only a writer asks at least one situation in which it refuses, and its
/// neighbour in which it does not.
enum RecordedCases {
  static let all =
    days + deadlines + acting + codes + languages + amending + secondPerson + setAside + proposals
    + links + registering + registeredCodes + sealing + contact + contactFields

  /// A sample complaint right after its registration, on 2 March 2026.
  static func registered(
    _ category: String = "major", _ sensitivity: Sensitivity = .internal,
    _ change: (inout Registration) throws -> Void = { _ in }
  ) throws -> Ledger {
    var registration = try Registration.sample(category: category, sensitivity: sensitivity)
    try change(&registration)
    return try Ledger(registration)
  }

  /// The same, registered two days after its receipt.
  static func registeredLate() throws -> Ledger {
    try Ledger(try Registration.sample(category: "major"), registered: try date("2026-03-04"))
  }

  /// A correction of a field.
  static func amending(_ field: String, _ value: String) -> Action {
    .amend(Amendment(field: field, value: value, was: ""))
  }

  /// The same correction, proposed to a second person.
  static func proposing(_ field: String, _ value: String) -> Action {
    .propose(.made(Amendment(field: field, value: value, was: "")))
  }
}
