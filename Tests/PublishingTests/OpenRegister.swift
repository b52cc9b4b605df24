import CaseFormat
import CaseModel
import Disclosure
import Foundation
import GitStore
import Register
import Site
import SiteTemplate
import Testing
import TestSupport

@testable import Publishing

/// A register in a folder of its own, worked in without the command line.
final class OpenRegister {
  let path: String
  let huda = Team.Member(
    id: "huda", name: "Huda", email: "huda@example.org",
    roles: [.manager, .intake, .handler, .reviewer])

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/daftar-publishing-" + UUID().uuidString
    var creation = RegisterCreation(name: "Complaints", members: [huda])
    // A clock can be set in a demonstration only.
    creation.isDemo = true
    let clock = try Self.clock("2026-01-01")
    _ = try creation.create(at: path, clock: clock) { SourceTree.bytes("cases/\($0)") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Nine in the morning of a day.
  static func clock(_ day: String) throws -> Clock {
    .set(to: try #require(Timestamp(day + "T09:00:00Z")))
  }

  /// The register as it is on a day.
  func on(_ day: String) throws -> Register {
    try Register.open(at: path, clock: try Self.clock(day))
  }

  /// Registers complaints of a day; every third through the hotline.
  func add(_ count: Int, on day: String) throws {
    for number in 0..<count {
      var new = NewCase(
        category: "minor", channel: number % 3 == 0 ? "hotline" : "desk", language: "en")
      new.text = "The queue has no shade."
      _ = try on(day).enter(new, as: huda)
    }
  }

  /// Closes every block that is due on a day, and returns their names.
  @discardableResult
  func close(on day: String) throws -> [String] {
    var closing = try BlockClosing(on(day))
    var names: [String] = []
    while let block = closing.due {
      let draft = try closing.draft(of: block, on: closing.today, seed: 7)
      try on(day).recordClosing(
        of: block.period, draft.files, ledger: PublishedRegister.ledgerName, as: huda)
      closing.append(draft)
      names.append(block.period)
    }
    return names
  }

  /// Commits bytes at a path, as somebody with git would.
  func commit(_ content: [UInt8]?, at path: String) throws {
    let repository = try Repository.discover(from: self.path)
    let head = try #require(try repository.head())
    let person = Signature(name: "X", email: "x@example.org", seconds: 1_795_000_000)
    let commit = try repository.writeCommit(
      CommitRequest(
        parents: [head], replacing: [.init(path: path, content: content)], author: person,
        committer: person, message: "by hand\n"))
    try repository.moveReference(
      repository.branchReference, to: commit, expecting: head, reflogMessage: "by hand")
    _ = try repository.synchronise(paths: [path], from: head, to: commit)
  }

  /// The template as the project has it.
  static let template: TemplateSource.Layer = {
    let folder = SourceTree.root + "/site-template/"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let files = paths.compactMap { path in
      SourceTree.bytes("site-template/" + path).map { (path, $0) }
    }
    return TemplateSource.Layer(
      name: "built-in", files: Dictionary(uniqueKeysWithValues: files.filter { !$0.1.isEmpty }))
  }()
}
