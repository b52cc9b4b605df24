internal import CaseVault
package import Diagnostics
package import GitStore

extension Register {
  /// What is lost of the states that nobody else has yet; nil when all of them can be read.
  ///
  /// An earlier state is seldom looked at, and git sends nothing while a part of one is missing. The
  /// newest state holds every step, so that nothing but the states between is given up by the way out.
  ///
  /// - Parameters:
  ///   - sent: What the common place has; nil for nothing.
  ///   - tip: The newest commit.
  /// - Returns: The first that is lost, with its file and the way out; nil, too, where something of the
  ///   newest state is.
  /// - Throws: `GitError` when the newest state cannot be listed.
  package func damageSince(_ sent: ObjectID?, upTo tip: ObjectID) throws -> Diagnostic? {
    let whole = try [tip, sent].compactMap(\.self).flatMap {
      try repository.entries(under: "", in: $0).map(\.id)
    }
    // What is lost of the newest state itself is told by whoever reads it.
    guard let parents = try? repository.commit(tip).parents,
      repository.unreadableObjects(below: [tip], except: Set(whole + parents)).isEmpty
    else { return nil }
    let lost = repository.unreadableObjects(
      below: [tip], except: Set(whole + [sent].compactMap(\.self)))
    guard let first = lost.first else { return nil }
    let wayOut = sent.map { sent in
      "; or send the newest state without the ones between, from the top of the register: "
        + "`git reset --soft \(sent.hex.prefix(12))`, then `git commit -m restored`, then `daftar sync`"
    }
    return Diagnostic(
      rule: "git.damaged", at: SourceLocation(path: first.file),
      message:
        "the object \(first.id) of an earlier state is damaged or missing here, so that nothing "
        + "can be sent; the newest state is whole",
      hint: "take the file from a backup" + (wayOut ?? ""))
  }

  /// What is lost of the states before the newest one: of those that nobody else has yet the first,
  /// else all that the common place can give again.
  func damageOfEarlierStates() throws -> [Diagnostic] {
    let tip = try head()
    let seen = try repository.references(under: "refs/daftar/seen/").map(\.tip)
    let sent = try seen.first { seen in
      // With a gap between the two it is as it was when it was seen.
      try GitError.unlessLost { try repository.isAncestor(seen, of: tip) } ?? true
    }
    if let unsent = try damageSince(sent, upTo: tip) { return [unsent] }
    guard let sent else { return [] }
    let newest = try repository.entries(under: "", in: tip).map(\.id)
    // What the newest state needs was noted when it was read.
    let noted = RepositoryNotes.current.objects.map(\.id)
    return repository.unreadableObjects(below: [sent], except: Set(newest + noted)).map { lost in
      Diagnostic(
        rule: "git.damaged", at: SourceLocation(path: lost.file),
        message: "the object \(lost.id) of an earlier state is damaged or missing here; "
          + "nothing that holds today needs it",
        hint: RepositoryDamage.remedy(lost))
    }
  }
}
