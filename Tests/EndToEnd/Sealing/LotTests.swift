import Foundation
import Testing

/// A register that leaves one reader out of every sensitive case: then being left out says nothing.
@Suite struct LotTests {
  private func team() throws -> SealedTeam {
    let team = try SealedTeam()
    let file = team.register.path + "/cases/register.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + "leave-one-out: yes\n").write(toFile: file, atomically: true, encoding: .utf8)
    try team.seat("huda").done("adopt register.yml")
    return team
  }

  @Test func `one of those entitled cannot open it, each in turn`() throws {
    let team = try team()
    let entitled = ["huda", "amal", "karim"]
    var left: Set<String> = []
    for _ in 0..<24 where left.count < 2 {
      let id = try team.seat("omar").sensitive("--category fraud")
      let shut = try entitled.filter { try team.seat($0).run("show \(id)").status == 1 }
      #expect(shut.count == 1, "\(shut)")
      left.formUnion(shut)
    }
    #expect(left.count >= 2, "the lot falls on one member only")
  }

  @Test func `whoever is left out on purpose is the only one`() throws {
    let team = try team()
    let id = try team.seat("omar").sensitive("--category fraud --not-to karim")
    let shut = try ["huda", "amal", "karim"].filter {
      try team.seat($0).run("show \(id)").status == 1
    }
    #expect(shut == ["karim"])
  }

  @Test func `two always remain to decide and to approve`() throws {
    let team = try team()
    let id = try team.seat("omar").sensitive("--category seah")
    for focal in ["amal", "karim"] {
      #expect(try team.seat(focal).run("show \(id)").status == 0)
    }
  }
}
