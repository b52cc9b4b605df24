/// Pictures, style sheets and fonts of a template, which are published as they are.
package struct Assets {
  let template: TemplateSource

  /// Takes the template that holds them.
  package init(template: TemplateSource) {
    self.template = template
  }

  /// What a file of the assets may be; anything else would be published unread.
  private static let kinds = ["css", "svg", "png", "jpg", "jpeg", "webp", "ico", "woff2"]

  /// Files that must not be published.
  package var findings: [SiteFinding] {
    template.paths(under: "assets").compactMap { path in
      guard let file = template.file(path) else { return nil }
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard Self.kinds.contains(ending) else {
        return SiteFinding(
          file: file.name, summary: "this file must not be published",
          hint: "only pictures, style sheets and fonts belong into assets: "
            + Self.kinds.joined(separator: ", "))
      }
      guard ending == "svg", let (summary, hint) = Self.problem(svg: file.text) else { return nil }
      return SiteFinding(file: file.name, summary: summary, hint: hint)
    }
  }

  /// What a picture of this kind could do that pages promise not to.
  private static func problem(svg text: String) -> (summary: String, hint: String)? {
    let text = text.lowercased()
    if !text.contains("<svg") {
      return ("this is no SVG picture", "save it as SVG; to rename a picture is not enough")
    }
    if text.contains("<script") || text.contains("javascript:") || hasHandler(text) {
      return ("this picture holds a script", "save it as plain SVG, without scripts")
    }
    if let address = foreignAddress(text) {
      return ("this picture refers to `\(address)`", "save it as plain SVG, with all parts inside")
    }
    return nil
  }

  /// Whether something is to be run on an event, such as `onload="…"`.
  private static func hasHandler(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { word in
      let value = word.drop { ("a"..."z").contains($0) }
      return word.hasPrefix("on") && (value.hasPrefix("=\"") || value.hasPrefix("='"))
    }
  }

  /// The first address that is not the name of a namespace, which nobody loads.
  private static func foreignAddress(_ text: String) -> String? {
    var rest = text[...]
    while let start = rest.firstRange(of: "http") {
      let before = rest[..<start.lowerBound]
      let address = rest[start.lowerBound...].prefix { !"\"'<>() \t\r\n".contains($0) }
      let attribute = before.split(whereSeparator: \.isWhitespace).last ?? ""
      let isNamespace =
        attribute.hasPrefix("xmlns") && (before.hasSuffix("\"") || before.hasSuffix("'"))
      if !isNamespace, ["http://", "https://"].contains(where: { address.hasPrefix($0) }) {
        return String(address)
      }
      rest = rest[address.endIndex...]
    }
    return nil
  }
}
