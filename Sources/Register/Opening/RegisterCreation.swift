internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore
internal import FoundationEssentials
internal import Text

/// A register to be made: a git repository with the configuration as the register's first commit.
package struct RegisterCreation: Sendable {
  package var name: String
  package var languages: [String] = ["en"]
  package var timeZone = "UTC"
  package var profile = "acted15"
  package var seal = RegisterSettings.Seal.sensitive
  /// The public recovery key of everything but restricted cases.
  package var recovery: String?
  /// The public recovery key of restricted cases, made outside the office.
  package var recoveryRestricted: String?
  package var layout = RegisterSettings.Layout.month
  /// Whether of every sensitive case one of those entitled is left out, drawn by lot.
  package var leavesOneOut = false
  package var isDemo = false
  /// How long a block of published figures is: month, quarter, half or year.
  package var blockLength = "quarter"
  package var members: [Team.Member]

  /// Makes a description of a register with the usual settings.
  package init(name: String, members: [Team.Member]) {
    self.name = name
    self.members = members
  }

  /// Writes the register into a folder, which becomes a git repository when it is none.
  ///
  /// `defaults` returns the content of a configuration file that a new register starts with.
  /// Returns the paths written. Throws `Diagnostic` when the folder holds a register already.
  package func create(
    at folder: String, clock: Clock, defaults: (String) -> [UInt8]?
  ) throws -> [String] {
    let zone = try TimeZoneCatalogue.rules(timeZone)
    guard let author = members.first(where: { $0.has(.found) }) ?? members.first
    else {
      throw Diagnostic(
        rule: "team.empty", message: "a register needs at least one member",
        hint: "add --member ID:NAME:ROLE, for instance --member huda:\"Huda M.\":manager")
    }
    var files: [CommitRequest.Replacement] = []
    for name in Configuration.fileNames {
      let content: [UInt8]? =
        switch name {
        case "register.yml": Array(settingsText.utf8)
        case "team.yml": Array(teamText.utf8)
        case "areas.yml": Array(areasText.utf8)
        case "calendar.yml": Array(calendarText.utf8)
        case "targets.yml": defaults(name).map(Self.withoutTargets)
        case "publication.yml": defaults(name).map(plan)
        default: defaults(name)
        }
      files.append(.init(path: "cases/" + name, content: content ?? []))
    }
    try check(files, today: zone.date(at: clock.now))
    let repository = try self.repository(at: folder)
    let head = try repository.head()
    for (name, text) in [(".gitignore", Self.ignoredFiles), (LineEndRule.path, LineEndRule.text)] {
      let isThere = try head.map { try repository.blobID(at: name, in: $0) != nil } ?? false
      guard !isThere, WorkTreeFile.content(name, in: repository) == nil else { continue }
      files.append(.init(path: name, content: Array(text.utf8)))
    }
    try refuseOverwriting(files, in: repository, head)
    let offset = zone.offset(at: clock.now) / 60
    let signature = Signature(
      name: author.authorName, email: author.authorEmail,
      seconds: clock.now.seconds, offsetMinutes: offset)
    let commit = try repository.writeCommit(
      CommitRequest(
        parents: head.map { [$0] } ?? [], replacing: files, author: signature,
        committer: signature, message: "register: init\n\nRegister: init\n"))
    try repository.begin(at: commit, from: head, files.map(\.path), "init")
    return files.map(\.path)
  }

  /// Reads what is about to be written, so that no register begins with a mistake.
  private func check(
    _ files: [CommitRequest.Replacement], today: CalendarDate
  ) throws {
    for file in files {
      guard let name = file.path.split(separator: "/").last, let content = file.content else {
        continue
      }
      try ConfigurationDoor.require(String(name), content, since: nil, today: today)
    }
    _ = try Configuration.reading { name throws(Diagnostic) in
      files.first { $0.path == "cases/" + name }?.content
    }
  }

  private func repository(at folder: String) throws -> Repository {
    if FileManager.default.fileExists(atPath: folder + "/.git") {
      let repository = try Repository.discover(from: folder)
      if try repository.head() == nil, let remote = try repository.remoteNames().first {
        let address = try repository.remoteURL(remote) ?? "ADDRESS"
        throw Diagnostic(
          rule: "register.clone", at: SourceLocation(path: folder),
          message: "this is a copy of a register elsewhere, and nothing of it has arrived here",
          hint: "make the copy anew with the branch's name: "
            + "`git clone -b main \(ShellWord.quoted(address))`")
      }
      return repository
    }
    let repository = try Repository.create(at: folder, bare: false)
    // Case files are compared byte for byte: git must not change their line ends.
    try repository.setConfiguration("core.autocrlf", to: "false")
    return repository
  }

  private func refuseOverwriting(
    _ files: [CommitRequest.Replacement], in repository: Repository, _ head: ObjectID?
  ) throws {
    for file in files where file.path.hasPrefix("cases/") {
      let isCommitted =
        try head.map { try repository.blobID(at: file.path, in: $0) != nil } ?? false
      guard isCommitted || WorkTreeFile.content(file.path, in: repository) != nil else { continue }
      throw Diagnostic(
        rule: "register.exists", at: SourceLocation(path: file.path),
        message: "there is a register here already",
        hint: "choose another folder; nothing was changed")
    }
  }
}

extension Repository {
  /// Moves the branch to a register's first commit and lets the files follow, noted like every write.
  package func begin(
    at commit: ObjectID, from head: ObjectID?, _ paths: [String], _ subject: String
  ) throws {
    try WriteLock.whileExclusive(self) {
      let work = PendingWork(old: head, new: commit, paths: paths)
      _ = try work.add(in: self)
      try moveReference(
        branchReference, to: commit, expecting: head, reflogMessage: "daftar: " + subject)
      Checkpoint.reached("reference")
      if try work.follow(in: self) {
        PendingWork.remove(in: self)
      }
    }
  }
}

// MARK: - The files that depend on the answers

extension RegisterCreation {
  /// The limits of a delivered `targets.yml`: targets of figures are for the organisation to decide, and
  /// pages show what nobody has promised.
  private static func withoutTargets(_ content: [UInt8]) -> [UInt8] {
    let lines = String(decoding: content, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "figures:") else { return content }
    let limits = lines[..<start].reversed().drop { $0.hasPrefix("#") || $0.isEmpty }.reversed()
    let text =
      limits.joined(separator: "\n") + "\n\n" + """
        # Targets of figures in per cent, when the organisation has decided them: stats and the pages then say
        # whether each was met. After an edit: daftar adopt targets.yml
        # figures:
        #   K05: {target: 85}  # complaints closed within 15 days, last six months
        #   K15: {target: 80}  # satisfied with the response

        """
    return Array(text.utf8)
  }
}

extension RegisterCreation {
  /// A delivered `publication.yml` with the length of a block that was chosen.
  private func plan(_ content: [UInt8]) -> [UInt8] {
    let lines = String(decoding: content, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { line in
      line.hasPrefix("block: ") ? "block: \(blockLength)" : String(line)
    }
    return Array(text.joined(separator: "\n").utf8)
  }
}

extension RegisterCreation {
  /// What git leaves out of a register: generated pages, and what systems leave in folders.
  package static let ignoredFiles = "/public/\n/internal/\n" + KnownLitter.ignored

  private func quoted(_ text: String) -> String { FieldValue.text(text).yaml }

  private var settingsText: String {
    """
    # The register itself: who keeps it, its languages, its clock, and what is sealed.
    # Seal and layout stay as they were chosen. Every value is text.
    format: 1
    name: \(quoted(name))
    languages: \(FieldValue.list(languages).yaml)
    time-zone: \(quoted(timeZone))
    profile: \(quoted(profile))
    seal: \(quoted(seal.rawValue))
    layout: \(layout.rawValue)
    \(recoveryText)\(isDemo ? "demo: yes\n" : "")# Organisations to which a case may be referred:
    #   - code: legal-aid
    #     labels: {en: Legal aid centre}
    partners: []

    """
  }

  private var recoveryText: String {
    var text = """
      # Public keys to which everything sealed is sealed too, against the loss of all other keys.
      # recovery-restricted, for restricted cases, is made outside the office: daftar key new

      """
    if let recovery { text += "recovery: \(recovery)\n" }
    if leavesOneOut {
      text += "# Of every sensitive case one of those entitled is left out, drawn by lot.\n"
      text += "leave-one-out: yes\n"
    }
    if let recoveryRestricted { text += "recovery-restricted: \(recoveryRestricted)\n" }
    return text
  }

  private var teamText: String {
    var text = """
      # The people who work on cases. A person who leaves gets a “to” date and is never deleted.
      # “read” is the public key to which texts are sealed for them: daftar member key set
      # An outside contact (headquarters, the board) reads a sensitive case when somebody entitled
      # is left out of it:
      #   outside-contact: {name: …, read: age1…}
      # After an edit: daftar adopt team.yml
      members:

      """
    for member in members {
      text += "  - id: \(member.id)\n    name: \(quoted(member.name))\n"
      if let email = member.email { text += "    email: \(quoted(email))\n" }
      text += "    roles: \(FieldValue.list(member.roles.map(\.rawValue)).yaml)\n"
      if let key = member.read { text += "    read: \(key)\n" }
    }
    return text
  }

  private var areasText: String {
    """
    # Where the organisation works, which units answer for cases, and which projects they concern.
    # After an edit: daftar adopt areas.yml
    #   - code: A01
    #     labels: {en: Upper valley}
    areas: []
    units: []
    projects: []

    """
  }

  private var calendarText: String {
    """
    # Days when the office does not work. Limits in calendar days take no notice of it.
    weekend: []
    holidays: []
    half-days: []
    closures: []

    """
  }
}
