internal import CaseFormat
internal import CaseModel
internal import Diagnostics

/// The writer of a case from a story: every step goes through the same rules as in daily work.
struct CaseWriter {
  let codebook: Codebook
  let targets: Targets
  let team: Team
  /// Cases by the key of their story.
  let cases: [String: CaseID]

  private let zone = Timetable.zone

  init(codebook: Codebook, targets: Targets, team: Team, cases: [String: CaseID]) {
    self.codebook = codebook
    self.targets = targets
    self.team = team
    self.cases = cases
  }

  /// Returns the history that a story tells; a refused step names the story and the step.
  func history(
    of story: Story, _ id: CaseID, at moments: [Timestamp]
  ) throws(Diagnostic) -> History {
    var known: History?
    var before: History?
    var promises: [String: EventID] = [:]
    for (step, moment) in zip(story.steps, moments) {
      try checkRoster(step, in: story, at: moment)
      guard let history = known else {
        known = try begin(story, step, id, at: moment)
        continue
      }
      // Who did not know of the step before continues what was there without it.
      let base = step.isUnaware ? before ?? history : history
      guard let current = Case.folding(base, in: zone) else { break }
      let context = StoryContext(
        cases: cases, current: current, promises: promises, last: history.events.last?.id)
      let event = try event(
        step, in: story, of: try step.action(in: context), after: base, at: moment)
      do throws(Refusal) {
        _ = try Replay(base, appending: event, in: zone)
      } catch {
        throw step.problem(error, in: story)
      }
      step.remember(event, in: &promises)
      before = history
      known = try join(history, event, step)
    }
    guard let known else {
      throw story.node.problem(rule: "story.steps", "“\(story.title)” has no steps")
    }
    return known
  }

  private func begin(
    _ story: Story, _ step: StoryStep, _ id: CaseID, at moment: Timestamp
  ) throws(Diagnostic) -> History {
    let registration = try registration(of: story, id, by: step.member)
    let event = try event(step, in: story, of: .register(registration), after: nil, at: moment)
    return try join(nil, event, step)
  }

  private func join(
    _ history: History?, _ event: Event, _ step: StoryStep
  ) throws(Diagnostic) -> History {
    do throws(History.Fault) {
      return try History((history?.events ?? []) + [event])
    } catch {
      throw step.node.problem(rule: "story.history", "the events do not join: \(error)")
    }
  }

  private func event(
    _ step: StoryStep, in story: Story, of action: Action, after history: History?,
    at moment: Timestamp
  ) throws(Diagnostic) -> Event {
    let isImported = story.isImported(step)
    let done = step.happenedDay.map { story.received.adding(days: $0) } ?? story.date(of: step)
    let event = Event.recorded(
      number: history?.nextNumber ?? 1, previous: history?.heads ?? [], at: moment,
      by: step.member, action: action, on: done == zone.date(at: moment) ? nil : done,
      isImported: isImported, text: try text(of: step, in: story))
    guard let event else {
      throw step.node.problem(rule: "story.event", "the event has no id")
    }
    return event
  }

  /// The step's text; for the registration the complaint itself and the remedy that is wanted.
  private func text(of step: StoryStep, in story: Story) throws(Diagnostic) -> String? {
    let path = story.node.location.path
    guard step.kind == "register" else {
      return try step.node.optionalText("text").map { text throws(Diagnostic) in
        try normalisedText(text, path: path)
      }
    }
    let text = try normalisedText(try story.node.requireText("text"), path: path)
    guard let wanted = try story.node.optionalText("wanted") else { return text }
    return text + "\n\n**Wanted:** " + (try normalisedText(wanted, path: path))
  }

  private func registration(
    of story: Story, _ id: CaseID, by member: String
  ) throws(Diagnostic) -> Registration {
    let node = story.node
    let code = try node.requireText("category")
    guard let category = codebook.category(code), !category.sensitivity.isSensitive else {
      throw node.problem(rule: "story.category", "“\(code)” is no category for the sample")
    }
    var registration = Registration(
      caseID: id, category: code, themes: try node.optionalTexts("themes"),
      sensitivity: category.sensitivity,
      priority: max(category.priority, try node.optionalCode("priority") ?? category.priority),
      channel: try node.requireText("channel"), language: story.language,
      received: story.received, receivedBy: try node.optionalText("received-by") ?? member,
      due: targets.due(category: code, received: story.received),
      consent: try node.code("consent"), title: story.title)
    for field in Concern.fields {
      registration.concern[field] = try node.optionalText(field.name)
    }
    registration.happened = try node.optionalDate("happened")
    registration.external = try node.optionalText("external")
    registration.isOnBehalf = try node.boolean("on-behalf", default: false)
    registration.isRepeated = try node.boolean("repeat", default: false)
    let complainant = try node.require("complainant")
    try complainant.requireKnownKeys(Complainant.keys)
    for fact in Complainant.Fact.allCases {
      registration.complainant[fact] = try complainant.optionalText(fact.rawValue)
    }
    return registration
  }

  /// Refuses a step by somebody who was not on the team, and one after the sample's last moment.
  private func checkRoster(
    _ step: StoryStep, in story: Story, at moment: Timestamp
  ) throws(Diagnostic) {
    let date = zone.date(at: moment)
    guard team.member(step.member)?.isActive(on: date) ?? false else {
      throw step.problem("\(step.member) is not on the team on \(date)", in: story)
    }
    if let end = Timetable.end, moment > end {
      throw step.problem("it is recorded at \(moment), after the end of the sample", in: story)
    }
  }
}

extension StoryStep {
  fileprivate func problem(_ refusal: Refusal, in story: Story) -> Diagnostic {
    node.problem(
      rule: refusal.rule.rawValue, "“\(story.title)”, step \(number) (\(kind)): \(refusal.message)",
      hint: refusal.hint.text)
  }

  fileprivate func problem(_ words: String, in story: Story) -> Diagnostic {
    node.problem(rule: "story.step", "“\(story.title)”, step \(number) (\(kind)): \(words)")
  }
}
