import Foundation
import Testing

/// Closed blocks that somebody changed with plain git: kept from going out, restored when they come in.
@Suite struct ClosedBlockSyncTests {
  private static let closed = Swift.Result {
    let scene = try PublishingScene().register
    try scene.done("publish close", as: "huda", now: PublishingScene.summer)
    try scene.git("clone", "-q", "--bare", ".", scene.folder + "/common.git")
    return scene
  }

  /// A common place with two closed blocks, and two copies of it.
  private func team(_ name: String) throws -> (scene: TemporaryRegister, copies: [String]) {
    let scene = try Self.closed.get()
    let folder = scene.folder + "/" + name
    try scene.shell("mkdir \(folder) && cp -a ../common.git \(folder)/")
    let copies = ["one", "two"].map { folder + "/" + $0 }
    for copy in copies {
      try scene.git("clone", "-q", folder + "/common.git", copy)
      try scene.done("-C \(copy) sync", as: "huda")
    }
    return (scene, copies)
  }

  @Test(arguments: [
    ("rm -r cases/publication", "2026-Q1: "), ("rm -r $B", "2026-Q1: "),
    ("truncate -s 40 $B/counts.csv", "2026-Q1: "),
    ("git mv $B cases/publication/2019-Q1", "2026-Q1: "),
    ("rm -r cases/publication; echo x > cases/publication", "2026-Q1: "),
    ("rm -r $B; echo x > $B", "2026-Q1: "), ("rm -r $B; ln -s /etc $B", "2026-Q1: "),
    ("rm $B/counts.csv; mkdir $B/counts.csv; echo x > $B/counts.csv/x", "2026-Q1: "),
    ("echo x > $B/more.csv", "2026-Q1: "), ("chmod +x $B/counts.csv", "2026-Q1: "),
    ("rm $B/../ledger.csv", "ledger.csv:"), ("sed -i 2d $B/../ledger.csv", "ledger.csv:"),
    ("rm $B/../ledger.csv; mkdir $B/../ledger.csv; echo x > $B/../ledger.csv/x", "ledger.csv:"),
  ])
  func `a block that was changed by hand stands again`(change: String, place: String) throws {
    let (scene, copies) = try team(UUID().uuidString)
    let before = try scene.git("ls-tree", "-r", "HEAD:cases/publication").output
    try scene.shell(
      "cd \(copies[0]) && B=cases/publication/2026-Q1 && \(change) && git add -A && git commit -qm hand"
    )
    let stopped = try scene.run("-C \(copies[0]) sync", as: "huda")
    #expect(stopped.status == 1 && stopped.errors.contains(place), "\(stopped)")
    #expect(stopped.errors.contains("sync --set-aside"), "\(stopped)")
    try scene.shell("cd \(copies[0]) && git push -q origin HEAD:main")
    let taken = try scene.done("-C \(copies[1]) sync", as: "huda")
    #expect(taken.errors.contains("publication/\(place)"), "\(taken)")
    #expect(taken.errors.contains("set aside"), "\(taken)")
    for copy in copies.reversed() {
      try scene.done("-C \(copy) sync", as: "huda")
      let after = try scene.git("-C", copy, "ls-tree", "-r", "HEAD:cases/publication").output
      #expect(after == before)
      #expect(try scene.run("-C \(copy) publish check").status == 0)
    }
  }

  @Test func `a closing that people chose over another one is no change by hand`() throws {
    let scene = try PublishingScene().register
    let bare = scene.folder + "/common.git"
    try scene.git("clone", "-q", "--bare", ".", bare)
    let copies = ["one", "two", "three"].map { scene.folder + "/" + $0 }
    for copy in copies { try scene.git("clone", "-q", bare, copy) }
    for (copy, day) in zip(copies, ["2026-08-01", "2026-08-02"]) {
      try scene.done("-C \(copy) publish close", as: "huda", now: day + "T09:00:00Z")
    }
    try scene.done("-C \(copies[0]) sync", as: "huda")
    try scene.done("-C \(copies[2]) sync", as: "huda")
    try scene.done("-C \(copies[1]) sync --configuration ours", as: "huda")
    let chosen = try scene.shell("cd \(copies[1]) && git rev-parse HEAD:cases/publication").word
    for copy in copies {
      let synced = try scene.done("-C \(copy) sync", as: "huda")
      #expect(!synced.errors.contains("set aside"), "\(synced)")
      #expect(try scene.shell("cd \(copy) && git rev-parse HEAD:cases/publication").word == chosen)
    }
  }
}
