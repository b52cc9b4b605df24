package import CaseModel

extension Case {
  /// Whether the public numbers count the case: it is not sensitive, and it is one person's one matter,
  /// neither a second registration of another case nor a test.
  package var isPublic: Bool {
    !sensitivity.isSensitive && duplicateOf == nil && outcome != .duplicate && outcome != .invalid
  }
}
