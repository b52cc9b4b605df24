package import CaseFormat
package import CaseModel
package import Diagnostics

/// How the case files of a register are read.
package struct CaseReader {
  /// The zone in which dates are counted.
  package let zone: TimeZoneRules
  /// Whether the register has a format that this program does not know.
  package let isNewer: Bool

  /// Describes how case files are read.
  package init(zone: TimeZoneRules, isNewer: Bool) {
    self.zone = zone
    self.isNewer = isNewer
  }

  /// Reads a whole file.
  package func document(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> CaseDocument {
    try CaseDocument(reading: bytes, path: path, zone: zone, isNewer: isNewer)
  }

  /// Reads what the front matter shows.
  ///
  /// Where a later format says there what is not known here, the events that are known count.
  /// `whole` gives all of the file.
  package func standing(
    _ bytes: [UInt8], _ path: String, whole: () -> [UInt8]
  ) throws(Diagnostic) -> CaseStanding {
    do throws(Diagnostic) {
      return try FrontMatterReader.summary(bytes, path: path, isNewer: isNewer)
    } catch {
      guard isNewer else { throw error }
      return try document(whole(), path).standing
    }
  }
}
