import FoundationEssentials
import Glibc
import FileSystem
import Testing

@Suite struct WholeFileTests {
  @Test func `a file is replaced as a whole and leaves nothing beside it`() throws {
    try inFolder { folder in
      let path = folder + "/note"
      try WholeFile.replace(path, with: Array("one".utf8))
      try WholeFile.replace(path, with: Array("two".utf8))
      #expect(SmallFile.text(path) == "two")
      #expect(Folder.names(in: folder) == ["note"])
    }
  }

  @Test func `a private file has an owner and no other readers, whatever lay there before`() throws
  {
    try inFolder { folder in
      let path = folder + "/secret"
      // What a stopped call may have left, readable by all.
      #expect(SmallFile.write([1], to: path + ".new"))
      try WholeFile.replace(path, with: [2], for: .owner)
      #expect(FileStatus(path)?.mode == 0o600)
      #expect(SmallFile.bytes(of: path) == [2])
    }
  }

  @Test func `a link beside it is never written through`() throws {
    try inFolder { folder in
      let (path, elsewhere) = (folder + "/note", folder + "/elsewhere")
      #expect(SmallFile.write([9], to: elsewhere))
      #expect(unsafe symlink(elsewhere, path + ".new") == 0)
      #expect(throws: SystemFailure.self) { try WholeFile.replace(path, with: [1]) }
      #expect(SmallFile.bytes(of: elsewhere) == [9])
      #expect(!FileStatus.exists(path))
    }
  }

  @Test func `a file that must be new replaces none`() throws {
    try inFolder { folder in
      let path = folder + "/key"
      try WholeFile.create(path, with: [1], for: .owner)
      let failure = #expect(throws: SystemFailure.self) { try WholeFile.create(path, with: [2]) }
      #expect(failure?.isTaken == true)
      #expect(SmallFile.bytes(of: path) == [1])
    }
  }

  @Test func `a refusal names the path and the reason`() {
    let failure = #expect(throws: SystemFailure.self) {
      try WholeFile.replace("/nonexistent/note", with: [])
    }
    #expect(failure?.path == "/nonexistent/note")
    #expect(failure?.reason == "No such file or directory")
    #expect(failure?.isTaken == false)
  }

  @Test func `a full disk is noticed when the bytes are written`() throws {
    guard let full = OpenFile("/dev/full", O_WRONLY) else { throw SystemFailure(at: "/dev/full") }
    let isWritten = full.write([1, 2, 3])
    let reason = SystemError.reason
    #expect(!isWritten)
    #expect(reason == "No space left on device")
  }

  @Test(arguments: [0, 1, 4_095, 4_096, 70_000])
  func `what was written is read, however long`(count: Int) throws {
    try inFolder { folder in
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      #expect(SmallFile.write(bytes, to: folder + "/f"))
      #expect(SmallFile.bytes(of: folder + "/f") == bytes)
      guard let file = OpenFile(folder + "/f", O_RDONLY) else { throw SystemFailure(at: folder) }
      let read = file.contents(limit: 100)
      let some = try #require(read)
      #expect(bytes.starts(with: some) && some.count >= min(count, 100))
    }
  }

  @Test func `the end of a long file is its last mebibyte`() throws {
    try inFolder { folder in
      #expect(SmallFile.write(Array(repeating: 0x61, count: 2 << 20) + [0x62], to: folder + "/log"))
      let end = try #require(SmallFile.end(of: folder + "/log"))
      #expect(end.utf8.count == 1 << 20 && end.hasSuffix("ab"))
    }
  }
}

/// Runs a body in a folder of its own that is gone afterwards.
func inFolder(_ body: (String) throws -> Void) throws {
  let folder =
    FileManager.default.temporaryDirectory.path + "/system-\(UInt64.random(in: 0 ... .max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
