package import CaseModel

/// Actions of every kind with random fields, allowed or not.
package enum RandomAction {
  /// Returns one action of each kind; kinds with several forms come once for each form.
  package static func everyKind(
    using generator: inout some RandomNumberGenerator
  ) throws -> [Action] {
    let day = CalendarDate(day: Int.random(in: 10_000...40_000, using: &generator))
    let event = try EventID.sample(Int.random(in: 0...999_999, using: &generator))
    let other = try CaseID.sample(Int.random(in: 0...999_999, using: &generator))
    let amendment = Amendment(
      field: CaseColumn.correctable.randomElement(using: &generator)?.name ?? "title",
      value: try RandomText.text(using: &generator), was: try RandomText.text(using: &generator))
    func word() -> String { RandomText.word(using: &generator) }
    return [
      .register(try registration(using: &generator)), .acknowledge(via: word()),
      .assign(.member(word())), .assign(.unit(word())), .start, .wait(.other, until: day),
      .wait(.complainant, until: day), .resume, .note,
      .decide(try pick(&generator), rootCause: word()),
      .decide(try pick(&generator), rootCause: nil), .approve(accept: true),
      .approve(accept: false),
      .inform(.told(via: word(), language: word())), .inform(.waived(try pick(&generator))),
      .inform(.tried(via: word())), .close(outcome: nil, of: nil),
      .close(outcome: try pick(&generator), of: other), .object,
      .review(accept: false, remedy: word()), .review(accept: true, remedy: nil), .reopen(due: day),
      .hold(until: day), .release, .raise(priority: try pick(&generator), sensitivity: nil),
      .raise(priority: nil, sensitivity: try pick(&generator)),
      .raise(priority: try pick(&generator), sensitivity: try pick(&generator)), .extend(due: day),
      .amend(amendment), .propose(.made(amendment)), .propose(.rejected(event)),
      .link(try pick(&generator), other), .promise(.made(until: day)),
      .promise(.kept(event)), .promise(.moved(event, until: day)),
      .refer(organisation: word(), consent: try pick(&generator)),
      .survey(.answered(try pick(&generator), score: Int.random(in: 1...5, using: &generator))),
      .survey(.answered(try pick(&generator), score: nil)), .survey(.waived(word())),
      .settle([event]), .settle([]), .retract(event), .contact,
      .unknown("mediate"),
    ]
  }

  /// Returns a registration in which every optional field is there or not by chance.
  package static func registration(
    using generator: inout some RandomNumberGenerator
  ) throws -> Registration {
    let full = try Registration.full()
    var result = try Registration.sample()
    result.sensitivity = try pick(&generator)
    result.priority = try pick(&generator)
    result.consent = try pick(&generator)
    result.title = RandomText.word(using: &generator)
    result.category = RandomText.word(using: &generator)
    result.themes = (0...2).map { _ in RandomText.word(using: &generator) }
    func chance() -> Bool { Bool.random(using: &generator) }
    if chance() { result.due = nil }
    for field in Concern.fields where chance() {
      result.concern[field] = chance() ? full.concern[field] : RandomText.word(using: &generator)
    }
    if chance() { result.receivedAt = full.receivedAt }
    if chance() { result.happened = full.happened }
    if chance() { result.external = RandomText.word(using: &generator) }
    if chance() { result.subjects = full.subjects }
    if chance() { result.importDigest = full.importDigest }
    result.isOnBehalf = chance()
    result.isNotTold = chance()
    result.isRepeated = chance()
    for key in Complainant.keys where chance() { result.complainant[key] = full.complainant[key] }
    return result
  }

  static func pick<Code: CaseIterable>(
    _ generator: inout some RandomNumberGenerator
  ) throws -> Code {
    try built(Code.allCases.randomElement(using: &generator), "a code")
  }
}
