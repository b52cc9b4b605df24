import CaseModel
import TestSupport

extension GuardCases {
  /// From the assignment to the work on a case.
  static let handling = [
    GuardCase(.assignOpen, "the case is closed", beside: "the answer is given") {
      try Ledger.closed().trying(.assign(.member("rana")))
    } allowed: {
      try Ledger.informed().trying(.assign(.member("rana")))
    },
    GuardCase(.assignSubject, "to the person complained about", beside: "to somebody else") {
      try registered { $0.subjects = [.member("karim")] }.trying(.assign(.member("karim")))
    } allowed: {
      try registered { $0.subjects = [.member("karim")] }.trying(.assign(.member("rana")))
    },
    GuardCase(
      .assignSubjectUnit, "to the unit complained about, without a reason",
      beside: "with a reason"
    ) {
      try registered { $0.subjects = [.unit("tabqa")] }.trying(.assign(.unit("tabqa")), text: nil)
    } allowed: {
      try registered { $0.subjects = [.unit("tabqa")] }.trying(.assign(.unit("tabqa")))
    },
    GuardCase(.startAssigned, "nobody has it", beside: "a unit has it") {
      try registered().trying(.start)
    } allowed: {
      try registered().after(.assign(.unit("tabqa"))).trying(.start)
    },
    GuardCase(.startAssigned, "started already", beside: "a member has it") {
      try Ledger.inProgress().trying(.start)
    } allowed: {
      try registered().after(.assign(.member("rana"))).trying(.start)
    },
    GuardCase(.waitInProgress, "not started", beside: "started") {
      try registered().after(.assign(.member("rana")))
        .trying(.wait(.complainant, until: date("2026-03-05")))
    } allowed: {
      try registered().after(.assign(.member("rana"))).after(.start)
        .trying(.wait(.complainant, until: date("2026-03-05")))
    },
    GuardCase(.waitQuestion, "no question", beside: "a question") {
      try Ledger.inProgress().trying(.wait(.other, until: date("2026-03-05")), text: nil)
    } allowed: {
      try Ledger.inProgress().trying(.wait(.other, until: date("2026-03-05")), text: "Which list?")
    },
    GuardCase(.waitUntil, "15 days", beside: "14 days") {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: 15)))
    } allowed: {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: 14)))
    },
    GuardCase(.waitUntil, "until yesterday", beside: "until today") {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: -1)))
    } allowed: {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day))
    },
    GuardCase(.resumeWaiting, "not waiting", beside: "waiting") {
      try Ledger.inProgress().trying(.resume)
    } allowed: {
      let ledger = try Ledger.inProgress()
      return try ledger.after(.wait(.other, until: ledger.day)).trying(.resume)
    },
  ]
}
