package import CaseModel

/// Something that a test builds and that turned out to be impossible.
package struct CannotBuild: Error, CustomStringConvertible {
  /// What could not be built.
  package let description: String

  /// Names what could not be built.
  package init(_ description: String) { self.description = description }
}

/// Returns the value, or says what could not be built.
package func built<Value>(_ value: Value?, _ what: String) throws -> Value {
  guard let value else { throw CannotBuild(what) }
  return value
}

/// Reads a date that a test writes down.
package func date(_ text: String) throws -> CalendarDate {
  try built(CalendarDate(text), "the date \(text)")
}

/// Reads a moment that a test writes down.
package func moment(_ text: String) throws -> Timestamp {
  try built(Timestamp(text), "the moment \(text)")
}

extension CaseID {
  /// An id of March 2026 that differs for every number.
  package static func sample(_ number: Int = 0) throws -> CaseID {
    let random = (0..<7).map { (number >> ($0 * 5)) & 31 }
    return try built(CaseID(year: 2026, month: 3, random: random), "the sample id \(number)")
  }
}

extension EventID {
  /// An id of no event that differs for every number.
  package static func sample(_ number: Int) throws -> EventID {
    try built(EventID(digest: (0..<10).map { UInt8((number >> $0) & 255) }), "an event id")
  }
}

extension Registration {
  /// A complaint received on 2 March 2026 and due on the 17th, with only the fields all have.
  package static func sample(
    category: String = "major", sensitivity: Sensitivity = .internal
  ) throws -> Registration {
    Registration(
      caseID: try .sample(), category: category, themes: ["selection"], sensitivity: sensitivity,
      priority: .normal, channel: "hotline", language: "ar", received: try date("2026-03-02"),
      receivedBy: "omar", due: try date("2026-03-17"), consent: .yes,
      title: "Left off the list at site 4")
  }

  /// The same complaint with a value in every field.
  package static func full() throws -> Registration {
    var registration = try sample()
    for field in Concern.fields { registration.concern[field] = "B12" }
    registration.concern.area = "SY0203"
    registration.concern.unit = "jarabulus"
    registration.concern.project = "FSL-04"
    registration.receivedAt = try moment("2026-03-02T07:45:00Z")
    registration.happened = try date("2026-02-27")
    registration.external = "kobo:7781/2"
    registration.subjects = [.member("karim"), .unit("tabqa")]
    registration.isOnBehalf = true
    registration.isNotTold = true
    registration.isRepeated = true
    registration.importDigest = "9f86d081884c7d659a2feaa0c55ad015"
    for (key, value) in zip(
      Complainant.keys, ["female", "18-59", "no", "displaced", "beneficiary", "no"])
    {
      registration.complainant[key] = value
    }
    return registration
  }
}
