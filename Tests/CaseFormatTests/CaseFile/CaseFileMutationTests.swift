import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing

/// A file of which any byte was changed is refused or reported, never believed.
@Suite struct CaseFileMutationTests {
  private static func file() throws -> (bytes: [UInt8], history: History) {
    var registration = try Registration.sample(category: "thanks")
    registration.title = "شكر"
    var ledger = try Ledger(registration, text: "# Thank\nyou")
    try ledger.record(.note, text: "é ```")
    let document = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc)
    return (document.bytes(zone: .utc), ledger.history)
  }

  /// Reads what is left of a file and records an issue when nothing was noticed.
  private func check(_ bytes: [UInt8], _ history: History, _ what: String) {
    do {
      let read = try CaseDocument(reading: bytes, path: "a.md", zone: .utc)
      if read.differences.isEmpty { Issue.record("\(what) was believed") }
      if read.history != history { Issue.record("\(what) changed the history") }
      if read.differences.contains(where: { $0.location?.line == nil }) {
        Issue.record("\(what) has no place")
      }
    } catch {
      if error.location?.line == nil { Issue.record("\(what) has no place: \(error)") }
    }
    // A list of cases reads the same bytes in its own way: no crash, and a place.
    do {
      _ = try FrontMatterReader.summary(bytes, path: "a.md")
    } catch {
      if error.location?.line == nil { Issue.record("\(what) has no place: \(error)") }
    }
  }

  @Test(arguments: 0..<4)
  func `no single byte can be changed unnoticed`(part: Int) throws {
    let (bytes, history) = try Self.file()
    for index in bytes.indices where index % 4 == part {
      let byte = bytes[index]
      var deleted = bytes
      deleted.remove(at: index)
      check(deleted, history, "without byte \(index)")
      for other in [byte ^ 1, byte ^ 0x20, 0x0A, 0x60, 0xFF] where other != byte {
        var replaced = bytes
        replaced[index] = other
        check(replaced, history, "byte \(index) as \(other)")
      }
    }
  }

  @Test func `no end can be cut off unnoticed`() throws {
    let (bytes, history) = try Self.file()
    for length in bytes.indices { check(Array(bytes[..<length]), history, "\(length) bytes") }
  }

  @Test func `no two lines can be swapped, doubled or dropped unnoticed`() throws {
    let (bytes, history) = try Self.file()
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() {
      var dropped = lines
      dropped.remove(at: index)
      check(Array(dropped.joined(separator: [0x0A])), history, "without line \(index)")
      var doubled = lines
      doubled.insert(lines[index], at: index)
      check(Array(doubled.joined(separator: [0x0A])), history, "line \(index) twice")
      guard lines[index] != lines[index + 1] else { continue }
      var swapped = lines
      swapped.swapAt(index, index + 1)
      check(Array(swapped.joined(separator: [0x0A])), history, "line \(index) below the next")
    }
  }

  @Test func `a file of another case's events is not this case's`() throws {
    let (bytes, history) = try Self.file()
    let other = try CaseDocument(path: "b.md", history: Ledger.closed().history, zone: .utc)
    let one = String(decoding: bytes, as: UTF8.self).split(separator: "```events")
    let two = String(decoding: other.bytes(zone: .utc), as: UTF8.self).split(separator: "```events")
    let mixed = Array((one[0] + "```events" + two[1]).utf8)
    check(mixed, history, "another's events")
  }
}
