import CaseModel
import CaseVault
import ContactData
import Exchange
import Register
import Testing

/// A long import says how far it is.
@Suite struct ImportProgressTests {
  private static let table =
    "No,Date,Closed,Kind,Text,Phone\n"
    + (1...1_200).map { "\($0),03/02/2024,,Water,Dry \($0),0933 123 \(100 + $0 % 900)\n" }.joined()
    + "soon,tomorrow,,Water,Dry,\n"

  @Test func `reading and recording tell how much of how much is done`() throws {
    let scene = try ImportScene()
    try scene.giveKey(to: "omar")
    var read: [Int] = []
    let plan = try CSVImport.plan(
      Array(Self.table.utf8), path: "log.csv",
      map: try ImportMap.reading(Array(ImportScene.map.utf8), path: "map.yml"), mapPath: "map.yml",
      register: scene.register, member: scene.omar
    ) { done, total in
      if total == 1_201 { read.append(done) }
    }
    #expect(read == Array(1...1_201))
    var recorded: [[Int]] = []
    let report = try plan.commit(in: scene.register, as: scene.omar, skippingBad: true) {
      recorded.append([$0, $1])
    }
    #expect(recorded == [[1_000, 1_200], [1_200, 1_200]])
    #expect(report.record.cases == 1_200)
    #expect(
      try scene.register.contact(of: try scene.theCase("t-1200").id).phones == ["0933 123 400"])
  }
}
