internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register

/// The replay of the sample register into a new repository.
///
/// It makes one commit for what one member did at once.
package struct SampleReplay {
  private let files: [(path: String, content: [UInt8])]

  /// Takes the files of a register: configuration and cases.
  package init(files: [(path: String, content: [UInt8])]) { self.files = files }

  /// One commit to be made: events of one case, by one member, at one moment.
  private struct Moment {
    let path: String
    let id: CaseID
    var events: [Event]
  }

  /// Makes the repository; returns how many cases and commits it has.
  ///
  /// Throws `Diagnostic` when the folder is not empty.
  package func replay(
    into folder: String, progress: (Int, Int) -> Void
  ) throws -> (cases: Int, commits: Int) {
    let present = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard present?.isEmpty ?? true else {
      throw Diagnostic(
        rule: "demo.exists", at: SourceLocation(path: folder),
        message: "the folder is not empty", hint: "name a folder that does not exist yet")
    }
    let configuration = try Configuration.reading { name throws(Diagnostic) in
      files.first { $0.path == "cases/" + name }?.content
    }
    let zone = try TimeZoneCatalogue.rules(configuration.settings.timeZone)
    let documents = try caseDocuments(zone)
    let moments = self.moments(of: documents)
    let repository = try Repository.create(at: folder, bare: false)
    try repository.setConfiguration("core.autocrlf", to: "false")
    let head = try repository.packing {
      try self.commits(moments, in: $0, configuration, zone, progress)
    }
    let paths = try repository.entries(under: "", in: head).map(\.path)
    try repository.begin(at: head, from: nil, paths, "demo")
    return (documents.count, moments.count + 1)
  }

  private func commits(
    _ moments: [Moment], in repository: Repository, _ configuration: Configuration,
    _ zone: TimeZoneRules, _ progress: (Int, Int) -> Void
  ) throws -> ObjectID {
    var head = try begin(repository, configuration, at: moments.first?.events.first?.at)
    var events: [CaseID: [Event]] = [:]
    var closings = SampleClosing.all(in: files)[...]
    for (index, moment) in moments.enumerated() {
      progress(index, moments.count)
      while let closing = closings.first, closing.at <= moment.events[0].at {
        head = try commit(closing, on: head, repository, configuration.team, zone)
        closings.removeFirst()
      }
      events[moment.id, default: []] += moment.events
      let document = try CaseDocument(
        path: moment.path, history: try History(events[moment.id] ?? []), zone: zone)
      head = try commit(moment, document, on: head, repository, configuration.team, zone)
    }
    progress(moments.count, moments.count)
    for closing in closings {
      head = try commit(closing, on: head, repository, configuration.team, zone)
    }
    return head
  }

  private func caseDocuments(_ zone: TimeZoneRules) throws -> [CaseDocument] {
    try files.filter { CasePath.isInCaseFolder($0.path) }.map {
      try CaseDocument(reading: $0.content, path: $0.path, zone: zone)
    }
  }

  /// The commits in the order of their times; events of one case stay in their own order.
  private func moments(of documents: [CaseDocument]) -> [Moment] {
    var moments: [Moment] = []
    for document in documents {
      for event in document.history.events {
        if let last = moments.last, last.id == document.standing.id,
          let before = last.events.last, before.at == event.at, before.by == event.by
        {
          moments[moments.count - 1].events.append(event)
        } else {
          moments.append(Moment(path: document.path, id: document.standing.id, events: [event]))
        }
      }
    }
    return moments.enumerated().sorted { left, right in
      let (one, other) = (left.element.events[0].at, right.element.events[0].at)
      return one != other ? one < other : left.offset < right.offset
    }.map(\.element)
  }

  private func begin(
    _ repository: Repository, _ configuration: Configuration, at moment: Timestamp?
  ) throws -> ObjectID {
    guard
      let author = configuration.team.members.first(where: { $0.has(.found) })
        ?? configuration.team.members.first
    else { throw Diagnostic(rule: "team.empty", message: "the sample register has no members") }
    let seconds = (moment?.seconds ?? 86_400) - 86_400
    let signature = Signature(
      name: author.authorName, email: author.authorEmail, seconds: seconds)
    let ignored = CommitRequest.Replacement(
      path: ".gitignore", content: Array(RegisterCreation.ignoredFiles.utf8))
    let settings = files.filter {
      !CasePath.isInCaseFolder($0.path) && !SampleClosing.isPart($0.path)
    }
    .map { CommitRequest.Replacement(path: $0.path, content: $0.content) }
    return try repository.writeCommit(
      CommitRequest(
        parents: [], replacing: settings + [ignored], author: signature, committer: signature,
        message: "register: init\n\nRegister: init\n"))
  }

  private func commit(
    _ closing: SampleClosing, on head: ObjectID, _ repository: Repository, _ team: Team,
    _ zone: TimeZoneRules
  ) throws -> ObjectID {
    let member = team.members.first { $0.has(.found) }
    let signature = Signature(
      name: member?.authorName ?? "daftar", email: member?.authorEmail ?? "daftar@daftar.invalid",
      seconds: closing.at.seconds, offsetMinutes: zone.offset(at: closing.at) / 60)
    return try repository.writeCommit(
      CommitRequest(
        parents: [head], replacing: closing.files, author: signature, committer: signature,
        message: CommitMessage.closing(closing.period)))
  }

  private func commit(
    _ moment: Moment, _ document: CaseDocument, on head: ObjectID, _ repository: Repository,
    _ team: Team, _ zone: TimeZoneRules
  ) throws -> ObjectID {
    let at = moment.events[0].at
    let member = team.member(moment.events[0].by)
    let signature = Signature(
      name: member?.authorName ?? moment.events[0].by,
      email: member?.authorEmail ?? moment.events[0].by + "@daftar.invalid", seconds: at.seconds,
      offsetMinutes: zone.offset(at: at) / 60)
    return try repository.writeCommit(
      CommitRequest(
        parents: [head],
        replacing: [.init(path: moment.path, content: document.bytes(zone: zone))],
        author: signature, committer: signature,
        message: CommitMessage.steps(moment.events, of: moment.id)))
  }
}
