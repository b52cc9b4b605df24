internal import CaseModel
internal import Diagnostics
internal import Site

/// The last look at a public site before it is written (R6 f): nothing in it may point to a case.
///
/// Numbers, texts and templates have been checked before. This finds what nobody thought of, such as
/// the id of a case in a text that somebody wrote for the site.
struct OutputScan {
  /// The cases of the register.
  let cases: [CaseID]
  /// The addresses of the members.
  let addresses: [String]
  /// Whether hexadecimal digits name something in the register's history, which would tell whoever
  /// guesses a case that the guess is right.
  let isRecorded: (String) -> Bool

  /// What points to a case, a member or the register's history, with the file that says it.
  func findings(in files: [SiteFile]) -> [Diagnostic] {
    let ids = SpelledCaseIDs(of: cases)
    let names = addresses.map { Array($0.lowercased().utf8) }
    var places: [String: [String]] = [:]
    var digits: [String: [String]] = [:]
    for file in files {
      let lowered = file.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      let told = names.filter { lowered.contains(sequence: $0) }
        .map { String(decoding: $0, as: UTF8.self) }
      for word in Set(ids.found(in: file.bytes) + told) {
        places[word, default: []].append(file.path)
      }
      for word in Self.objectNames(in: lowered) { digits[word, default: []].append(file.path) }
    }
    places.merge(digits.filter { isRecorded($0.key) }) { one, other in one + other }
    return places.sorted { $0.key < $1.key }.map { word, paths in
      Diagnostic(
        rule: "site.leak", at: SourceLocation(path: paths[0]),
        message: "the page would show “\(word)”"
          + (paths.count > 1 ? ", and \(paths.count - 1) more files too" : ""),
        hint: "take it out of the texts in site-template")
    }
  }

  /// Words of 7 to 40 hexadecimal digits, as git writes the names of objects, each once.
  private static func objectNames(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    let text = bytes.span
    var start = 0
    var isHexadecimal = true
    for end in 0...text.count {
      switch end < text.count ? text[end] : 0 {
      case 0x30...0x39, 0x61...0x66: continue
      case 0x67...0x7A: isHexadecimal = false
      default:
        if isHexadecimal, (7...40).contains(end - start) {
          found.insert(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        start = end + 1
        isHexadecimal = true
      }
    }
    return found
  }
}

extension [UInt8] {
  /// Whether the bytes hold a sequence of bytes.
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first else { return false }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if self[start...].starts(with: sequence) { return true }
      rest = self[(start + 1)...]
    }
    return false
  }
}
