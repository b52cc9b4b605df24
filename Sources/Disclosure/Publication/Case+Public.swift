package import CaseModel

extension Case {
  /// Whether the public numbers of a day count the case.
  package func isPublic(asOf day: CalendarDate, in book: CodeBook) -> Bool {
    ComplaintRule(kinds: book.complaintKinds).isOnPages(self, asOf: day)
  }
}
