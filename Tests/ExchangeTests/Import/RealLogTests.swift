import CaseVault
import Exchange
import Foundation
import Mapping
import Register
import TestSupport
import Testing

/// Imports of real logs, which are not part of the project.
@Suite struct RealLogTests {
  static let root = SourceTree.root
  static let data = RealLogs.folder

  struct Log: CustomTestStringConvertible {
    let file: String
    let map: String
    let cases: Int
    var events: Int
    var refused = 0
    var repeats = 0
    /// How many of the cases are sensitive, and so sealed.
    var sensitive = 0
    var testDescription: String { file }
  }

  static let logs = [
    Log(
      file: "ifrc-kzn-floods-2022/data.csv", map: "ifrc-feedback-log", cases: 145, events: 290,
      sensitive: 125),
    Log(
      file: "nyc-311-rodent-2018/311.csv", map: "nyc-311", cases: 139, events: 354, refused: 16),
    Log(
      file: "chicago-police-complaints-2000-2016/complaints.csv", map: "chicago-complaints",
      cases: 10_954, events: 32_372, repeats: 2_186),
  ]

  @Test(.disabled(if: RealLogs.absence != nil, "\(RealLogs.absence ?? "")"), arguments: logs)
  func `a real log comes in once`(log: Log) throws {
    let scene = try ImportScene(configuration: Self.root + "/cases", sealing: true)
    let table = try ImportScene.bytes(Self.data + "/" + log.file)
    let map = String(
      decoding: try ImportScene.bytes(Self.root + "/docs/import-maps/\(log.map).yml"),
      as: UTF8.self)
    let plan = try scene.plan(table, map)
    #expect(plan.refusedRows.count == log.refused)
    #expect(plan.repeats == log.repeats)
    if log.refused > 0 {
      #expect(try plan.commit(in: scene.register, as: scene.omar, skippingBad: false).isStopped)
    }
    let report = try plan.commit(in: scene.register, as: scene.omar, skippingBad: true)
    #expect(report.record.cases == log.cases)
    #expect(report.record.events == log.events)
    let summaries = try scene.register.summaries()
    #expect(summaries.problems == [])
    #expect(summaries.cases.count == log.cases - log.sensitive)
    #expect(summaries.stubs.count == log.sensitive)
    #expect(try scene.register.openedSummaries().cases.count == log.cases)
    let head = try scene.register.head()
    let second = try scene.plan(table, map)
    #expect(second.present == log.cases)
    #expect(second.cases.isEmpty)
    _ = try second.commit(in: scene.register, as: scene.omar, skippingBad: true)
    #expect(try scene.register.head() == head)
  }

  @Test(.disabled(if: RealLogs.absence != nil, "\(RealLogs.absence ?? "")"))
  func `the feedback log of volunteers comes in after three answers`() throws {
    let scene = try ImportScene(configuration: Self.root + "/cases", sealing: true)
    let table = try ImportScene.bytes(Self.data + "/ifrc-kzn-floods-2022/data.csv")
    let proposed = try MapProposal.propose(
      table, path: "data.csv", configuration: scene.register.configuration
    ).yaml
    var lines = proposed.components(separatedBy: "\n")
    let open = lines.indices.filter { lines[$0].contains(": CODE  #") }
    #expect(open.count == 3)
    for index in open {
      lines[index] = lines[index].replacing("# \"", with: "\"", maxReplacements: 1)
        .replacing(": CODE", with: ": minor")
    }
    let plan = try scene.plan(table, lines.joined(separator: "\n"))
    #expect(plan.refused.isEmpty)
    #expect(plan.cases.count == 145)
  }

  @Test(arguments: logs.map(\.map))
  func `the maps of the documentation are in order`(name: String) throws {
    let bytes = try ImportScene.bytes(Self.root + "/docs/import-maps/\(name).yml")
    #expect(throws: Never.self) { try ImportMap.reading(bytes, path: name) }
  }

  @Test(.disabled(if: RealLogs.absence != nil, "\(RealLogs.absence ?? "")"))
  func `every table gets a proposal`() throws {
    let configuration = try ImportScene(configuration: Self.root + "/cases").register.configuration
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.data)
      .filter { $0.hasSuffix(".csv") }
    #expect(files.count > 10)
    for file in files {
      let bytes = try ImportScene.bytes(Self.data + "/" + file)
      #expect(throws: Never.self, "\(file)") {
        try MapProposal.propose(bytes, path: file, configuration: configuration)
      }
    }
  }
}
