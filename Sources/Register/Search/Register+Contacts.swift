package import ContactData
internal import PersonalData
internal import CaseVault
internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import GitStore
internal import Text

/// What is known of a person who calls again.
package enum ContactQuestion: Sendable {
  /// A telephone number in any spelling.
  case phone(String)
  /// A name or parts of it.
  case name(String)
}

/// A case whose contact data matches.
package struct ContactHit: Sendable {
  /// The case as this person may read it.
  package let found: Case
  /// The newest contact data of the case.
  package let contact: ContactRecord
  /// How well it matches; higher is better.
  let score: Int
}

/// What was found, best first, and what could not be read.
package struct ContactResult: Sendable {
  /// The hits.
  package var hits: [ContactHit] = []
  /// What is wrong with other cases.
  package var problems: [Diagnostic] = []
}

extension Register {
  /// The newest contact data of a case.
  ///
  /// Throws `Refusal`: `contact.none` when there is none, `contact.others` when it is sealed for
  /// others, `case.others` for a sensitive case that is.
  package func contact(of id: CaseID) throws -> ContactRecord {
    let opened = try opened(id, in: try head())
    guard let event = opened.newestContact else {
      throw Refusal(
        .contactNone, "no contact data was recorded in \(id)",
        hint: "record it with `daftar contact \(id) --from -`")
    }
    guard let text = event.text else {
      if let problem = opened.state.damaged[event.id] { throw problem }
      guard !opened.missing.contains(event.id) else {
        throw Diagnostic(
          rule: "vault.missing", message: "the contact data of \(id) has not arrived here yet",
          hint: try Vault.open(of: repository)?.waiting
            ?? "run `daftar sync`; if it does not come, the computer where it was recorded has to")
      }
      throw Refusal(
        .contactOthers, "the contact data of \(id) is sealed for others",
        hint: "ask somebody of intake, the handler, a manager or a focal point; who has no key "
          + "makes one, `daftar key new`, and records it for what comes from then on: "
          + "`daftar member key set MEMBER age1…`")
    }
    return try ContactRecord(reading: text, from: .stored)
  }

  /// The contact data of a case as it is after a change, in its canonical form.
  ///
  /// `isWhole` says that nothing of what was recorded before stays. Throws `Refusal` when what was
  /// recorded is sealed for others, so that it is not known what would stay.
  package func contact(
    of id: CaseID, after change: ContactChange, isWhole: Bool
  ) throws -> String {
    let channels = configuration.codes(.channels)
    try change.said.requireChannel(among: channels)
    let known = isWhole ? ContactRecord() : try knownContact(of: id)
    return try change.applied(to: known).text
  }

  private func knownContact(of id: CaseID) throws -> ContactRecord {
    do {
      return try contact(of: id)
    } catch let refusal as Refusal where refusal.rule == .contactNone {
      return ContactRecord()
    } catch let refusal as Refusal where refusal.rule == .contactOthers {
      throw Refusal(
        refusal.rule, "\(refusal.message), so it is not known what of it would stay",
        hint: "give all there is to know, with --anew: nothing of what was recorded stays then")
    }
  }

  /// Finds the cases whose contact data matches, among all that this person may read.
  ///
  /// Everything is opened in memory and nothing of it kept. Throws `Refusal` for a question that
  /// nothing could match.
  package func find(_ question: ContactQuestion) throws -> ContactResult {
    let matcher = try ContactMatcher(question)
    let mark = BytePattern(",\"seal\":\"")
    let recorded = try caseEntries()
    let all = recorded.filter { CasePath.id(of: $0.path) != nil }
    let (sealed, edits) =
      try CaseScan(all, in: repository).gatheringWithEdits(
        GatheredList<TreeEntry>.self, among: recorded, with: { _ in mark }
      ) { entry, span, mark, sealed in
        if span.holds(mark) { sealed.items.append(entry) }
      }
    let opened = try openedCases(of: sealed.items)
    var result = ContactResult(problems: opened.problems.filter { $0.rule != "vault.missing" })
    var notArrived = opened.problems.count - result.problems.count
    result.problems += try editFindings(edits) + deletedByHand().map(\.diagnostic)
    for found in opened.cases {
      guard let newest = found.newestContact else { continue }
      guard let text = newest.text else {
        if found.missing.contains(newest.id) { notArrived += 1 }
        continue
      }
      do throws(Refusal) {
        let contact = try ContactRecord(reading: text, from: .stored)
        guard let score = matcher.score(of: contact) else { continue }
        result.hits.append(ContactHit(found: found.folded, contact: contact, score: score))
      } catch {
        result.problems.append(
          Diagnostic(
            rule: error.rule.rawValue, at: SourceLocation(path: found.document.path),
            message: "its contact data cannot be read: \(error.message)", hint: error.hint.text))
      }
    }
    if let problem = Diagnostic.notArrived(inCases: notArrived) { result.problems.append(problem) }
    result.hits.sort { ($1.score, $0.found.id) < ($0.score, $1.found.id) }
    return result
  }
}

extension Diagnostic {
  /// Says that a search cannot know what it did not find; nil for no case.
  static func notArrived(inCases count: Int) -> Diagnostic? {
    guard count > 0 else { return nil }
    return Diagnostic(
      rule: "vault.missing",
      message: "sealed parts of \(count) \(count == 1 ? "case" : "cases") have not arrived here "
        + "yet, and were not searched",
      hint: "run `daftar sync`")
  }
}

extension OpenedCase {
  /// The last contact data that was not taken back.
  fileprivate var newestContact: Event? {
    let retracted = history.retracted
    return history.events.last { $0.action == .contact && !retracted.contains($0.id) }
  }
}

/// A question prepared for many records.
private enum ContactMatcher {
  case phone(PhoneNumber)
  case name(NameQuery)

  init(_ question: ContactQuestion) throws(Refusal) {
    switch question {
    case .phone(let text):
      guard let number = PhoneNumber(text) else {
        throw Refusal(
          .findPhone, "this is no telephone number", hint: "give at least its last six digits")
      }
      self = .phone(number)
    case .name(let text):
      guard let query = NameQuery(text) else {
        throw Refusal(.findName, "this is no name", hint: "give at least one word of it")
      }
      self = .name(query)
    }
  }

  /// How well a record matches; nil when it does not.
  func score(of contact: ContactRecord) -> Int? {
    switch self {
    case .phone(let number): contact.hasPhone(number) ? 1 : nil
    case .name(let query): contact.name.flatMap(query.score(of:))
    }
  }
}
