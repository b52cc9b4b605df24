import Diagnostics
import Foundation
import Site
import Testing

@testable import Publishing

/// The folder of a site: only what a build wrote is ever replaced.
@Suite struct SiteFolderTests {
  private func inNewFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/daftar-site-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path + "/public")
  }

  private func file(_ path: String, _ text: String) -> SiteFile {
    SiteFile(path: path, bytes: Array(text.utf8))
  }

  private func number(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  @Test func `a build replaces the one before, and unchanged files stay where they are`() throws {
    try inNewFolder { path in
      let folder = SiteFolder(path: path + "/", kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1"), file("en/b.html", "2"), file("c.css", "3")])
      let before = try number(of: path + "/c.css")
      try folder.replace(with: [file("a.html", "9"), file("c.css", "3")])
      #expect(try folder.present() == ["a.html": Array("9".utf8), "c.css": Array("3".utf8)])
      #expect(try number(of: path + "/c.css") == before)
      #expect(!FileManager.default.fileExists(atPath: path + "/en"))
      #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }
  }

  @Test func `a folder with anything else in it is left alone`() throws {
    try inNewFolder { path in
      let folder = SiteFolder(path: path, kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1")])
      try "mine".write(toFile: path + "/notes.txt", atomically: true, encoding: .utf8)
      let error = #expect(throws: Diagnostic.self) { try folder.replace(with: []) }
      #expect(error?.rule == "site.folder" && error?.message.contains("notes.txt") == true)
      #expect(FileManager.default.contents(atPath: path + "/a.html") == Data("1".utf8))
    }
  }

  @Test func `the team's site never takes the folder of the public one`() throws {
    try inNewFolder { path in
      try SiteFolder(path: path, kind: .public, option: "--out").replace(with: [file("a", "1")])
      let error = #expect(throws: Diagnostic.self) {
        try SiteFolder(path: path, kind: .internal, option: "--out").replace(with: [])
      }
      #expect(error?.rule == "site.kind")
    }
  }

  /// What a kill can leave: a half removed folder of earlier pages, a half filled new one, no pages.
  @Test(arguments: ["old without pages", "old half removed", "new half removed"])
  func `a build that was killed stops no later one`(left: String) throws {
    try inNewFolder { path in
      let folder = SiteFolder(path: path, kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1"), file("b.html", "2")])
      let manager = FileManager.default
      let aside = path + (left.hasPrefix("old") ? ".old" : ".new")
      if left == "old without pages" {
        try manager.moveItem(atPath: path, toPath: aside)
      } else {
        try manager.copyItem(atPath: path, toPath: aside)
        try manager.removeItem(atPath: aside + "/a.html")
      }
      try folder.replace(with: [file("a.html", "3")])
      #expect(try folder.present() == ["a.html": Array("3".utf8)])
      #expect(!manager.fileExists(atPath: path + ".old"))
      #expect(!manager.fileExists(atPath: path + ".new"))
    }
  }

  @Test func `what a link in the folder's place leads to stays as it is`() throws {
    try inNewFolder { path in
      let folder = SiteFolder(path: path, kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1")])
      let manager = FileManager.default
      try manager.moveItem(atPath: path, toPath: path + "-elsewhere")
      try manager.createSymbolicLink(atPath: path, withDestinationPath: path + "-elsewhere")
      try folder.replace(with: [file("a.html", "2")])
      #expect(manager.contents(atPath: path + "/a.html") == Data("2".utf8))
      #expect(manager.contents(atPath: path + "-elsewhere/a.html") == Data("1".utf8))
    }
  }

  @Test func `somebody's own folder beside is never taken for one of ours`() throws {
    try inNewFolder { path in
      try FileManager.default.createDirectory(
        atPath: path + ".old", withIntermediateDirectories: true)
      try "mine".write(toFile: path + ".old/notes.txt", atomically: true, encoding: .utf8)
      let folder = SiteFolder(path: path, kind: .public, option: "--out")
      let error = #expect(throws: Diagnostic.self) { try folder.replace(with: []) }
      #expect(error?.rule == "site.folder")
      #expect(FileManager.default.fileExists(atPath: path + ".old/notes.txt"))
    }
  }

  @Test func `two builds into one folder come one after the other`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/daftar-site-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let files = (0..<20).map {
            SiteFile(path: "\($0).html", bytes: Array("\(number)".utf8))
          }
          try SiteFolder(path: path + "/public", kind: .public, option: "--out")
            .replace(with: files)
        }
      }
      try await group.waitForAll()
    }
    let present = try SiteFolder(path: path + "/public", kind: .public, option: "--out").present()
    #expect(present.count == 20 && Set(present.values).count == 1)
  }
}
