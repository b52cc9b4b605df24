package import CaseModel

extension Case {
  /// Whether the public numbers count the case; the same cases as everywhere.
  package var isPublic: Bool { isCounted }
}
