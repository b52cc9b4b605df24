import CaseFormat
import CaseModel
import Foundation
import TestSupport
import Testing

/// What version 0.1.0 wrote folds to the same bytes for ever: the sample register was written by it.
@Suite struct SampleBytesTests {
  @Test func `every case of the sample register is written back as it is`() throws {
    let cases = SourceTree.root + "/cases"
    let names = try #require(FileManager.default.enumerator(atPath: cases))
    // Damascus has kept one offset since before the first case.
    let zone = TimeZoneRules(name: "Asia/Damascus", initialOffset: 10_800, transitions: [])
    var count = 0
    for case let name as String in names where name.hasPrefix("20") && name.hasSuffix(".md") {
      let bytes = try Array(Data(contentsOf: URL(filePath: cases + "/" + name)))
      let document = try CaseDocument(reading: bytes, path: "cases/" + name, zone: zone)
      #expect(document.differences.isEmpty, "\(name)")
      #expect(document.bytes(zone: zone) == bytes, "\(name)")
      #expect(document.history.events.allSatisfy { $0.format == 1 })
      count += 1
    }
    #expect(count == 500)
  }
}
