internal import CaseModel
internal import Diagnostics
internal import Disclosure
internal import Site

extension BuiltSite {
  /// Refuses to change or drop the numbers of a block that are public already.
  package func refuseRestatement(of present: [String: [UInt8]]) throws {
    let new = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let changed = present.keys.sorted().filter { path in
      if path.hasPrefix("data/"), path.hasSuffix("/" + CountsFile.name) {
        return new[path] != present[path]
      }
      // These two grow by a line for each block or year; the lines that are public stay.
      guard path == "data/sensitive.csv" || path == PublishedRegister.ledgerName else {
        return false
      }
      func lines(_ bytes: [UInt8]) -> Set<Substring> {
        Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n"))
      }
      return !lines(new[path] ?? []).isSuperset(of: lines(present[path] ?? []))
    }
    guard !changed.isEmpty else { return }
    throw DiagnosticList(
      changed.map { path in
        Diagnostic(
          rule: "publish.restated", at: SourceLocation(path: path),
          message: "these numbers are public, and this release would change or drop them",
          hint: "a closed block is never published again; is this another register's site?")
      })
  }
}
