import CaseFormat
import CaseModel
import Foundation
import GitStore
import Register
import Testing

/// A register in a folder of its own, made without the command line.
final class TemporaryRepository {
  let path: String
  let repository: Repository

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/daftar-register-" + UUID().uuidString
    repository = try Repository.create(at: path, bare: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Commits empty files in the places of cases: enough for finding one by its name.
  func add(_ ids: [CaseID]) throws {
    let files = ids.map { id in
      CommitRequest.Replacement(
        path: CasePath.path(of: id, layout: .month), content: Array("x".utf8))
    }
    let settings = [
      (
        "register.yml",
        "format: 1\nname: N\nlanguages: [en]\ntime-zone: UTC\nprofile: acted15\nseal: sensitive\nlayout: month\npartners: []\n"
      ),
      ("team.yml", "members:\n  - id: omar\n    name: Omar\n    roles: [intake]\n"),
      ("areas.yml", "areas: []\nunits: []\nprojects: []\n"),
      ("calendar.yml", "weekend: []\nholidays: []\nhalf-days: []\nclosures: []\n"),
    ].map { CommitRequest.Replacement(path: "cases/" + $0.0, content: Array($0.1.utf8)) }
    let shipped = try ["categories.yml", "targets.yml", "publication.yml"].map { name in
      let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("cases/" + name)
      return CommitRequest.Replacement(
        path: "cases/" + name, content: Array(try Data(contentsOf: file)))
    }
    let signature = Signature(name: "Omar", email: "omar@example.org", seconds: 1_795_000_000)
    let commit = try repository.writeCommit(
      CommitRequest(
        parents: [], replacing: files + settings + shipped, author: signature,
        committer: signature, message: "all\n"))
    try repository.moveReference(
      repository.branchReference, to: commit, expecting: nil, reflogMessage: "all")
    // Nothing is checked out, and a copy without any folder would be told as one that is not whole.
    try FileManager.default.createDirectory(
      atPath: path + "/cases", withIntermediateDirectories: true)
  }
}
