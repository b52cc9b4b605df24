internal import CaseModel
internal import Diagnostics
internal import Site

/// The last look at a public site before it is written (R6 f): nothing in it may point to a case.
///
/// Numbers, texts and templates have been checked before. This finds what nobody thought of, such as
/// the id of a case in a text that somebody wrote for the site.
struct OutputScan {
  /// The commits of the register that must not be named.
  let commits: [String]
  /// The addresses of the members.
  let addresses: [String]

  /// What points to a case, a member or the register's history, with the file that says it.
  func findings(in files: [SiteFile]) -> [Diagnostic] {
    let names = (commits + addresses).map { Array($0.utf8) }
    return files.flatMap { file in
      let told = names.filter { file.bytes.contains(sequence: $0) }
        .map { String(decoding: $0, as: UTF8.self) }
      return (Self.caseIDs(in: file.bytes) + told).map { word in
        Diagnostic(
          rule: "site.leak", at: SourceLocation(path: file.path),
          message: "the page would show “\(word)”",
          hint: "take it out of the texts in site-template")
      }
    }
  }

  /// Four digits and twice four symbols with dashes, with a check symbol that is right.
  private static func caseIDs(in bytes: [UInt8]) -> [String] {
    let (length, dash) = (14, UInt8(ascii: "-"))
    let text = bytes.span
    var found: [String] = []
    var start = 0
    while start + length <= text.count {
      if text[start + 9] == dash, text[start + 4] == dash {
        let word = String(decoding: bytes[start..<start + length], as: UTF8.self)
        if CaseID(canonical: word.uppercased()) != nil { found.append(word) }
      }
      start += 1
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
