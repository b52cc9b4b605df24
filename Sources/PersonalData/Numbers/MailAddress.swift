/// What an e-mail address must look like, wherever one is kept.
package enum MailAddress {
  /// Why a text is no address for e-mail; nil when it is one.
  ///
  /// One name, one `@`, one domain, nothing around them: what RFC 5322 allows beyond that, such as
  /// quoted names and comments, is not what people have, and git could not keep it.
  package static func problem(_ text: String) -> String? {
    if text.contains("<") || text.contains(">") {
      return "it holds < or >: write the address alone, without the name"
    }
    if text.unicodeScalars.contains(where: isBlankOrInvisible) {
      return "it holds a space or an invisible character"
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let domain = parts.last, !name.isEmpty,
      !domain.isEmpty
    else { return "it is not of the form name@example.org" }
    guard text.utf8.count <= 254, name.utf8.count <= 64 else { return "it is too long" }
    guard !name.contains(where: { "()[],;:\\\"'`|".contains($0) }), isDotted(name) else {
      return "the part before @ is not one that e-mail has"
    }
    let isDomain = domain.unicodeScalars.allSatisfy {
      isWordPart($0) || $0 == "-" || $0 == "." || $0.properties.generalCategory == .nonspacingMark
    }
    guard isDomain, isDotted(domain) else { return "the part after @ is no domain" }
    return nil
  }

  /// Whether a text is an address that the whole world can write to: its domain has two parts.
  package static func isPublic(_ text: String) -> Bool {
    problem(text) == nil && (text.split(separator: "@").last?.contains(".") ?? false)
  }

  /// Whether no dot stands at an end or beside another.
  private static func isDotted(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
  }
}

/// Whether a scalar is a space, a control or shows nothing, so that two equal looks differ.
package func isBlankOrInvisible(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    || scalar.properties.generalCategory == .format
}
