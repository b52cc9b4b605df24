import Foundation
import Testing

/// The way back that is named works for the file as it is: recorded or not, whole in history or not.
@Suite struct WayBackTests {
  let register: TemporaryRegister
  let id: String

  init() throws {
    register = try TemporaryRegister(staged: ())
    id = try Stage.inProgress.id
  }

  /// The git commands between backticks.
  private func commands(in text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .matches(of: /`(git [^`]+)`/).map { String($0.output.1) }
  }

  @Test(arguments: ["empty", "copy", "link"])
  func `a file that was never recorded is moved away, not brought back`(kind: String) throws {
    let path = "cases/2026/10/neu.md"
    let file = register.path + "/" + path
    try FileManager.default.createDirectory(
      atPath: register.path + "/cases/2026/10", withIntermediateDirectories: true)
    switch kind {
    case "copy":
      try FileManager.default.copyItem(
        atPath: register.path + "/" + register.file(of: id), toPath: file)
    case "link":
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/etc/hostname")
    default: try Data().write(to: URL(fileURLWithPath: file))
    }
    let found = try register.run("check", checked: false)
    #expect(found.status == 1 && found.errors.contains(path), "\(found)")
    #expect(found.errors.contains("move it away or delete it"), "\(found)")
    #expect(commands(in: found.errors).isEmpty, "\(found)")
    try FileManager.default.removeItem(atPath: file)
    #expect(try register.done("check").errors == "")
  }

  @Test(arguments: [
    ("targets.yml", "limits: [\n"), ("categories.yml", ""), ("areas.yml", "areas: 5\n"),
    ("calendar.yml", "holidays: [\n"),
  ])
  func `an edit that cannot come into force is not proposed to be adopted as it is`(
    name: String, text: String
  ) throws {
    try register.edit("cases/" + name) { _ in text }
    for command in ["list", "adopt \(name)"] {
      let found = try register.run(command, as: "huda", checked: false)
      #expect(found.errors.contains("`git checkout HEAD -- cases/\(name)`"), "\(found)")
      #expect(!found.errors.contains("record it:"), "\(found)")
    }
    let told = try register.run("list", checked: false)
    for command in commands(in: told.errors) { try register.shell(command) }
    #expect(try register.done("list").errors == "")
  }

  @Test(arguments: [
    ("targets.yml", "limits: [\n"), ("targets.yml", "limits: {minor: {close: soon}}\n"),
    ("categories.yml", ""), ("calendar.yml", "holidays: [\n"), ("publication.yml", "block: [\n"),
  ])
  func `a file that was committed broken comes back by the hint of any command`(
    name: String, text: String
  ) throws {
    try register.edit("cases/" + name) { _ in text }
    try register.commitByHand()
    let found = try register.run("list", checked: false)
    #expect(found.status == 1, "\(found)")
    let commands = commands(in: found.errors)
    try #require(commands.count == 2, "\(found)")
    for command in commands {
      let done = try register.shell(command)
      #expect(done.status == 0, "\(command): \(done)")
    }
    #expect(try register.done("list").errors == "")
  }

  @Test func `a configuration file that is gone is brought back`() throws {
    try FileManager.default.removeItem(atPath: register.path + "/cases/publication.yml")
    let refused = try register.run("adopt publication.yml", as: "huda", checked: false)
    #expect(refused.status == 1, "\(refused)")
    for command in commands(in: refused.errors) { try register.shell(command) }
    #expect(try register.done("check").errors == "")
  }

  @Test func `another place is made where the hint says, when one has other object names`() throws {
    let place = register.folder + "/place.git"
    try register.git("init", "-q", "--bare", "--object-format=sha256", place)
    try register.git("remote", "add", "origin", place)
    let refused = try register.run("sync", as: "huda", checked: false)
    #expect(refused.errors.contains("in a folder that is not there yet"), "\(refused)")
    let other = register.folder + "/other.git"
    for command in commands(in: refused.errors) {
      let done = try register.shell(command.replacing("FOLDER", with: other))
      #expect(done.status == 0, "\(command): \(done)")
    }
    try register.done("sync", as: "huda")
  }
}
