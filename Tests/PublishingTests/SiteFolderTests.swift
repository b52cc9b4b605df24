import Diagnostics
import Foundation
import Site
import SiteTemplate
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

  /// What stands beside the folder, hidden or not.
  private func leftovers(beside path: String) throws -> [String] {
    let around = String(path.dropLast("/public".count))
    return try FileManager.default.contentsOfDirectory(atPath: around).filter { $0 != "public" }
  }

  private func number(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  @Test func `a build replaces the one before, and unchanged files stay where they are`() throws {
    try inNewFolder { path in
      let folder = try SiteFolder(path: path + "/", kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1"), file("en/b.html", "2"), file("c.css", "3")])
      let before = try number(of: path + "/c.css")
      try folder.replace(with: [file("a.html", "9"), file("c.css", "3")])
      #expect(try folder.present() == ["a.html": Array("9".utf8), "c.css": Array("3".utf8)])
      #expect(try number(of: path + "/c.css") == before)
      #expect(!FileManager.default.fileExists(atPath: path + "/en"))
      #expect(try leftovers(beside: path).isEmpty)
    }
  }

  @Test func `a folder with anything else in it is left alone`() throws {
    try inNewFolder { path in
      let folder = try SiteFolder(path: path, kind: .public, option: "--out")
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
      let folder = try SiteFolder(path: path, kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1"), file("b.html", "2")])
      let manager = FileManager.default
      let workshop = path.replacing("/public", with: "/.daftar-build-public")
      try manager.createDirectory(atPath: workshop, withIntermediateDirectories: false)
      try "*\n".write(toFile: workshop + "/.gitignore", atomically: false, encoding: .utf8)
      let aside = workshop + (left.hasPrefix("old") ? "/old" : "/new")
      if left == "old without pages" {
        try manager.moveItem(atPath: path, toPath: aside)
      } else {
        try manager.copyItem(atPath: path, toPath: aside)
        try manager.removeItem(atPath: aside + "/a.html")
      }
      try folder.replace(with: [file("a.html", "3")])
      #expect(try folder.present() == ["a.html": Array("3".utf8)])
      #expect(try leftovers(beside: path).isEmpty)
    }
  }

  @Test func `where a link stands for the folder, what it leads to is built anew`() throws {
    try inNewFolder { path in
      let served = path.replacing("/public", with: "/served")
      try SiteFolder(path: served, kind: .public, option: "--out").replace(with: [
        file("a.html", "1")
      ])
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: path, withDestinationPath: "served")
      let folder = try SiteFolder(path: path, kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "2")])
      #expect(manager.contents(atPath: served + "/a.html") == Data("2".utf8))
      #expect(try manager.destinationOfSymbolicLink(atPath: path) == "served")
      #expect(try leftovers(beside: path) == ["served"])
    }
  }

  @Test(arguments: ["a file", "a link to a file", "a link to nothing", "an empty file"])
  func `what is no folder is refused and stays as it is`(thing: String) throws {
    try inNewFolder { path in
      let manager = FileManager.default
      let other = path + "-key"
      switch thing {
      case "a file": try "secret".write(toFile: path, atomically: false, encoding: .utf8)
      case "an empty file": try "".write(toFile: path, atomically: false, encoding: .utf8)
      default: try manager.createSymbolicLink(atPath: path, withDestinationPath: other)
      }
      if thing == "a link to a file" {
        try "secret".write(toFile: other, atomically: false, encoding: .utf8)
      }
      let before = try manager.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      let error = #expect(throws: Diagnostic.self) {
        try SiteFolder(path: path, kind: .public, option: "--out").replace(with: [file("a", "1")])
      }
      #expect(error?.rule == "site.place" && error?.hint?.contains("--out") == true)
      #expect(try number(of: path) == before)
      if thing == "a link to a file" {
        #expect(manager.contents(atPath: other) == Data("secret".utf8))
      }
    }
  }

  /// A file that comes to stand there after the place was looked at.
  @Test func `a file that somebody puts there in the meantime stays, too`() throws {
    try inNewFolder { path in
      let folder = try SiteFolder(path: path, kind: .public, option: "--out")
      try "secret".write(toFile: path, atomically: false, encoding: .utf8)
      #expect(throws: Diagnostic.self) { try folder.replace(with: [file("a", "1")]) }
      #expect(FileManager.default.contents(atPath: path) == Data("secret".utf8))
    }
  }

  @Test(arguments: [
    ".git/x", ".git/daftar/x/y", "cases/x", "cases/2026/11/x", "cases", ".git", "missing/../.git/x",
  ])
  func `no site lies in git's folder or among the cases, of whichever register`(name: String) throws
  {
    try inNewFolder { path in
      let manager = FileManager.default
      for folder in [".git", "cases"] {
        try manager.createDirectory(
          atPath: path + "/" + folder, withIntermediateDirectories: true)
      }
      let error = #expect(throws: Diagnostic.self) {
        try SiteFolder(path: path + "/" + name, kind: .public, option: "--out")
          .replace(with: [file("a", "1")])
      }
      #expect(error?.rule == "site.place" && error?.hint?.contains("--out") == true)
      #expect(try manager.subpathsOfDirectory(atPath: path).sorted() == [".git", "cases"])
    }
  }

  @Test(arguments: [".old", ".new"])
  func `what stands beside under a name that is near is nobody's business`(end: String) throws {
    try inNewFolder { path in
      let manager = FileManager.default
      let folder = try SiteFolder(path: path, kind: .public, option: "--out")
      try folder.replace(with: [file("a.html", "1")])
      // A copy that somebody made holds the list of a build, too.
      try manager.copyItem(atPath: path, toPath: path + end)
      try folder.replace(with: [file("a.html", "2")])
      #expect(manager.contents(atPath: path + end + "/a.html") == Data("1".utf8))
      try manager.removeItem(atPath: path + end)
      try "mine".write(toFile: path + end, atomically: false, encoding: .utf8)
      try folder.replace(with: [file("a.html", "3")])
      #expect(manager.contents(atPath: path + end) == Data("mine".utf8))
    }
  }

  @Test func `somebody's own folder of the workshop's name is left alone`() throws {
    try inNewFolder { path in
      let workshop = path.replacing("/public", with: "/.daftar-build-public")
      try FileManager.default.createDirectory(
        atPath: workshop, withIntermediateDirectories: true)
      try "mine".write(toFile: workshop + "/notes.txt", atomically: true, encoding: .utf8)
      let folder = try SiteFolder(path: path, kind: .public, option: "--out")
      let error = #expect(throws: Diagnostic.self) { try folder.replace(with: []) }
      #expect(error?.rule == "site.folder")
      #expect(FileManager.default.fileExists(atPath: workshop + "/notes.txt"))
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
