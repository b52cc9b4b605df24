internal import CaseVault
internal import CaseModel
internal import CaseFormat
internal import Diagnostics
package import GitStore

/// What one commit changes, and in whose name.
struct Change {
  var files: [CommitRequest.Replacement]
  var message: String
  /// Sealed entries that the files name; stored before the branch moves.
  var sealed: [SealedFile] = []
  /// Such entries that are stored already and that nothing names yet.
  var stored: [Vault.Move] = []
  /// Whether the commit's times tell no more than the day.
  var tellsOnlyTheDay = false
}

extension Register {
  /// Commits a change as one member: objects, then the branch, then index and work tree.
  ///
  /// `plan` is given the head to build on and returns nil when there is nothing to do; it sees the
  /// configuration of that head. When another program moved the branch in between, it is asked again
  /// with the new head. `files` are edits by hand that the change explains. `isUpkeep`: it is nothing
  /// that the member decides, so that their roles do not matter. Returns the commit, or nil when there
  /// was nothing to do.
  func commit(
    as author: Team.Member, at moment: Timestamp, over files: [HandWritten] = [],
    isUpkeep: Bool = false, _ plan: (ObjectID) throws -> Change?
  ) throws -> ObjectID? {
    try requireWritable()
    return try WriteLock.whileExclusive(repository) {
      try RegisterLocks.clear(in: repository)
      try PendingWork.finishHoldingLock(in: repository)
      try VaultPromise.settle(in: repository)
      return try commitHoldingLock(as: author, at: moment, over: files) { head in
        try readConfiguration(at: head)
        try requireWritable()
        if !isUpkeep { try requireUnchanged(author) }
        return try plan(head)
      }
    }
  }

  private func commitHoldingLock(
    as author: Team.Member, at moment: Timestamp, over files: [HandWritten],
    _ plan: (ObjectID) throws -> Change?
  ) throws -> ObjectID? {
    for _ in 0..<50 {
      let head = try head()
      guard let change = try plan(head) else { return nil }
      try refuseEdited(change.files.map(\.path), in: head, but: files)
      let commit = try repository.writeCommit(
        request(change, on: head, as: author, at: moment), checkpoint: Checkpoint.reached)
      let promise = try store(change, for: commit)
      let paths = change.files.map(\.path)
      let subject = String(change.message.prefix { $0 != "\n" })
      let hasMoved = try advance(to: commit, from: head, paths, subject, over: files)
      if !hasMoved { try promise?.takeBack(in: repository) }
      if promise != nil { VaultPromise.remove(in: repository) }
      if hasMoved { return commit }
    }
    throw Diagnostic(
      rule: "register.busy",
      message: "another program keeps changing this register, or left it locked",
      hint: "close programs that use its git repository; if \(try repository.branchReference).lock "
        + "stays in its git folder, delete that file")
  }

  /// Brings sealed entries into the vault, and notes what was there until the branch has moved.
  private func store(_ change: Change, for commit: ObjectID) throws -> VaultPromise? {
    guard !change.sealed.isEmpty || !change.stored.isEmpty else { return nil }
    let files = SealedFile.byCase(change.sealed)
    let vault = try Vault.make(of: repository)
    let known = try vault.tips()
    let cases = files.keys.map(\.self) + change.stored.map(\.id)
    let promise = VaultPromise(
      commit: commit, tips: cases.reduce(into: [:]) { $0[$1] = .some(known[$1]) })
    try promise.write(in: repository)
    try vault.store(files)
    try vault.name(change.stored)
    Checkpoint.reached("vault")
    return promise
  }

  /// Moves the branch, with a note of the files that must follow, and lets them follow.
  ///
  /// Returns false when somebody else moved it first. Once it has moved, the step is saved, whatever
  /// happens to the files: what cannot follow now stays noted and is done by a later command.
  package func advance(
    to commit: ObjectID, from head: ObjectID, _ paths: [String], _ subject: String,
    over files: [HandWritten] = []
  ) throws -> Bool {
    var pending = PendingWork(old: head, new: commit, paths: paths)
    for file in files {
      pending.edits[file.path] = try file.edited.map { try ObjectID.ofBlob($0) }
    }
    let earlier = try pending.add(in: repository)
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
    var all = PendingWork.read(in: repository) ?? pending
    all.new = commit
    if try all.follow(in: repository) {
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
    let isRounded = change.tellsOnlyTheDay
    let moment = isRounded ? zone.beginningOfDay(moment) : moment
    let now = isRounded ? zone.beginningOfDay(clock.now) : clock.now
    let offset = zone.offset(at: moment) / 60
    return CommitRequest(
      parents: [head], replacing: change.files,
      author: Signature(
        name: author.authorName, email: author.authorEmail, seconds: moment.seconds,
        offsetMinutes: offset),
      committer: Signature(
        name: author.authorName, email: author.authorEmail, seconds: max(now.seconds, parent),
        offsetMinutes: offset),
      message: change.message)
  }

  /// Refuses to write a file that somebody has edited and not recorded.
  func refuseEdited(
    _ paths: [String], in head: ObjectID, but files: [HandWritten]
  ) throws {
    guard repository.workTree != nil, paths.count < 100 else { return }
    for path in paths {
      let committed = try repository.blob(at: path, in: head)
      let present = WorkTreeFile.content(path, in: repository)
      guard present != committed else { continue }
      if files.contains(where: { $0.path == path && $0.edited == present }) { continue }
      if try PendingWork.explains(present, at: path, in: repository) { continue }
      if committed == nil {
        throw Diagnostic(
          rule: "file.in-the-way", at: SourceLocation(path: path),
          message: "a file that was never recorded stands here",
          hint: "move it away and run the command again")
      }
      try ConflictedFile.refuse(path, in: repository)
      let id = CasePath.id(of: path)?.description ?? path
      let place = SourceLocation(path: path, line: 1, column: 1)
      if let found = WorkTreeFile.findingOfOtherThing(at: path, place, in: repository) {
        throw found
      }
      throw Diagnostic(
        rule: "file.edited", at: place,
        message: present == nil ? "the file was deleted by hand" : "the file was edited by hand",
        hint: present == nil
          ? "bring it back: `git checkout HEAD -- \(path)`"
          : "record the edit with `daftar adopt \(id)`, or undo it: `git checkout HEAD -- \(path)`")
    }
  }
}
