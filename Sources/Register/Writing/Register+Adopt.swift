internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

/// A file as somebody edited it by hand, and as it is recorded; nil where there is none.
package struct HandWritten {
  let path: String
  let edited: [UInt8]?
  let committed: [UInt8]?
}

extension Register {
  /// Turns what somebody edited by hand in a case file into the steps that say the same.
  ///
  /// The edit is taken from the work tree, or from the commit when it was committed with git. It is
  /// recorded under all guards or refused with the rule; texts and event lines cannot be edited.
  package func adopt(_ id: CaseID, reason: String, as member: Team.Member) throws -> Recorded {
    let head = try head()
    guard let path = try path(of: id, in: head),
      let committed = try repository.blob(at: path, in: head)
    else {
      throw Refusal(
        .caseMissing, "there is no case \(id) here", hint: "list the cases with `daftar list`")
    }
    try ConflictedFile.refuse(path, in: repository)
    let edited = WorkTreeFile.content(path, in: repository) ?? committed
    let document = try CaseDocument(reading: edited, path: path, zone: zone)
    guard let wanted = try FrontMatterReader.summary(edited, path: path).ordinary,
      let folded = document.standing.ordinary
    else {
      throw Refusal(
        .adoptSealed, "the file of a sensitive case is not edited by hand",
        hint: "undo the edit with `git checkout HEAD -- \(path)` and use the command for the step")
    }
    let known = try CaseDocument(reading: committed, path: path, zone: zone)
    guard Set(document.history.events) == Set(known.history.events) else {
      throw Diagnostic(
        rule: "adopt.events", at: SourceLocation(path: path),
        message:
          "its events are not those recorded: the case has moved on since the edit, or event "
          + "lines were edited",
        hint:
          "keep a copy if you need it, undo the edit with `git checkout HEAD -- \(path)`, and make it "
          + "again")
    }
    let edit = HandEdit(from: folded, to: wanted, reason: reason)
    let steps = try edit.steps()
    if steps.isEmpty { try edit.requireSaid(by: folded) }
    guard !steps.isEmpty else {
      let file = HandWritten(path: path, edited: edited, committed: committed)
      return try rewrite(document, folded, file, as: member)
    }
    return try record(
      replacing: HandWritten(path: path, edited: edited, committed: committed), steps, edit,
      in: document, as: member)
  }

  /// Records the steps over the edited file, which they explain.
  private func record(
    replacing file: HandWritten, _ steps: [Step], _ edit: HandEdit, in document: CaseDocument,
    as member: Team.Member
  ) throws -> Recorded {
    var result: Recorded?
    try commitOver([file], as: member) { head in
      let draft = try afterUndoing(file.path) {
        try drafting(in: head, as: member).draft(try opened(document), steps)
      }
      guard draft.step == nil, let said = Case.folding(try History(draft.common), in: zone) else {
        throw Refusal(
          .adoptRaise, "a case becomes sensitive by raising it, not by an edit",
          hint: "undo the edit: `git checkout HEAD -- \(file.path)`, then "
            + "`daftar raise CASE --sensitivity \(edit.to.sensitivity.rawValue)`")
      }
      try edit.requireSaid(by: said)
      result = Recorded(
        events: draft.events, before: edit.from, after: draft.folded, warnings: draft.warnings)
      return try change(draft, path: document.path)
    }
    guard let result else { throw CaseFault.noCase }
    return result
  }

  /// Lets the command of a hint follow the undoing of the edit, which stands in its way.
  private func afterUndoing<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let refusal as Refusal
      where refusal.hint.commands.contains(where: { $0.name != nil })
      && !refusal.hint.text.contains("\u{60}git checkout")
    {
      throw Refusal(
        refusal.rule, refusal.message,
        hint: "undo the edit: `git checkout HEAD -- \(path)`; then \(refusal.hint.wording)")
    }
  }

  /// Brings a file that says the same in other bytes back to its canonical form.
  private func rewrite(
    _ document: CaseDocument, _ folded: Case, _ file: HandWritten, as member: Team.Member
  ) throws -> Recorded {
    guard !document.differences.isEmpty else {
      throw Refusal(
        .adoptNothing, "the file is as it was recorded", hint: "there is nothing to adopt")
    }
    let bytes = document.bytes(zone: zone)
    if file.committed == bytes {
      try undo(file)
    } else {
      try commitOver([file], as: member) { _ in
        Change(
          files: [.init(path: document.path, content: bytes)],
          message: "\(folded.id): rewrite\n\nCase: \(folded.id)\n")
      }
    }
    return Recorded(events: [], before: folded, after: folded, warnings: [])
  }

  /// Brings a file back to what is recorded, which the edit says in other bytes.
  private func undo(_ file: HandWritten) throws {
    try WriteLock.whileExclusive(repository) {
      let head = try head()
      var work = PendingWork(old: head, new: head, paths: [file.path])
      work.edits[file.path] = try file.edited.map { try ObjectID.ofBlob($0) }
      _ = try work.add(in: repository)
      try PendingWork.finishHoldingLock(in: repository)
    }
  }

  /// Commits over files that somebody edited; the edits stay untouched until their steps are saved,
  /// and then make way.
  func commitOver(
    _ files: [HandWritten], as member: Team.Member, _ plan: (ObjectID) throws -> Change
  ) throws {
    _ = try commit(as: member, at: clock.now, over: files) { head in
      for file in files where try repository.blob(at: file.path, in: head) != file.committed {
        throw Refusal(
          .adoptMoved, "somebody else wrote \(file.path) at the same moment",
          hint: "run the command again")
      }
      return try plan(head)
    }
    forget(files.map(\.path))
  }

  /// Drops the note that others changed files while they were edited: the edits are recorded.
  private func forget(_ paths: [String]) {
    do {
      for path in paths { try OvertakenEdits.remove(path, in: repository) }
    } catch {
      // The edits are recorded all the same.
      filesAreLate = true
    }
  }

  /// Records a configuration file that somebody edited; refused when it cannot be read.
  ///
  /// Returns what differs now, each as the beginning of a sentence.
  package func adoptConfiguration(_ name: String, as member: Team.Member) throws -> [String] {
    let path = "cases/" + name
    guard Configuration.fileNames.contains(name) else {
      throw Refusal(
        .adoptFile, "“\(name)” is no configuration file",
        hint: "files: \(Configuration.fileNames.joined(separator: ", "))")
    }
    guard let edited = WorkTreeFile.content(path, in: repository) else {
      let place = SourceLocation(path: path)
      if let found = WorkTreeFile.findingOfOtherThing(at: path, place, in: repository) {
        throw found
      }
      throw Refusal(
        .adoptFile, "there is no file \(path) in a folder here",
        hint: repository.isBare
          ? "edit it in a work tree" : "bring it back: `git checkout HEAD -- \(path)`")
    }
    try ConflictedFile.refuse(path, in: repository)
    let current = try head()
    let committed = try repository.blob(at: path, in: current)
    let change = try proposed(name, edited, since: committed, in: current, by: member)
    guard let committed else { throw CaseFault.noCase }
    try refuseOvertaken(path, edited, committed)
    let file = HandWritten(path: path, edited: edited, committed: committed)
    try commitOver([file], as: member) { _ in change }
    try bringLineEndRule(as: member)
    return ConfigurationDifference.sentences(in: name, from: committed, to: edited)
  }

  /// Refuses an edit that began before others changed the file and would undo what they did.
  private func refuseOvertaken(_ path: String, _ edited: [UInt8], _ present: [UInt8]) throws {
    guard let id = OvertakenEdits.all(in: repository)[path] else { return }
    let base = try repository.blob(id)
    guard let line = OvertakenEdits.lineLost(base: base, present: present, edited: edited) else {
      return
    }
    throw Refusal(
      .adoptOvertaken,
      "others changed \(path) while you edited it; your version would undo “\(line)”",
      hint:
        "keep a copy of yours, bring theirs back with `git checkout HEAD -- \(path)`, and make your "
        + "edit again")
  }
}
