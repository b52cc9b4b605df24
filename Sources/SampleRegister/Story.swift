internal import CaseFormat
internal import CaseModel
internal import Diagnostics

/// One case as the people who made up the sample tell it, with all that the team did.
struct Story {
  /// The story's node, for what the registration holds and for the place of a problem.
  let node: YAMLNode
  /// Language of the complaint, from the name of the file.
  let language: String
  let title: String
  /// A short name by which other stories refer to this one.
  let key: String?
  let received: CalendarDate
  /// The day on which the case was taken over from an older list, with all that had happened.
  let takenOver: CalendarDate?
  let steps: [StoryStep]

  private static let keys = [
    "title", "key", "category", "themes", "channel", "area", "unit", "project", "priority",
    "received", "received-by", "happened", "on-behalf", "repeat", "wanted", "complainant",
    "consent", "external", "taken-over", "text", "steps",
  ]

  /// Reads the stories of a file.
  static func reading(
    _ bytes: [UInt8], path: String, language: String
  ) throws(Diagnostic) -> [Story] {
    var stories: [Story] = []
    for node in try YAMLNode.parse(bytes, path: path).requireList() {
      stories.append(try Story(node, language: language))
    }
    return stories
  }

  private init(_ node: YAMLNode, language: String) throws(Diagnostic) {
    try node.requireKnownKeys(Self.keys)
    self.node = node
    self.language = language
    title = try node.requireText("title")
    key = try node.optionalText("key")
    received = try node.requireDate("received")
    takenOver = try node.optionalDate("taken-over")
    var steps: [StoryStep] = []
    for step in try node.require("steps").requireList() {
      let last = steps.last?.day ?? 0
      steps.append(try StoryStep(step, number: steps.count + 1, notBefore: last))
    }
    guard steps.first?.kind == "register" else {
      throw node.problem(rule: "story.register", "“\(title)” does not begin with register")
    }
    self.steps = steps
  }

  /// The local date on which a step was done.
  func date(of step: StoryStep) -> CalendarDate { received.adding(days: step.day) }

  /// Whether a step was done before the case was taken over from an older list.
  func isImported(_ step: StoryStep) -> Bool { takenOver.map { date(of: step) < $0 } ?? false }
}

/// One thing that a member of the team did.
struct StoryStep {
  /// The step's node, with the fields of its kind.
  let node: YAMLNode
  /// Its place in the story, from 1.
  let number: Int
  /// Whole days from receipt to the recording of the step.
  let day: Int
  /// Whole days from receipt to the day on which it happened, when it was recorded later.
  let happenedDay: Int?
  let member: String
  /// The word under `do`.
  let kind: String
  /// Whether its author did not know of the step before: both were done at the same time.
  let isUnaware: Bool

  fileprivate init(_ node: YAMLNode, number: Int, notBefore: Int) throws(Diagnostic) {
    self.node = node
    self.number = number
    guard let day = try node.integer("day", in: notBefore...1_000) else {
      throw node.problem(rule: "story.day", "the key “day” is missing")
    }
    self.day = day
    happenedDay = try node.integer("on-day", in: 0...day)
    member = try node.requireText("by")
    kind = try node.requireText("do")
    isUnaware = try node.boolean("unaware", default: false)
  }
}

extension YAMLNode {
  /// The date under a key, which must be there.
  func requireDate(_ key: String) throws(Diagnostic) -> CalendarDate {
    let value = try require(key)
    guard let date = CalendarDate(try value.requireText()) else {
      throw value.problem(rule: "story.date", "“\(key)” is no date", hint: "write YYYY-MM-DD")
    }
    return date
  }

  /// The date under a key; nil when it is absent.
  func optionalDate(_ key: String) throws(Diagnostic) -> CalendarDate? {
    try optional(key) == nil ? nil : try requireDate(key)
  }

  /// The code under a key.
  func code<Code: RawRepresentable<String>>(_ key: String) throws(Diagnostic) -> Code {
    let text = try requireText(key)
    guard let code = Code(rawValue: text) else {
      throw problem(rule: "story.code", "“\(text)” is no value for “\(key)”")
    }
    return code
  }

  /// The code under a key; nil when it is absent.
  func optionalCode<Code: RawRepresentable<String>>(_ key: String) throws(Diagnostic) -> Code? {
    try optional(key) == nil ? nil : try code(key)
  }
}
