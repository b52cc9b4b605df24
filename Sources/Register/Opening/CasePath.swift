package import CaseFormat
package import CaseModel

/// The place of a case's file inside the register.
package enum CasePath {
  /// Returns `cases/YYYY/MM/ID.md`, with a bucket folder in a register laid out so.
  package static func path(of id: CaseID, layout: RegisterSettings.Layout) -> String {
    let (year, month) = id.yearAndMonth
    let folder = "cases/" + century(of: year) + year + "/" + month
    switch layout {
    case .month: return folder + "/" + id.description + ".md"
    case .monthBucket:
      return folder + "/" + id.description.dropFirst(5).prefix(1) + "/" + id.description + ".md"
    }
  }

  /// Two-digit years from 70 on lie in the twentieth century.
  private static func century(of year: Substring) -> String { year >= "70" ? "19" : "20" }

  /// Whether a path lies in a folder that holds nothing but case files: `cases/YYYY/…`.
  package static func isInCaseFolder(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 2 && parts[0] == "cases" && parts[1].utf8.count == 4
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The id that a path names, when it is exactly the path of that case in either layout.
  package static func id(of path: String) -> CaseID? {
    guard path.utf8.count > 17, path.hasSuffix(".md"),
      let id = CaseID(canonical: String(path.dropLast(3).suffix(14)))
    else { return nil }
    let isPath = RegisterSettings.Layout.allCases.contains { self.path(of: id, layout: $0) == path }
    return isPath ? id : nil
  }
}
