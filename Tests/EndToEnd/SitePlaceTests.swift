import Foundation
import Testing

/// Where pages may be written: nothing that no build wrote is ever replaced.
@Suite struct SitePlaceTests {
  /// Places that a slip of the hand names: a key beside the register, files and folders in it.
  private static let wrongPlaces = [
    "../key", "cases/team.yml", ".gitignore", ".git/HEAD", ".git/x", ".git/daftar/x", "cases/x",
    "cases/2026/11/x", "site-template/x",
  ]

  @Test(arguments: [
    "site build --out", "site build --internal --out", "site publish --to",
  ])
  func `pages replace no file, and lie neither among the cases nor in git's folder`(command: String)
    throws
  {
    let register = try TemporaryRegister(staged: ())
    let key = register.path + "/../key"
    try Data("AGE-SECRET-KEY".utf8).write(to: URL(fileURLWithPath: key))
    let before = try PublishingScene.files(in: register.path)
    for place in Self.wrongPlaces {
      let result = try register.run("\(command) \(register.path)/\(place)")
      #expect(result.status == 1 && result.errors.contains("hint:"), "\(result)")
      #expect(
        result.errors.contains("no build wrote") || result.errors.contains("is made of"),
        "\(result)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: key)) == Data("AGE-SECRET-KEY".utf8))
    #expect(try PublishingScene.files(in: register.path) == before)
    #expect(try register.git("status", "--porcelain").output.isEmpty)
  }

  @Test func `what a killed build leaves is nothing that git would take`() throws {
    let register = try TemporaryRegister(staged: ())
    try register.done("site build --internal")
    let manager = FileManager.default
    let workshop = register.path + "/.daftar-build-internal"
    try manager.createDirectory(atPath: workshop, withIntermediateDirectories: false)
    try Data("*\n".utf8).write(to: URL(fileURLWithPath: workshop + "/.gitignore"))
    try manager.moveItem(atPath: register.path + "/internal", toPath: workshop + "/old")
    #expect(try register.git("status", "--porcelain").output.isEmpty)
    try register.done("site build --internal")
    #expect(!manager.fileExists(atPath: workshop))
  }

  @Test func `a template file is taken out through no link`() throws {
    let register = try TemporaryRegister(staged: ())
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: register.path + "/site-template", withIntermediateDirectories: true)
    let outside = register.folder + "/outside.yml"
    try manager.createSymbolicLink(
      atPath: register.path + "/site-template/brand.yml", withDestinationPath: outside)
    let result = try register.run("site eject brand.yml", checked: false)
    #expect(result.status == 1 && result.errors.contains("there already"), "\(result)")
    #expect(!manager.fileExists(atPath: outside))
  }

  @Test func `where a link stands for the folder, the pages behind it are built anew`() throws {
    let register = try TemporaryRegister(staged: ())
    let manager = FileManager.default
    let (web, link) = (register.folder + "/web", register.folder + "/link")
    try manager.createDirectory(atPath: web, withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: link, withDestinationPath: "web")
    for _ in 0..<2 { try register.done("site build --out \(link)") }
    #expect(manager.fileExists(atPath: web + "/index.html"))
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "web")
  }

  @Test func `files and copies of a folder beside it stay`() throws {
    let register = try TemporaryRegister(staged: ())
    let manager = FileManager.default
    let folder = register.folder + "/p"
    try register.done("site build --out \(folder)")
    try manager.copyItem(atPath: folder, toPath: folder + ".old")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + ".new"))
    try register.done("site build --out \(folder)")
    #expect(manager.fileExists(atPath: folder + ".old/index.html"))
    #expect(manager.contents(atPath: folder + ".new") == Data("mine".utf8))
  }
}
