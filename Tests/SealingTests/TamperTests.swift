import Testing

@testable import Sealing

/// Whatever is changed in a sealed file, nothing of its content comes out.
@Suite struct TamperTests {
  private let identity = Identity()
  private let content = Array("What was told in confidence.".utf8)

  /// Opens a changed file both ways and expects an error and no content.
  private func expectNothing(
    _ file: [UInt8], _ what: @autoclosure () -> String
  ) {
    let inMemory = fault { () throws(SealingError) in
      _ = try AgeFile.open(file, with: [identity])
    }
    let streamed = stream(file, with: [identity], pieces: file.count)
    if inMemory == nil || streamed.fault == nil || !streamed.content.isEmpty {
      Issue.record("\(what()) gave content")
    }
  }

  @Test func `no byte of the header can be changed`() throws {
    let file = try AgeFile.seal(content, to: [identity.recipient], stanzas: 1)
    let end = try Header(reading: file).end
    for index in 0..<end {
      let others: [UInt8] =
        Environment.isLong
        ? (1...255).map { file[index] ^ $0 }
        : [file[index] ^ 1, file[index] ^ 0x20, file[index] ^ 0x80, 0, 0x0A, 0x20, 0x3D]
      for other in others where other != file[index] {
        var changed = file
        changed[index] = other
        expectNothing(changed, "byte \(index) as \(other)")
      }
    }
  }

  @Test func `no byte can be added to the header or taken out`() throws {
    let file = try AgeFile.seal(content, to: [identity.recipient], stanzas: 1)
    for index in 0..<(try Header(reading: file).end) {
      var changed = file
      changed.remove(at: index)
      expectNothing(changed, "without byte \(index)")
      for added in "\n\r =A-".utf8 {
        changed = file
        changed.insert(added, at: index)
        if changed != file { expectNothing(changed, "\(added) at \(index)") }
      }
    }
  }

  @Test func `no bit of a file can be flipped`() throws {
    let file = try AgeFile.seal(content, to: [identity.recipient], stanzas: 1)
    for index in file.indices {
      for bit in 0..<8 {
        var changed = file
        changed[index] ^= 1 << UInt8(bit)
        expectNothing(changed, "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func `no file can be cut short or made longer`() throws {
    for size in [0, content.count] {
      let file = try AgeFile.seal(Array(content.prefix(size)), to: [identity.recipient])
      for count in 0..<file.count { expectNothing(Array(file.prefix(count)), "\(count) bytes") }
      for more in [1, 15, 16, 17, 100] {
        expectNothing(file + [UInt8](repeating: 0, count: more), "\(more) more")
      }
      expectNothing(file + file, "twice")
    }
  }

  @Test func `where a file of two chunks is cut, the first may be read but not the whole`() throws {
    let long = [UInt8](repeating: 5, count: PayloadStream.chunkSize + 100)
    let file = try AgeFile.seal(long, to: [identity.recipient], stanzas: 1)
    let start = try Header(reading: file).end + PayloadStream.nonceSize
    for count in [
      start, start + 1, start + 15, start + 16, start + 17,
      start + PayloadStream.sealedChunkSize - 1, start + PayloadStream.sealedChunkSize,
      start + PayloadStream.sealedChunkSize + 1, start + PayloadStream.sealedChunkSize + 16,
      file.count - 1,
    ] {
      let cut = Array(file.prefix(count))
      #expect(throws: SealingError.self) { try AgeFile.open(cut, with: [identity]) }
      let streamed = stream(cut, with: [identity], pieces: 5000)
      #expect(streamed.fault != nil)
      #expect(long.starts(with: streamed.content))
    }
  }
}
