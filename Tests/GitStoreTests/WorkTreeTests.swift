import GitStore
import Glibc
import Testing

@Suite struct WorkTreeTests {
  @Test func `each kind of change is found, staged or not`() throws {
    let scene = try Scene()
    try scene.commit([
      ("c/same", "1"), ("c/edited", "1"), ("c/deleted", "1"), ("c/link", "1"), ("c/staged", "1"),
      ("c/back", "1"), ("other", "1"),
    ])
    for path in [
      "c/edited", "c/new", "c/deep/er/new", "c/staged", "c/added", "c/fleeting", "other",
    ] {
      makeFolder(scene.path + "/c/deep")
      makeFolder(scene.path + "/c/deep/er")
      try writeFile("\(scene.path)/\(path)", "changed")
    }
    try scene.git("add", "c/staged", "c/added", "c/fleeting")
    try scene.git("rm", "-q", "--cached", "c/back")
    for path in ["c/deleted", "c/link", "c/fleeting"] { removeFile("\(scene.path)/\(path)") }
    makeLink("same", scene.path + "/c/link")
    let changes = try scene.repository.modifiedPaths(under: "c")
    #expect(
      changes.map { "\($0.kind) \($0.path)" } == [
        "added c/added", "modified c/back", "added c/deep/er/new", "deleted c/deleted",
        "modified c/edited", "typeChanged c/link", "added c/new", "modified c/staged",
      ])
    #expect(try scene.repository.modifiedPaths().map(\.path).contains("other"))
    #expect(try scene.repository.modifiedPaths(under: "c/[a-z]*").isEmpty)
  }

  @Test func `an unresolved merge of git is a conflict, and synchronising settles it`() throws {
    let scene = try Scene()
    let base = try scene.commit([("a", "1")]).id
    try scene.git("checkout", "-qb", "side", base.hex)
    try scene.commit([("a", "side")])
    try scene.git("checkout", "-q", "main")
    let ours = try scene.commit([("a", "ours")]).id
    #expect(throws: Git.Failure.self) { try scene.git("merge", "-q", "side") }
    #expect(try scene.repository.modifiedPaths().map(\.kind) == [.conflicted])
    let left = try scene.repository.synchronise(paths: ["a"], from: base, to: ours)
    #expect(left == [Discrepancy(path: "a", reason: .edited)])
    #expect(try scene.status() == " M a\n")
  }

  @Test func `names that are not UTF-8 are reported`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    let name = bytes(scene.path + "/bad") + [0xFF, 0]
    let file = unsafe name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { characters in
      unsafe characters.baseAddress.map { unsafe creat($0, 0o666) }
    }
    close(try #require(file))
    let changes = try scene.repository.modifiedPaths()
    #expect(changes.map(\.path) == ["bad\\xff"])
    #expect(changes.map(\.hasTextPath) == [false])
  }

  @Test func `a bare repository has no changes`() throws {
    let scene = try Scene(bare: true)
    try scene.commit([("a", "1")])
    #expect(try scene.repository.modifiedPaths().isEmpty)
  }
}
