/// What `categories.yml` says: the codes that cases may hold, and what they are called.
package struct Codebook: Sendable {
  /// A kind of feedback.
  package struct Category: Sendable, Hashable {
    /// The code and its labels.
    package let name: LabelledCode
    /// Code of the group in which figures show it.
    package let group: String
    /// Whether the complaint figures count it.
    package let isComplaint: Bool
    /// The sensitivity that a new case begins with.
    package let sensitivity: Sensitivity
    /// The priority that a new case begins with.
    package let priority: Priority

    /// Describes a kind of feedback.
    package init(
      name: LabelledCode, group: String, isComplaint: Bool, sensitivity: Sensitivity,
      priority: Priority
    ) {
      self.name = name
      self.group = group
      self.isComplaint = isComplaint
      self.sensitivity = sensitivity
      self.priority = priority
    }
  }

  /// A way by which feedback arrives.
  package struct Channel: Sendable, Hashable {
    /// The code and its labels.
    package let name: LabelledCode
    /// Whether the complainant stands there or is on the line, and is told at once.
    package let isInPerson: Bool

    /// Describes a way by which feedback arrives.
    package init(name: LabelledCode, isInPerson: Bool) {
      self.name = name
      self.isInPerson = isInPerson
    }
  }

  /// Kinds of feedback.
  package let categories: [Category]
  /// Ways by which feedback arrives.
  package let channels: [Channel]
  /// The other lists: groups, themes, root causes, outcomes, states and so on.
  package let lists: [CodeList: [LabelledCode]]
  /// The bands of the complainant's coded facts.
  package let bands: [Complainant.Fact: [LabelledCode]]

  /// The category with a code.
  package func category(_ code: String) -> Category? { categories.first { $0.name.code == code } }

  /// What figures count as a complaint.
  package var complaintRule: ComplaintRule {
    ComplaintRule(
      kinds: Set(
        categories.filter { $0.isComplaint && !$0.sensitivity.isSensitive }.map(\.name.code)))
  }

  /// The channel with a code.
  package func channel(_ code: String) -> Channel? { channels.first { $0.name.code == code } }

  /// The codes of a list and what they are called; none of a list that stands in another file.
  package func labelledCodes(_ list: CodeList) -> [LabelledCode] {
    switch list {
    case .categories: categories.map(\.name)
    case .channels: channels.map(\.name)
    case .band(let fact): bands[fact] ?? []
    default: lists[list] ?? []
    }
  }

  /// Describes the codes of a register.
  package init(
    categories: [Category], channels: [Channel], lists: [CodeList: [LabelledCode]],
    bands: [Complainant.Fact: [LabelledCode]]
  ) {
    self.categories = categories
    self.channels = channels
    self.lists = lists
    self.bands = bands
  }
}
