internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
package import GitStore
package import Register
internal import Text

extension Register {
  /// A branch that holds a built site and nothing of the register.
  ///
  /// It shares no commit with the register's history, so that sending it elsewhere tells nothing of
  /// the cases: one commit for each release, in the organisation's name, at the time of the release.
  package struct SiteBranch {
    let reference: String
    /// The last release; nil before the first one.
    package let tip: ObjectID?
  }

  /// Looks at a branch for a site; refuses one that holds anything else.
  package func siteBranch(_ name: String) throws -> SiteBranch {
    let reference = "refs/heads/" + name
    let advice: Wording = "choose another name for the site's branch, such as pages"
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2D || byte == 0x5F
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("-"), name != "HEAD" else {
      throw Refusal(.siteBranch, "“\(name)” is no name for the site's branch", hint: advice)
    }
    guard reference != (try repository.branchReference) else {
      throw Refusal(.siteBranch, "\(name) is the register itself", hint: advice)
    }
    let tip = try repository.tip(of: reference)
    if let tip {
      var commit = try repository.commit(tip)
      while let parent = commit.parents.first { commit = try repository.commit(parent) }
      let isSite =
        try repository.entry(at: "cases", in: tip) == nil
        && commit.message.hasPrefix(Self.releaseSubject)
      guard isSite else {
        throw Refusal(.siteBranch, "the branch \(name) holds other things", hint: advice)
      }
    }
    return SiteBranch(reference: reference, tip: tip)
  }

  private static let releaseSubject = "release: "

  /// Keeps the folders that builds write in a register out of the site's branch: whoever switches to it
  /// and adds everything would publish the team's own pages.
  private static let ignored: (path: String, content: [UInt8]) = (
    ".gitignore", Array("/internal/\n/public/\n".utf8)
  )

  /// The files of the last release on a branch, by path.
  package func files(on branch: SiteBranch) throws -> [String: [UInt8]] {
    guard let tip = branch.tip else { return [:] }
    var files: [String: [UInt8]] = [:]
    for entry in try repository.entries(under: "", in: tip) where entry.kind.isRegularFile {
      files[entry.path] = try repository.blob(entry.id)
    }
    return files
  }

  /// Commits a built site as the next release; the earlier files that it does not have are removed.
  ///
  /// `release` names it in the message. Returns false when the branch holds these files already.
  package func publish(
    _ site: [String: [UInt8]], as release: String, on branch: SiteBranch
  ) throws -> Bool {
    try requireWritable()
    var site = site
    site[Self.ignored.path] = Self.ignored.content
    let present = try files(on: branch)
    guard present != site else { return false }
    let gone = present.keys.filter { site[$0] == nil }
    let changes =
      site.filter { present[$0.key] != $0.value }
      .map { CommitRequest.Replacement(path: $0.key, content: $0.value) }
      + gone.map { CommitRequest.Replacement(path: $0, content: nil) }
    let settings = configuration.settings
    let name = AuthorText.safe(
      name: settings.languages.first.flatMap { settings.name.text($0) } ?? "", orID: "daftar")
    let signature = Signature(
      name: name, email: "site@daftar.invalid", seconds: clock.now.seconds,
      offsetMinutes: zone.offset(at: clock.now) / 60)
    let commit = try repository.writeCommit(
      CommitRequest(
        parents: branch.tip.map { [$0] } ?? [],
        replacing: changes.sorted { $0.path < $1.path }, author: signature, committer: signature,
        message: Self.releaseSubject + release + "\n"))
    try repository.moveReference(
      branch.reference, to: commit, expecting: branch.tip, reflogMessage: "daftar: release")
    return true
  }

  /// Refuses a place to which nothing may be sent from here, before anything is made for it.
  package func requireSendable(to remote: String) async throws {
    try requireRemote(remote)
    _ = try await GitProgram.open(for: repository.gitDirectory)
  }

  /// Refuses what is neither a remote nor an address.
  private func requireRemote(_ remote: String) throws {
    guard !remote.hasPrefix("-"), !remote.isEmpty else {
      throw Refusal(.siteRemote, "“\(remote)” is no remote", hint: "give a name or an address")
    }
    let names = try repository.remoteNames()
    // An address has one of these; a folder beside may have a plain name.
    let isAddress = remote.contains { $0 == "/" || $0 == ":" }
    guard !isAddress, !names.contains(remote), !FileManager.default.fileExists(atPath: remote)
    else { return }
    throw Refusal(
      .siteRemote, "there is no remote called “\(remote)”",
      hint: (names.isEmpty
        ? "there is none yet" : "there are: \(names.joined(separator: ", "))") as Wording
        + "; add it with `git remote add \(remote) ADDRESS`")
  }

  /// Sends a site's branch to a remote or an address; nothing else goes with it.
  package func send(_ branch: SiteBranch, to remote: String) async throws {
    try requireRemote(remote)
    let git = try await GitProgram.open(for: repository.gitDirectory)
    let sent = try await git.run([
      "push", "--porcelain", "--no-verify", "--end-of-options", remote,
      branch.reference + ":" + branch.reference,
    ])
    guard sent.succeeded else {
      throw Diagnostic(
        rule: "site.send",
        message: "the site could not be sent to \(remote): "
          + (sent.errors + sent.output).split(separator: "\n").prefix(2).joined(separator: "; "),
        hint: sent.isOvertaken
          ? "somebody else published there: fetch their branch first"
          : "the release is kept on the branch here; run the command again when there is a connection"
      )
    }
  }
}
