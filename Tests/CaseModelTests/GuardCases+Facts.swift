import CaseModel
import TestSupport

extension GuardCases {
  /// What is known about a case beside its state.
  static let facts = [
    GuardCase(.raiseHigher, "to the same priority", beside: "to the next one") {
      try registered().trying(.raise(priority: .normal, sensitivity: nil))
    } allowed: {
      try registered().trying(.raise(priority: .high, sensitivity: nil))
    },
    GuardCase(.raiseHigher, "to a lower sensitivity", beside: "to a higher one") {
      try registered().trying(.raise(priority: nil, sensitivity: .open))
    } allowed: {
      try registered().trying(.raise(priority: nil, sensitivity: .confidential))
    },
    GuardCase(.raiseNothing, "neither", beside: "one of the two") {
      try registered().trying(.raise(priority: nil, sensitivity: nil))
    } allowed: {
      try registered().trying(.raise(priority: .critical, sensitivity: nil))
    },
    GuardCase(.extendOpen, "the case is closed", beside: "the answer is given") {
      try Ledger.closed().trying(.extend(due: date("2026-04-01")))
    } allowed: {
      try Ledger.informed().trying(.extend(due: date("2026-04-01")))
    },
    GuardCase(.extendReason, "no reason", beside: "a reason") {
      try registered().trying(.extend(due: date("2026-04-01")), text: nil)
    } allowed: {
      try registered().trying(.extend(due: date("2026-04-01")))
    },
    GuardCase(.extendOnce, "a second time", beside: "the first time") {
      try registered().after(.extend(due: date("2026-04-01")))
        .trying(.extend(due: date("2026-04-02")))
    } allowed: {
      try registered().trying(.extend(due: date("2026-04-02")))
    },
    GuardCase(.extendBeforeDue, "the day after the deadline", beside: "its last day") {
      try registered().later(days: 16).trying(.extend(due: date("2026-04-01")))
    } allowed: {
      try registered().later(days: 15).trying(.extend(due: date("2026-04-01")))
    },
    GuardCase(.extendLater, "to the same day", beside: "to the next day") {
      try registered().trying(.extend(due: date("2026-03-17")))
    } allowed: {
      try registered().trying(.extend(due: date("2026-03-18")))
    },
    GuardCase(.linkSelf, "to itself", beside: "to another case") {
      try registered().trying(.link(.sameIssue, .sample()))
    } allowed: {
      try registered().trying(.link(.sameIssue, .sample(1)))
    },
    GuardCase(.surveyAfter, "before the answer", beside: "after it") {
      try Ledger.decided().trying(.survey(.answered(.yes, score: 5)))
    } allowed: {
      try Ledger.informed().trying(.survey(.answered(.yes, score: 5)))
    },
    GuardCase(.surveyScore, "six of five", beside: "five of five") {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 6)))
    } allowed: {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 5)))
    },
    GuardCase(.surveyScore, "none of five", beside: "one of five") {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 0)))
    } allowed: {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 1)))
    },
  ]

  /// Corrections of single fields.
  static let amending = [
    GuardCase(.amendReason, "no reason", beside: "a reason") {
      try registered().trying(.amend(Amendment(field: "area", value: "x", was: "")), text: nil)
    } allowed: {
      try registered().trying(.amend(Amendment(field: "area", value: "x", was: "")))
    },
    GuardCase(.amendField, "the narrative", beside: "the title") {
      try registered().trying(.amend(Amendment(field: "text", value: "x", was: "")))
    } allowed: {
      try registered().trying(.amend(Amendment(field: "title", value: "x", was: "")))
    },
    GuardCase(.amendField, "a field of the workflow", beside: "a field of the complaint") {
      try registered().trying(.amend(Amendment(field: "state", value: "closed", was: "")))
    } allowed: {
      try registered().trying(.amend(Amendment(field: "priority", value: "low", was: "")))
    },
    GuardCase(.amendValue, "no date", beside: "a date") {
      try registered().trying(.amend(Amendment(field: "received", value: "2026-02-30", was: "")))
    } allowed: {
      try registered().trying(.amend(Amendment(field: "received", value: "2026-02-28", was: "")))
    },
    GuardCase(.amendValue, "no title", beside: "no area any more") {
      try registered().trying(.amend(Amendment(field: "title", value: "", was: "")))
    } allowed: {
      try registered { $0.concern.area = "SY0203" }
        .trying(.amend(Amendment(field: "area", value: "", was: "SY0203")))
    },
    GuardCase(.amendValue, "no theme", beside: "one theme") {
      try registered().trying(.amend(Amendment(field: "themes", value: " , ", was: "")))
    } allowed: {
      try registered().trying(.amend(Amendment(field: "themes", value: " , access", was: "")))
    },
    GuardCase(.amendValue, "neither yes nor no", beside: "yes") {
      try registered().trying(.amend(Amendment(field: "on-behalf", value: "true", was: "no")))
    } allowed: {
      try registered().trying(.amend(Amendment(field: "on-behalf", value: "yes", was: "no")))
    },
    GuardCase(.amendSame, "nothing changes", beside: "another channel") {
      try registered().trying(.amend(Amendment(field: "channel", value: "hotline", was: "")))
    } allowed: {
      try registered().trying(.amend(Amendment(field: "channel", value: "sms", was: "")))
    },
  ]
}
