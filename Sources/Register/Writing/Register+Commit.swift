internal import CaseModel
internal import CaseFormat
internal import Diagnostics
internal import GitStore

/// What one commit changes, and in whose name.
struct Change {
  var files: [CommitRequest.Replacement]
  var message: String
}

extension Register {
  /// Commits a change as one member: objects, then the branch, then index and work tree.
  ///
  /// `plan` is given the head to build on and returns nil when there is nothing to do. When another
  /// program moved the branch in between, it is asked again with the new head. `file` is an edit by
  /// hand that the change explains. Returns the commit, or nil when there was nothing to do.
  func commit(
    as author: Team.Member, at moment: Timestamp, over file: HandWritten? = nil,
    _ plan: (ObjectID) throws -> Change?
  ) throws -> ObjectID? {
    try requireWritable()
    return try WriteLock.whileExclusive(repository) {
      try PendingWork.finishHoldingLock(in: repository)
      return try commitHoldingLock(as: author, at: moment, over: file, plan)
    }
  }

  private func commitHoldingLock(
    as author: Team.Member, at moment: Timestamp, over file: HandWritten?,
    _ plan: (ObjectID) throws -> Change?
  ) throws -> ObjectID? {
    for _ in 0..<50 {
      let head = try head()
      guard let change = try plan(head) else { return nil }
      try refuseEdited(change.files.map(\.path), in: head, but: file)
      let commit = try repository.writeCommit(
        request(change, on: head, as: author, at: moment), checkpoint: Checkpoint.reached)
      let paths = change.files.map(\.path)
      let subject = String(change.message.prefix { $0 != "\n" })
      if try advance(to: commit, from: head, paths, subject) { return commit }
    }
    throw Diagnostic(
      rule: "register.busy",
      message: "another program keeps changing this register, or left it locked",
      hint: "close programs that use its git repository; if \(try repository.branchReference).lock "
        + "stays in its git folder, delete that file")
  }

  /// Moves the branch, with a note of the files that must follow, and lets them follow.
  ///
  /// Returns false when somebody else moved it first. Once it has moved, the step is saved, whatever
  /// happens to the files: what cannot follow now stays noted and is done by a later command.
  func advance(
    to commit: ObjectID, from head: ObjectID, _ paths: [String], _ subject: String
  ) throws -> Bool {
    let earlier = try PendingWork(old: head, new: commit, paths: paths).add(in: repository)
    do {
      try repository.moveReference(
        repository.branchReference, to: commit, expecting: head,
        reflogMessage: "daftar: " + subject)
    } catch {
      try PendingWork.restore(earlier, in: repository)
      guard error.isRace else { throw error }
      return false
    }
    Checkpoint.reached("reference")
    let all = PendingWork.read(in: repository)
    let (old, pending) = (all.map(\.old) ?? head, all?.paths ?? paths)
    if try PendingWork.follow(pending, from: old, to: commit, in: repository) {
      PendingWork.remove(in: repository)
    } else {
      filesAreLate = true
    }
    return true
  }

  private func request(
    _ change: Change, on head: ObjectID, as author: Team.Member, at moment: Timestamp
  ) throws -> CommitRequest {
    let parent = try repository.commit(head).committer.seconds
    let offset = zone.offset(at: moment) / 60
    let email = author.email ?? author.id + "@daftar.invalid"
    return CommitRequest(
      parents: [head], replacing: change.files,
      author: Signature(
        name: author.name, email: email, seconds: moment.seconds, offsetMinutes: offset),
      committer: Signature(
        name: author.name, email: email, seconds: max(clock.now.seconds, parent),
        offsetMinutes: offset),
      message: change.message)
  }

  /// Refuses to write a file that somebody has edited and not recorded.
  private func refuseEdited(
    _ paths: [String], in head: ObjectID, but file: HandWritten?
  ) throws {
    guard repository.workTree != nil, paths.count < 100 else { return }
    for path in paths {
      let committed = try repository.blob(at: path, in: head)
      let present = WorkTreeFile.content(path, in: repository)
      guard present != committed else { continue }
      if let file, file.path == path, file.edited == present { continue }
      if try PendingWork.explains(present, at: path, in: repository) { continue }
      if committed == nil {
        throw Diagnostic(
          rule: "file.in-the-way", at: SourceLocation(path: path),
          message: "a file that was never recorded stands here",
          hint: "move it away and run the command again")
      }
      let id = CasePath.id(of: path)?.description ?? path
      throw Diagnostic(
        rule: "file.edited", at: SourceLocation(path: path, line: 1, column: 1),
        message: present == nil ? "the file was deleted by hand" : "the file was edited by hand",
        hint: present == nil
          ? "bring it back: `git checkout -- \(path)`"
          : "record the edit with `daftar adopt \(id)`, or undo it: `git checkout -- \(path)`")
    }
  }
}
