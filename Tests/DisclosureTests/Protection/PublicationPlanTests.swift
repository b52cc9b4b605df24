import Testing

@testable import Disclosure

@Suite struct PublicationPlanTests {
  private static let tables = [["channel"]]

  @Test func `the minimum is accepted and nothing weaker`() throws {
    _ = try PublicationPlan(
      threshold: 3, sensitiveThreshold: 10, width: 3, minDenominator: 10, minMedian: 20,
      graceDays: 15, tables: Self.tables)
    func key(_ make: () throws(PlanProblem) -> PublicationPlan) -> String? {
      do {
        _ = try make()
        return nil
      } catch {
        return error.key
      }
    }
    let tables = Self.tables
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(threshold: 2, tables: tables) }
        == "threshold")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(sensitiveThreshold: 9, tables: tables) }
        == "sensitive-threshold")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(width: 4, tables: tables) } == "width")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(minDenominator: 9, tables: tables) }
        == "min-denominator")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(minMedian: 19, tables: tables) }
        == "min-median")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(block: "week", tables: tables) }
        == "block")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(graceDays: 14, tables: tables) }
        == "grace-days")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(maxHidden: 1.1, tables: tables) }
        == "max-hidden")
    #expect(
      key { () throws(PlanProblem) in try PublicationPlan(maxHidden: .nan, tables: tables) }
        == "max-hidden")
  }

  @Test(arguments: [
    [["group", "region", "sex"]], [[]], [["name"]], [["sex", "sex"]], [["category", "group"]],
    [["sex", "age"], ["age", "sex"]],
  ])
  func `tables that are none are refused`(tables: [[String]]) {
    #expect { try PublicationPlan(tables: tables) } throws: {
      ($0 as? PlanProblem)?.key == "tables"
    }
  }

  @Test(arguments: [["group", "category"], ["area", "region"], ["sex", "age"]])
  func `levels run from fine to coarse`(chain: [String]) {
    #expect { try PublicationPlan(tables: Self.tables, levels: ["some": chain]) } throws: {
      ($0 as? PlanProblem)?.key == "levels"
    }
  }
}
