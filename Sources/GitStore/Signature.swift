/// A person and a moment, as a commit records them.
package struct Signature: Hashable, Sendable {
  /// The person's name.
  package let name: String
  /// The person's address.
  package let email: String
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let seconds: Int64
  /// The offset of the local clock from UTC, in minutes, east positive.
  package let offsetMinutes: Int

  /// Describes a person and a moment; checked when a commit is written.
  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int = 0) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }
}

extension Signature {
  private static let longestOffset: UInt = 24 * 60 - 1

  /// The line of a commit: `NAME <EMAIL> SECONDS +HHMM`.
  ///
  /// Refuses what could end the field early, and so forge another one.
  func commitLine(_ role: String) throws(GitError) -> String {
    let doing = "writing the \(role) of a commit"
    for (field, text) in [("name", name), ("address", email)] {
      let forbidden = text.unicodeScalars.contains {
        $0 == "<" || $0 == ">" || $0.properties.generalCategory == .control
      }
      guard !forbidden else {
        throw GitError(
          doing, .refused,
          message: "the \(field) \(String(reflecting: text)) contains '<', '>' or a control "
            + "character")
      }
    }
    guard !name.isEmpty, name.first != " ", name.last != " ", !email.contains(" ") else {
      throw GitError(
        doing, .refused,
        message: "\(String(reflecting: name)) <\(email)>: the name must not be empty or begin or "
          + "end with a space, and the address must not contain one")
    }
    guard seconds >= 0, offsetMinutes.magnitude <= Self.longestOffset else {
      throw GitError(
        doing, .refused,
        message: "the time \(seconds) with offset \(offsetMinutes) min is not valid")
    }
    let offset = offsetMinutes.magnitude
    return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")"
      + Self.twoDigits(offset / 60) + Self.twoDigits(offset % 60)
  }

  private static func twoDigits(_ number: UInt) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
