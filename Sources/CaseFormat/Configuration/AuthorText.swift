internal import PersonalData
internal import CaseModel

/// What git can hold of a person: the name and the address of a commit's author.
package enum AuthorText {
  /// Why a text cannot be the name of somebody who writes commits; nil when it can.
  package static func problem(ofName text: String) -> String? {
    let scalars = text.unicodeScalars
    if scalars.contains(where: { $0 == "<" || $0 == ">" }) || !Team.isSafeName(text) {
      return "it holds < or > or a character that cannot be seen"
    }
    if scalars.first.map(isBlankOrInvisible) ?? true || scalars.last.map(isBlankOrInvisible) ?? true
    {
      return "it begins or ends with a space or an invisible character"
    }
    guard scalars.contains(where: { $0.properties.isAlphabetic }) else {
      return "there is no letter in it"
    }
    return text.utf8.count <= 200 ? nil : "it is too long"
  }

  /// A name that a commit can hold: the text without what it cannot, or else the id.
  package static func safe(name: String, orID id: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !isForbidden(scalar) {
      if scalar == " ", safe.last == " " || safe.isEmpty { continue }
      safe.append(scalar)
    }
    while safe.last == " " { safe.removeLast() }
    return problem(ofName: String(safe)) == nil ? String(safe) : id
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "<" || scalar == ">" || scalar.properties.generalCategory == .control
  }
}

extension Team.Member {
  /// The name that commits show: what a file of an older program says may not be one that git takes.
  package var authorName: String { AuthorText.safe(name: name, orID: id) }

  /// The address that commits show: the member's, or one that stands for having none.
  package var authorEmail: String {
    guard let email, MailAddress.problem(email) == nil else { return id + "@daftar.invalid" }
    return email
  }
}
