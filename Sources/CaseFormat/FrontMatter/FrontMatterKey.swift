/// The keys of the front matter; the raw value is a position, so that fields can lie in an array.
enum FrontMatterKey: Int, CaseIterable {
  case `case`
  case state
  case category
  case themes
  case sensitivity
  case priority
  case channel
  case language
  case area
  case unit
  case project
  case received
  case receivedBy
  case happened
  case registered
  case acknowledged
  case due
  case extended
  case assignee
  case waitingFor
  case waitingUntil
  case heldFrom
  case heldUntil
  case outcome
  case rootCause
  case decided
  case decidedBy
  case approvedBy
  case informed
  case waived
  case closed
  case reopened
  case objections
  case duplicateOf
  case follows
  case sameIssue
  case promises
  case referrals
  case satisfaction
  case subjects
  case external
  case onBehalf
  case `repeat`
  case consent
  case complainant
  case attention
  /// Only in the stub of a sensitive case.
  case actors

  /// The key as it stands in the file.
  var text: String {
    var text = ""
    for scalar in String(describing: self).unicodeScalars {
      let isUpper = ("A"..."Z").contains(scalar)
      text += isUpper ? "-" + String(scalar).lowercased() : String(scalar)
    }
    return text
  }
}
