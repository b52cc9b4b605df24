package import CaseModel

extension Case {
  /// Whether the public numbers of a day count the case: no sensitive one, whatever it was before,
  /// and of those set aside the ones that every figure counts.
  package func isPublic(asOf day: CalendarDate, in book: CodeBook) -> Bool {
    !sensitivity.isSensitive
      && !ComplaintRule(kinds: book.complaintKinds).leavesOut(self, asOf: day)
  }
}
