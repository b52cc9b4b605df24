package import PersonalData

extension ContactRecord {
  /// Whether a number may be one of the person's: among the phones and the columns without a key.
  package func hasPhone(_ number: PhoneNumber) -> Bool {
    (phones + others.map(\.value)).contains { text in
      PhoneNumber.all(in: text).contains { $0.matches(number) }
    }
  }
}
