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
    var index = 0
    for byte in path.utf8 {
      if index == 11 { return true }
      let isExpected =
        switch index {
        case 0..<6: byte == folder[index]
        case 10: byte == UInt8(ascii: "/")
        default: (0x30...0x39).contains(byte)
        }
      guard isExpected else { return false }
      index += 1
    }
    return false
  }

  private static let folder = Array("cases/".utf8)

  /// The id that a path names, when it is exactly the path of that case in either layout.
  package static func id(of path: String) -> CaseID? {
    let length = path.utf8.count
    guard length == 31 || length == 33, path.hasSuffix(".md"),
      let id = CaseID(canonical: String(path.dropLast(3).suffix(14)))
    else { return nil }
    return self.path(of: id, layout: length == 31 ? .month : .monthBucket) == path ? id : nil
  }

  /// The path of the same case in the other layout; nil for what is no path of a case.
  package static func inOtherLayout(_ path: String) -> String? {
    guard let id = id(of: path) else { return nil }
    return RegisterSettings.Layout.allCases.map { self.path(of: id, layout: $0) }
      .first { $0 != path }
  }
}
