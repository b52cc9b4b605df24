import Foundation
import Testing

/// Files that no honest program wrote.
///
/// Each folder of `Gallery` holds one, and what is said of it.
///
/// Two good cases stand in the register; one is replaced by the bad file: first in the work tree
/// only, then committed with plain git. The other one must stay visible all the time.
@Suite struct GalleryTests {
  static let bad = "2611-5D65-S771"
  static let neighbour = "2611-0P4A-EGFA"

  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: Golden.folder + "/Gallery"))?.sorted()
    ?? []
  private static func folders(with file: String) -> [String] {
    names.filter {
      FileManager.default.fileExists(atPath: "\(Golden.folder)/Gallery/\($0)/\(file)")
    }
  }
  static let cases = folders(with: "case.md")
  static let configurations = names.filter { $0.hasPrefix("config-") }

  @Test func `the gallery is there`() {
    #expect(Self.cases.count >= 25)
    #expect(Self.configurations.count >= 8)
  }

  @Test(arguments: cases)
  func `a bad file is named and hides nothing`(name: String) throws {
    let path = "\(Golden.folder)/Gallery/\(name)/case.md"
    try expect(name, Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(arguments: MadeFile.allCases)
  func `a bad file that is made is named and hides nothing`(file: MadeFile) throws {
    let good = try Data(contentsOf: URL(fileURLWithPath: Golden.folder + "/Gallery/good.md"))
    try expect(file.rawValue, file.content(from: good))
  }

  private func expect(_ name: String, _ content: Data) throws {
    let register = try registerWithTwoCases()
    try content.write(to: URL(fileURLWithPath: register.path + "/" + register.file(of: Self.bad)))
    // Line ends in a work tree are no edit: only what was committed with git has bad ones.
    let isEdit = name != "crlf"
    try Golden.expect(
      try transcript(in: register, isEdit: isEdit), in: "Gallery/\(name)/expected.txt")
  }

  /// What the program says of the bad file, in the work tree only and then committed with git.
  private func transcript(in register: TemporaryRegister, isEdit: Bool) throws -> String {
    let edited = isEdit ? try words(of: register, isCommitted: false) : ""
    try register.commitByHand()
    // The commit that holds the whole version has another name in each register.
    let committed = try words(of: register, isCommitted: true)
      .replacing(/checkout [0-9a-f]{12}/, with: "checkout COMMIT")
    return "# in the work tree\n" + edited + "\n# committed with git\n" + committed
  }

  /// The good case is always listed.
  ///
  /// `list` reads the beginning of committed files only, so that it
  /// is quick; `check` reads everything.
  private func words(of register: TemporaryRegister, isCommitted: Bool) throws -> String {
    var said = ""
    let file = register.file(of: Self.bad)
    var lines = ["list", "check"]
    if !isCommitted { lines += ["show \(Self.bad)", "note \(Self.bad) --text 'Words.' --as rana"] }
    for line in lines {
      let result = try register.run(line, checked: false)
      if line == "list" {
        #expect(result.output.contains(Self.neighbour), "\(result)")
        #expect(isCommitted || result.errors.contains("\(file):"), "\(result)")
      }
      #expect(result.status == 1 || isCommitted && line == "list", "\(result)")
      said += "$ daftar \(line)\nstatus \(result.status)\n" + Self.shortened(result.errors)
    }
    guard isCommitted else { return said }
    let findings = try register.run("check --json", checked: false).json.list
    #expect(findings.contains { $0["path"].text == file && $0["severity"] == "error" })
    return said
  }

  /// Long lines end early: a golden text is for reading.
  private static func shortened(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.count > 240 ? String($0.prefix(200)) + "…" : String($0) }.joined(separator: "\n")
  }

  private func registerWithTwoCases() throws -> TemporaryRegister {
    let register = try TemporaryRegister()
    try FileManager.default.createDirectory(
      atPath: register.path + "/cases/2026/11", withIntermediateDirectories: true)
    for (id, file) in [(Self.bad, "good.md"), (Self.neighbour, "neighbour.md")] {
      try FileManager.default.copyItem(
        atPath: Golden.folder + "/Gallery/" + file,
        toPath: register.path + "/" + register.file(of: id))
    }
    try register.commitByHand()
    return register
  }

  @Test func `the two good cases are good`() throws {
    let register = try registerWithTwoCases()
    #expect(try register.done("check").output == "everything is in order (9 files)\n")
    #expect(try register.done("list --json").json.list.count == 2)
  }

  @Test func `a symbolic link in the place of a case is never followed`() throws {
    let register = try registerWithTwoCases()
    let place = register.path + "/" + register.file(of: Self.bad)
    try Data("a secret of this computer\n".utf8)
      .write(to: URL(fileURLWithPath: register.home + "/secret"))
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: register.home + "/secret")
    let said = try transcript(in: register, isEdit: true)
    #expect(!said.contains("a secret"))
    try Golden.expect(said, in: "Gallery/symbolic-link/expected.txt")
  }

  @Test(arguments: configurations)
  func `a bad configuration file is refused where it is bad`(name: String) throws {
    let register = try registerWithTwoCases()
    let folder = "\(Golden.folder)/Gallery/\(name)"
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".yml") })
    try register.edit("cases/" + file) { _ in
      (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
    }
    let head = try register.head()
    var said = "# in the work tree\n"
    for line in ["list", "adopt \(file) --as huda"] {
      let result = try register.run(line, checked: false)
      said += "$ daftar \(line)\nstatus \(result.status)\n\(result.errors)"
      if line == "list" { #expect(result.output.contains(Self.neighbour)) }
    }
    if try register.head() == head { try register.commitByHand() }
    said += "\n# committed with git\n"
    for line in ["list", "note \(Self.bad) --text 'Words.' --as omar"] {
      let result = try register.run(line, checked: false)
      said += "$ daftar \(line)\nstatus \(result.status)\n\(result.errors)"
    }
    // The commit that holds the whole version has another name in each register.
    let same = said.replacing(/checkout [0-9a-f]{12}/, with: "checkout COMMIT")
    try Golden.expect(same, in: "Gallery/\(name)/expected.txt")
  }
}

/// Bad files that are made here, because a repository should not hold them.
enum MadeFile: String, CaseIterable {
  case nulByte = "nul-byte"
  case invalidText = "invalid-utf8"
  case twoMegabytes = "two-megabytes"
  case randomBytes = "random-bytes"

  func content(from good: Data) -> Data {
    switch self {
    case .nulByte: Self.replacing(in: good, with: Data("O\0d".utf8))
    case .invalidText: Self.replacing(in: good, with: Data([0xFF]))
    case .twoMegabytes: Self.replacing(in: good, with: Data(repeating: 0x61, count: 2 << 20))
    case .randomBytes: Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) })
    }
  }

  private static func replacing(in good: Data, with new: Data) -> Data {
    guard let place = good.range(of: Data("Old".utf8)) else { return good }
    return good[..<place.lowerBound] + new + good[place.upperBound...]
  }
}
