package import CaseModel

/// The stages of an ordinary case, each from the one before: omar registers, rana handles, lina is
/// the manager, sami reviews.
extension Ledger {
  /// A sample complaint on which rana works.
  package static func inProgress(
    category: String = "major", sensitivity: Sensitivity = .internal
  ) throws -> Ledger {
    var ledger = try Ledger(.sample(category: category, sensitivity: sensitivity))
    try ledger.record(.assign(.member("rana")), by: "omar")
    try ledger.record(.start)
    return ledger
  }

  /// The same, decided by rana.
  package static func decided(sensitivity: Sensitivity = .internal) throws -> Ledger {
    var ledger = try inProgress(sensitivity: sensitivity)
    ledger.day = ledger.day.adding(days: 1)
    try ledger.record(.decide(.upheld, rootCause: "data-error"), text: "Entered twice.")
    return ledger
  }

  /// The same, told to the complainant.
  package static func informed() throws -> Ledger {
    var ledger = try decided()
    ledger.day = ledger.day.adding(days: 1)
    try ledger.record(.inform(.told(via: "hotline", language: "ar")))
    return ledger
  }

  /// The same, closed.
  package static func closed() throws -> Ledger {
    var ledger = try informed()
    ledger.day = ledger.day.adding(days: 1)
    try ledger.record(.close(outcome: nil, of: nil))
    return ledger
  }

  /// An informed case to which the complainant objects.
  package static func objected() throws -> Ledger {
    var ledger = try informed()
    try ledger.record(.object, by: "omar", text: "Still not on the list.")
    return ledger
  }
}
