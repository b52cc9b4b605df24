import FoundationEssentials
import Glibc
import FileSystem
import Testing

@Suite struct FileLockTests {
  @Test func `one lock keeps the next out, and says that it is taken`() throws {
    try inFolder { folder in
      let path = folder + "/lock"
      let held = try FileLock(path, .exclusive)
      FileLock.whileHeld(held) {
        let failure = #expect(throws: SystemFailure.self) {
          _ = try FileLock(path, .exclusive, seconds: 0.05)
        }
        #expect(failure?.isTaken == true)
        #expect(throws: SystemFailure.self) { _ = try FileLock(path, .shared, seconds: 0.05) }
      }
      _ = try FileLock(path, .exclusive, seconds: 0.05)
    }
  }

  @Test func `readers share it and keep a writer out`() throws {
    try inFolder { folder in
      let path = folder + "/lock"
      #expect(throws: SystemFailure.self) { _ = try FileLock(path, .shared) }
      _ = try FileLock(path, .exclusive)
      let first = try FileLock(path, .shared)
      let second = try FileLock(path, .shared, seconds: 0.05)
      #expect(throws: SystemFailure.self) { _ = try FileLock(path, .exclusive, seconds: 0.05) }
      FileLock.whileHeld(first) {}
      FileLock.whileHeld(second) {}
      _ = try FileLock(path, .exclusive, seconds: 0.05)
    }
  }

  @Test func `a lock is no link to another file`() throws {
    try inFolder { folder in
      #expect(unsafe symlink(folder + "/other", folder + "/lock") == 0)
      #expect(throws: SystemFailure.self) { _ = try FileLock(folder + "/lock", .exclusive) }
      #expect(!FileStatus.exists(folder + "/other"))
    }
  }
}

@Suite struct FolderTests {
  @Test func `what stands at a path is told without following a link`() throws {
    try inFolder { folder in
      #expect(SmallFile.write([1, 2], to: folder + "/file"))
      #expect(unsafe symlink("file", folder + "/link") == 0)
      #expect(FileStatus(folder)?.kind == .folder)
      #expect(FileStatus(folder + "/file")?.size == 2)
      #expect(FileStatus(folder + "/link")?.kind == .link)
      #expect(FileStatus(folder + "/link", followingLinks: true)?.kind == .file)
      #expect(FileStatus(folder + "/nothing") == nil)
      #expect(Set(Folder.names(in: folder)) == ["file", "link"])
      #expect(Folder.resolved(folder + "/./link") == Folder.resolved(folder + "/file"))
    }
  }

  @Test func `only a folder of one's own that nobody else enters is private`() throws {
    try inFolder { folder in
      try Folder.make(folder + "/own", for: .owner)
      // Made twice is made once.
      try Folder.make(folder + "/own", for: .owner)
      #expect(Folder.isPrivate(folder + "/own"))
      #expect(unsafe chmod(folder + "/own", 0o750) == 0)
      #expect(!Folder.isPrivate(folder + "/own"))
      #expect(unsafe symlink("own", folder + "/link") == 0)
      #expect(!Folder.isPrivate(folder + "/link"))
      #expect(throws: SystemFailure.self) { try Folder.make(folder + "/a/b") }
    }
  }

  @Test func `a file that this process has open is held by no other`() throws {
    try inFolder { folder in
      #expect(SmallFile.write([], to: folder + "/file"))
      let identity = try #require(FileStatus(folder + "/file")).identity
      guard let file = OpenFile(folder + "/file", O_RDONLY) else { throw SystemFailure(at: folder) }
      #expect(!RunningProcess.others().contains { $0.hasOpen(identity) })
      let isClosed = file.close()
      #expect(isClosed)
    }
  }

  @Test func `memory is told from a disk`() {
    #expect(!Folder.isInMemory("/proc"))
    #expect(!Folder.isInMemory("/nonexistent"))
  }
}
