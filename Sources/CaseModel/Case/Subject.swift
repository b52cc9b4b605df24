/// Whom a complaint is about: somebody of the team, or a unit; barred from the case.
package enum Subject: Hashable, Sendable, CustomStringConvertible {
  /// A member, by id.
  case member(String)
  /// A unit, by code.
  case unit(String)

  private static let unitMark = "unit:"

  /// Reads what stands in files and after `--subject`: `unit:CODE`, or a member's id.
  package init(_ text: String) {
    self =
      text.hasPrefix(Self.unitMark)
      ? .unit(String(text.dropFirst(Self.unitMark.count))) : .member(text)
  }

  /// The text that ``init(_:)`` reads.
  package var description: String {
    switch self {
    case .member(let id): id
    case .unit(let code): Self.unitMark + code
    }
  }

  /// The id of the member; nil for a unit.
  package var member: String? { if case .member(let id) = self { id } else { nil } }
}
