internal import CaseModel
internal import Diagnostics

extension Labels {
  /// Reads a map of texts by language, or one text for every language.
  static func reading(_ node: YAMLNode) throws(Diagnostic) -> Labels {
    if let text = node.text { return Labels(forAllLanguages: text) }
    var texts: [String: String] = [:]
    for pair in try node.requireMap() {
      texts[try pair.key.requireText()] = try pair.value.requireText()
    }
    return Labels(texts)
  }
}

extension YAMLNode {
  /// Reads the list of codes with labels under a key; a code may stand there once.
  func labelledCodes(_ key: String) throws(Diagnostic) -> [LabelledCode] {
    var codes: [LabelledCode] = []
    for item in try optionalList(key) {
      let code = try item.newCode(among: codes.map(\.code))
      codes.append(LabelledCode(code: code, labels: try item.labels()))
    }
    return codes
  }

  /// The text under `code`, refused when it is there already.
  func newCode(among known: [String]) throws(Diagnostic) -> String {
    let code = try requireText("code")
    guard !known.contains(code) else {
      throw problem(
        rule: "config.duplicate", "the code “\(code)” is there twice", hint: "remove one of them")
    }
    return code
  }

  /// The labels under `labels`, or the code itself.
  func labels() throws(Diagnostic) -> Labels {
    guard let node = try optional("labels") else { return Labels(["en": try requireText("code")]) }
    return try Labels.reading(node)
  }
}
