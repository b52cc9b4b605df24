internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import FoundationEssentials

/// The time zones that are installed on this computer.
package enum TimeZoneCatalogue {
  private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

  /// Returns the rules of a zone of the IANA database; an unknown zone is an error, never UTC.
  package static func rules(_ name: String) throws(Diagnostic) -> TimeZoneRules {
    if name == "UTC" { return .utc }
    let isName =
      !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
        default: false
        }
      }
    if isName {
      for folder in folders {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
        if let rules = TimeZoneFile.rules(Array(data), name: name) { return rules }
      }
    }
    throw Diagnostic(
      rule: "time-zone.unknown", at: SourceLocation(path: "cases/register.yml"),
      message: "the time zone “\(name)” is not known on this computer",
      hint: "write a name such as Asia/Damascus, or install the package tzdata")
  }
}
