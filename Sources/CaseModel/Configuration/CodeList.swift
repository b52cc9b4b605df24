/// A list from which codes of cases come: in a file of the configuration, or fixed by the workflow.
package enum CodeList: Hashable, Sendable {
  case categories
  case groups
  case themes
  case channels
  case rootCauses
  /// The codes of what a complaint concerns, such as areas.
  case concern(CaseField)
  /// The bands of a fact about the complainant.
  case band(Complainant.Fact)
  case partners
  case members
  case states
  case sensitivities
  case priorities
  case outcomes
  case waivers
  case consents
  case yesAndNo

  /// The key of the list in its file.
  package var key: String {
    switch self {
    case .rootCauses: "root-causes"
    case .concern(let field): field.name + "s"
    case .band(let fact): fact.rawValue
    default: String(describing: self)
    }
  }

  /// What one of its codes is called in messages.
  package var noun: String {
    switch self {
    case .categories: "category"
    case .priorities: "priority"
    case .sensitivities: "sensitivity"
    case .rootCauses: "root cause"
    case .partners: "organisation"
    case .yesAndNo: "answer"
    case .concern(let field): field.name
    case .band(let fact): fact.rawValue
    case .groups, .themes, .channels, .members, .states, .outcomes, .waivers, .consents:
      String(key.dropLast())
    }
  }

  /// The file below `cases/` that lists its codes.
  package var file: String {
    switch self {
    case .members: "team.yml"
    case .partners: "register.yml"
    case .concern: "areas.yml"
    default: "categories.yml"
    }
  }

  /// The codes that the workflow fixes; nil where the register lists its own.
  package var fixedCodes: [String]? {
    switch self {
    case .states: CaseState.allCases.map(\.rawValue)
    case .sensitivities: Sensitivity.allCases.map(\.rawValue)
    case .priorities: Priority.allCases.map(\.rawValue)
    case .outcomes: Outcome.allCases.map(\.rawValue)
    case .waivers: Waiver.allCases.map(\.rawValue)
    case .consents: Consent.allCases.map(\.rawValue)
    case .yesAndNo: ["yes", "no"]
    default: nil
    }
  }

  /// Whether a register lists the codes and not the workflow.
  package var isConfigured: Bool { fixedCodes == nil }
}

extension Configuration {
  /// The codes of a list and what they are called.
  package func labelledCodes(_ list: CodeList) -> [LabelledCode] {
    switch list {
    case .concern(let field): places.labelledCodes(field)
    case .partners: settings.partners
    default: codebook.labelledCodes(list)
    }
  }

  /// The codes that may stand in cases.
  package func codes(_ list: CodeList) -> [String] {
    list == .members
      ? team.members.map(\.id) : list.fixedCodes ?? labelledCodes(list).map(\.code)
  }
}

/// A code and the list that it is of.
package struct ListedCode: Hashable, Sendable {
  package let list: CodeList
  package let code: String
}

extension Action {
  /// The code that a step names and the case's front matter does not show; nil for most.
  package var code: ListedCode? {
    switch self {
    case .acknowledge(let via), .inform(.told(let via, _)), .inform(.tried(let via)):
      ListedCode(list: .channels, code: via)
    case .refer(let organisation, _): ListedCode(list: .partners, code: organisation)
    default: nil
    }
  }
}
