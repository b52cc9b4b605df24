import CaseFormat
import Diagnostics
import Exchange
import Mapping
import Register
import Testing

@Suite struct MapProposalTests {
  private func proposal(_ text: String) throws -> MapProposal {
    try MapProposal.propose(
      Array(text.utf8), path: "log.csv",
      configuration: try ImportScene().register.configuration)
  }

  /// What a proposal says about each column: the use, and the field it goes to.
  private func uses(_ proposal: MapProposal) throws -> [String: String] {
    let map = try ImportMap.reading(Array(proposal.yaml.utf8), path: "proposed.yml")
    var uses: [String: String] = [:]
    for column in map.columns {
      uses[column.name] =
        switch column.use {
        case .coded(let coding): coding.field.rawValue
        case .text(let place): "\(place)"
        case .private: "private"
        case .drop: "drop"
        }
    }
    if let id = map.external.column { uses[id] = "id" }
    return uses
  }

  @Test func `an English log is recognised`() throws {
    let rows = (1...20).map { row in
      "\(100 + row),\(row)/12/2023,\(row + 1)/12/2023,\(row % 2 == 0 ? "F" : "Male"),"
        + "Person \(row),+963 933 123 4\(10 + row),Thanks,We waited for the truck on day \(row)"
    }
    let table = "Ref No,Date received,Closed on,Sex,Full name,Phone,Type,Description\n"
    let proposal = try proposal(table + rows.joined(separator: "\n"))
    #expect(
      try uses(proposal) == [
        "Ref No": "id", "Date received": "received", "Closed on": "closed", "Sex": "sex",
        "Full name": "private", "Phone": "private", "Type": "category", "Description": "narrative",
      ])
    #expect(proposal.yaml.contains("format: \"d/M/yyyy\"\n"))
    #expect(proposal.yaml.contains("\"F\": \"female\""))
    #expect(proposal.words.contains { $0.contains("private, sealed") && $0.contains("Phone") })
    #expect(!proposal.words.joined().contains("Person 1"))
    #expect(!proposal.yaml.contains("Person 1"))
    #expect(!proposal.yaml.contains("933"))
  }

  @Test(arguments: [
    (
      "رقم;تاريخ الاستلام;اسم المستفيد;الجنس;نص الشكوى\n"
        + (1...9).map {
          "\($0);0\($0)/03/2024;سعاد \($0);أنثى;لم تصل السلة الغذائية إلى الحي \($0)\n"
        }
        .joined() + "10;13/03/2024;علي;ذكر;لم تصل\n",
      [
        "رقم": "id", "تاريخ الاستلام": "received", "اسم المستفيد": "private", "الجنس": "sex",
        "نص الشكوى": "narrative",
      ]
    ),
    (
      "№;Дата обращения;ФИО;Пол;Текст обращения\n"
        + (1...9).map {
          "\($0);0\($0).03.2024;Иванова \($0);Женский;Уже неделю нет воды, дом \($0)\n"
        }
        .joined() + "10;13.03.2024;Петров;М;Нет воды\n",
      [
        "№": "id", "Дата обращения": "received", "ФИО": "private", "Пол": "sex",
        "Текст обращения": "narrative",
      ]
    ),
  ])
  func `Arabic and Russian logs are recognised`(table: String, expected: [String: String]) throws {
    #expect(try uses(try proposal(table)) == expected)
  }

  @Test func `days and months that can be mistaken are asked about`() throws {
    let proposal = try proposal("Date,x\n01/02/2024,a\n03/04/2024,b\n")
    #expect(proposal.words.contains { $0.contains("day or month first?") })
    #expect(proposal.yaml.contains("    format: undecided\n"))
    #expect(proposal.yaml.contains("#   format: \"d/M/yyyy\"  # 01/02/2024 is 2024-02-01\n"))
    #expect(proposal.yaml.contains("#   format: \"M/d/yyyy\"  # 01/02/2024 is 2024-01-02\n"))
    #expect(proposal.doubts.map(\.column) == ["Date"])
    let refusal = #expect(throws: DiagnosticList.self) {
      try ImportMap.reading(Array(proposal.yaml.utf8), path: "proposed.yml")
    }
    #expect(refusal?.diagnostics.map(\.rule) == ["import-map.undecided"])
  }

  @Test func `an empty table, or one without dates, gets a proposal with words about it`() throws {
    for table in ["a\n", "a,b\n1,2\n", "\"x\n\ny\",\n,\n"] {
      let proposal = try proposal(table)
      #expect(proposal.words.contains { $0.contains("no column looks like the date of receipt") })
    }
  }

  @Test func `whatever the headers and cells are, the proposal reads back`() throws {
    var seed: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % bound)
    }
    let alphabet = Array(
      "aZ09 :#-?*&!|>'\"%@`{}[],\\\t\u{1}\u{7F}\u{85}\u{202E}\u{FEFF}\u{200F}عж\u{1F600}")
    let configuration = try ImportScene().register.configuration
    for _ in 0..<200 {
      func word() -> String {
        String((0..<next(12)).map { _ in alphabet[next(UInt64(alphabet.count))] })
      }
      func cell() -> String { "\"" + word().replacing("\"", with: "\"\"") + "\"" }
      let width = next(5)
      var table = "\"Date\"" + (0..<width).map { _ in "," + cell() }.joined() + "\n"
      for day in 1...9 {
        table += "2024-01-0\(day)" + (0..<width).map { _ in "," + cell() }.joined() + "\n"
      }
      let proposal = try MapProposal.propose(
        Array(table.utf8), path: "log.csv", configuration: configuration,
        options: TableOptions(headerRow: 1))
      #expect(throws: Never.self, "\(table)\n\(proposal.yaml)") {
        try ImportMap.reading(Array(proposal.yaml.utf8), path: "proposed.yml")
      }
    }
  }
}
