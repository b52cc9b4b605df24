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
    files.flatMap { file in
      words(in: file.bytes).map { word in
        Diagnostic(
          rule: "site.leak", at: SourceLocation(path: file.path),
          message: "the page would show “\(word)”",
          hint: "take it out of the texts in site-template")
      }
    }
  }

  private func words(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    return caseIDs(in: Array(text.utf8)) + (commits + addresses).filter { text.contains($0) }
  }

  /// Four digits and twice four symbols with dashes, with a check symbol that is right.
  private func caseIDs(in bytes: [UInt8]) -> [String] {
    let length = 14
    guard bytes.count >= length else { return [] }
    let dash = UInt8(ascii: "-")
    var found: [String] = []
    for start in 0...(bytes.count - length) where bytes[start + 4] == dash {
      guard bytes[start + 9] == dash else { continue }
      let word = String(decoding: bytes[start..<start + length], as: UTF8.self)
      if CaseID(canonical: word.uppercased()) != nil { found.append(word) }
    }
    return found
  }
}
