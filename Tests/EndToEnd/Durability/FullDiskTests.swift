import Foundation
import Testing

/// The disk fills up while a register is written.
@Suite(.durability, .enabled("a small file system can be mounted here", { SmallDisk.isPossible }))
struct FullDiskTests {
  @Test func `on a full disk every write fails clearly and nothing is half saved`() throws {
    let disk = try SmallDisk()
    let copy = disk.copy
    let id = try copy.new()
    let table = try ImportFiles.write(rows: 5, in: copy.register.folder)
    let before = try copy.head()
    try disk.fill(leaving: 0)
    let lines = [
      "new --category minor --channel sms --language en --text 'Words.'",
      "note \(id) --text 'Words.'", "site build", table.command,
    ]
    for line in lines {
      let result = try copy.run(line)
      #expect(result.status == 1, "\(result)")
      #expect(
        result.errors.contains("No space left") || result.errors.contains("enough space"),
        "\(result)")
      #expect(result.errors.contains("hint:"), "\(result)")
    }
    #expect(try copy.head() == before)
    #expect(try copy.done("list").output.contains(id))
    try disk.empty()
    try copy.expectWhole()
    for line in lines { try copy.done(line) }
    #expect(try copy.caseFiles().count == 7)
    try copy.expectWhole()
  }

  @Test
  func `on a full disk sync fails clearly, and brings both sides together when there is room`()
    throws
  {
    let disk = try SmallDisk()
    let copy = disk.copy
    let common = copy.register.folder + "/common.git"
    try copy.register.git("clone", "--quiet", "--bare", ".", common)
    try copy.git("remote add origin \(common)")
    try copy.done("sync")
    let elsewhere = copy.register.folder + "/elsewhere"
    try copy.register.git("clone", "--quiet", common, elsewhere)
    let other = Copy(copy.register, at: elsewhere)
    var ids: [String] = []
    for free in [0, 8, 16, 32, 64] {
      ids.append(try other.new("Told elsewhere, with \(free) KiB left here."))
      try other.done("sync")
      ids.append(try copy.new("Told here, with \(free) KiB left."))
      let before = try copy.head()
      try disk.fill(leaving: free)
      let result = try copy.run("sync")
      let isTogether = try copy.head() != before
      try disk.empty()
      if result.status == 0 {
        #expect(isTogether, "\(free) KiB: \(result)")
      } else {
        let said = result.errors.lowercased()
        #expect(said.contains("no space left") || said.contains("enough space"), "\(result)")
        #expect(result.errors.contains("hint:"), "\(result)")
      }
      #expect(free > 0 || result.status == 1 && !isTogether, "\(result)")
      try copy.expectWhole("\(free) KiB")
      try copy.done("sync")
      try copy.expectWhole("\(free) KiB, and room again")
      try other.done("sync")
    }
    #expect(try other.git("rev-parse HEAD").word == copy.head())
    let listed = try copy.done("list --limit 50").output
    for id in ids { #expect(listed.contains(id)) }
  }

  @Test func `wherever the disk runs full, the answer is true and the register whole`() throws {
    let disk = try SmallDisk()
    let copy = disk.copy
    var outcomes: Set<Bool> = []
    for free in stride(from: 4, through: 120, by: 4) {
      let before = try copy.head()
      try disk.fill(leaving: free)
      let result = try copy.run(Self.largeComplaint)
      let isSaved = try copy.head() != before
      try disk.empty()
      #expect((result.status == 0) == isSaved, "\(free) KiB: \(result)")
      outcomes.insert(isSaved)
      try copy.done("list")
      try copy.expectWhole("\(free) KiB")
    }
    #expect(outcomes.count == 2)
  }

  /// Small in git, which compresses it, and large in the work tree.
  private static let largeComplaint =
    "new --category minor --channel sms --language en --text '"
    + String(repeating: "The queue has no shade. ", count: 2_000) + "'"
}

/// A file system of a few MiB with a register.
private final class SmallDisk {
  let copy: Copy
  private let place: String

  static let isPossible: Bool = {
    guard let register = try? TemporaryRegister(empty: ()) else { return false }
    guard let mounted = try? mount(register.folder + "/disk") else { return false }
    unmount(register.folder + "/disk")
    return mounted
  }()

  init() throws {
    let register = try TemporaryRegister()
    place = register.folder + "/disk"
    try #require(try Self.mount(place))
    copy = Copy(register, at: place + "/register")
    try FileManager.default.copyItem(atPath: register.path, toPath: copy.path)
    // The copies have other times of last change, which git would notice and note on a full disk.
    try copy.git("status --porcelain")
  }

  deinit { Self.unmount(place) }

  /// Fills the disk and gives back some KiB.
  func fill(leaving free: Int) throws {
    try system("dd", "if=/dev/zero", "of=\(place)/filling", "bs=1k", mayFail: true)
    try system("truncate", "--size=-\(free)K", "\(place)/filling")
  }

  func empty() throws { try FileManager.default.removeItem(atPath: place + "/filling") }

  private func system(_ words: String..., mayFail: Bool = false) throws {
    let result = try Self.run(words)
    try #require(mayFail || result.status == 0, "\(result)")
  }

  private static func mount(_ place: String) throws -> Bool {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    return try run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place]).status == 0
  }

  private static func unmount(_ place: String) { _ = try? run(["umount", "--lazy", place]) }

  private static func run(_ words: [String]) throws -> Result {
    try Execution.run(
      "/usr/bin/env", words, in: "/", environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
      scratch: FileManager.default.temporaryDirectory.path)
  }
}
