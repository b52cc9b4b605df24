import Foundation
import Testing

/// A log in the form that volunteers of large organisations keep: three answers bring it in.
@Suite struct FeedbackLogTests {
  private static let rows = [
    ("2024-03-11", "Structured interview", "Female", "Adults_18_59_Years_Old", "Questions"),
    ("2024-03-11", "Community meeting", "Mixed", "Mixed", "Suggestions_Requests"),
    ("2024-03-12", "Household visit", "Male", "Elderly_60_Years_And_Older", "Report"),
    ("2024-03-12", "Other", "Female", "Youth_13_To_17_Years_Old", "Encouragement_Praise"),
    ("2024-03-13", "", "Female", "Adults_18_59_Years_Old", "Other"),
    ("2024-03-13", "Field Monitoring", "Male", "Mixed", "Observation_Perception_Or_Belief"),
  ]

  private static let table =
    ",DATE,TOWN,FEEDBACK CHANNEL,SEX,AGE RANGE,LANGUAGE,FEEDBACK COMMENT,FEEDBACK TYPE,CATEGORY,"
    + "SENSITIVITY,CRITICALITY,Unnamed: 20\n"
    + (rows + rows).enumerated().map { index, row in
      "\(index),\(row.0),Far Well,\(row.1),\(row.2),\(row.3),english,"
        + "The tap of the \(index + 1). row gives no water in the morning,\(row.4),Kind \(index % 8),"
        + "Non_sensitive,Action_needs_to_be_taken,\n"
    }.joined()

  @Test func `three answers bring it in`() throws {
    let register = try TemporaryRegister()
    let file = register.folder + "/log.csv"
    try Data(Self.table.utf8).write(to: URL(fileURLWithPath: file))
    try register.done("import csv \(file)", as: "omar")
    var map = try String(contentsOfFile: file + ".map.yml", encoding: .utf8)
    var answers = 0
    for (value, code) in [
      ("Suggestions_Requests", "assistance"), ("Report", "minor"), ("Other", "out-of-scope"),
    ] {
      let open = "      # \"\(value)\": CODE"
      guard map.contains(open) else { continue }
      map = map.replacing(open, with: "      \"\(value)\": \(code)")
      answers += 1
    }
    #expect(answers == 3)
    try Data(map.utf8).write(to: URL(fileURLWithPath: file + ".map.yml"))
    let done = try register.done("import csv \(file) --map \(file).map.yml", as: "omar")
    #expect(done.output.contains("12 cases imported"), "\(done)")
    let cases = try register.done("list --json").json.list
    #expect(
      Set(cases.compactMap { $0["category"].text })
        == ["assistance", "information", "minor", "out-of-scope", "rumour", "thanks"])
  }
}
