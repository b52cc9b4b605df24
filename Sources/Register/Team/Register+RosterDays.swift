internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// The days on which members come and go, in an edited roster, that are not on the one in force.
  ///
  /// Empty for another file, and for one that cannot be read: that is refused elsewhere.
  package func newDays(inEdited name: String) -> [CalendarDate] {
    guard name == "team.yml",
      let bytes = WorkTreeFile.content("cases/team.yml", in: repository),
      let team = try? Team.reading(bytes, path: "cases/team.yml")
    else { return [] }
    return newDays(of: team).map(\.day)
  }

  /// Refuses days of far years that nobody said they mean, when a roster comes into force.
  func refuseFarDays(_ name: String, _ edited: [UInt8]) throws {
    guard name == "team.yml" else { return }
    let path = "cases/team.yml"
    for (member, day) in newDays(of: try Team.reading(edited, path: path)) {
      let isMeant = isFarDayMeant(day)
      guard
        let refusal = DateBounds.planned.refusal(of: day, today: today, isFarMeant: isMeant)
      else { continue }
      throw refusal.diagnostic(at: SourceLocation(path: path), of: "\(member): ")
    }
  }

  private func newDays(of team: Team) -> [(member: String, day: CalendarDate)] {
    team.members.flatMap { member in
      let known = configuration.team.member(member.id)
      return [(member.from, known?.from), (member.to, known?.to)].compactMap { new, old in
        new == old ? nil : new.map { (member.id, $0) }
      }
    }
  }
}
