import Testing

@testable import Sealing
import Text

@Suite struct StreamTests {
  private static let chunk = PayloadStream.chunkSize
  private let identity = Identity()
  private let zeros = [UInt8](repeating: 0, count: chunk)
  private let ones = [UInt8](repeating: 1, count: chunk)

  @Test func `files of random sizes around the chunks pass through streams`() throws {
    var generator = SeededGenerator(seed: 64)
    let source = generator.bytes(3 * Self.chunk + 200)
    for _ in 0..<(Environment.isLong ? 10_000 : 200) {
      let chunks = Int.random(in: 0...3, using: &generator) * Self.chunk
      let size = max(0, chunks + Int.random(in: -40...40, using: &generator))
      let content = Array(source.prefix(size))
      var writer = try AgeWriter(to: [identity.recipient], stanzas: 1)
      var file: [UInt8] = []
      var rest = content[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...100_000, using: &generator))
        try writer.write(Array(piece), into: &file)
        rest = rest.dropFirst(piece.count)
      }
      try writer.finish(into: &file)
      #expect(try AgeFile.open(file, with: [identity]) == content)
      let pieces = Int.random(in: 1000...100_000, using: &generator)
      let streamed = stream(file, with: [identity], pieces: pieces)
      #expect(streamed.fault == nil && streamed.content == content)
    }
  }

  @Test func `pieces of any size give the same`() throws {
    let file = try AgeFile.seal(Array("age".utf8), to: [identity.recipient])
    for pieces in 1...file.count {
      let streamed = stream(file, with: [identity], pieces: pieces)
      #expect(streamed.fault == nil && streamed.content == Array("age".utf8))
    }
  }

  /// Opens a file of chunks both ways; the stream tells what it had released.
  private func check(
    _ chunks: [(content: [UInt8], isLast: Bool)], _ expected: SealingError?, released: Int
  ) throws {
    let file = try HandMadeFile(identity: identity).file(chunks: chunks)
    let all = chunks.flatMap(\.content)
    for pieces in [1000, file.count] {
      let streamed = stream(file, with: [identity], pieces: pieces)
      #expect(streamed.fault == expected)
      #expect(streamed.content == Array(all.prefix(released)))
    }
    let inMemory = fault { () throws(SealingError) in
      _ = try AgeFile.open(file, with: [identity])
    }
    #expect(inMemory == expected)
  }

  @Test func `the marks of the last chunk are kept`() throws {
    try check([([], true)], nil, released: 0)
    try check([(zeros, true)], nil, released: Self.chunk)
    try check([(zeros, false), (ones, true)], nil, released: 2 * Self.chunk)
    try check([(zeros, false), ([7], true)], nil, released: Self.chunk + 1)
    // No chunk, no last chunk.
    try check([], .truncated, released: 0)
    try check([(zeros, false)], .truncated, released: Self.chunk)
    try check([(zeros, false), (ones, false)], .truncated, released: 2 * Self.chunk)
    try check([([7], false)], .damagedPayload, released: 0)
    // Something after the last one.
    try check([(zeros, true), ([7], true)], .damagedPayload, released: Self.chunk)
    try check([(zeros, true), (ones, true)], .damagedPayload, released: Self.chunk)
    try check([([7], true), ([8], true)], .damagedPayload, released: 0)
    // A short chunk in the middle, an empty one at the end or alone without its mark.
    try check([([7], false), ([8], true)], .damagedPayload, released: 0)
    try check([(zeros, false), ([], true)], .damagedPayload, released: Self.chunk)
    try check([([], false)], .damagedPayload, released: 0)
  }

  @Test func `chunks cannot be exchanged, dropped or doubled`() throws {
    let made = HandMadeFile(identity: identity)
    let file = try made.file(chunks: [(zeros, false), (ones, false), ([7], true)])
    let start = try Header(reading: file).end + PayloadStream.nonceSize
    let size = PayloadStream.sealedChunkSize
    let head = Array(file[..<start])
    let first = file[start..<(start + size)]
    let second = file[(start + size)..<(start + 2 * size)]
    let last = file[(start + 2 * size)...]
    for other in [second + first + last, first + last, first + first + last, second + last] {
      #expect(
        fault { () throws(SealingError) in _ = try AgeFile.open(head + other, with: [identity]) }
          == .damagedPayload)
    }
    let nextFile = try HandMadeFile(identity: identity).file(chunks: [(zeros, true)])
    #expect(throws: SealingError.self) {
      try AgeFile.open(head + nextFile.suffix(size), with: [identity])
    }
  }

  @Test func `after an error and after the end a stream stays closed`() throws {
    let file = try AgeFile.seal(zeros + ones, to: [identity.recipient])
    var reader = AgeReader(with: [Identity()])
    var content: [UInt8] = []
    for _ in 0..<2 {
      #expect(throws: SealingError.notForTheseIdentities) { try reader.read(file, into: &content) }
      #expect(throws: SealingError.notForTheseIdentities) { try reader.finish(into: &content) }
    }
    #expect(content.isEmpty)
    reader = AgeReader(with: [identity])
    try reader.read(file, into: &content)
    try reader.finish(into: &content)
    #expect(throws: SealingError.finished) { try reader.read([], into: &content) }
    #expect(throws: SealingError.finished) { try reader.finish(into: &content) }
    var writer = try AgeWriter(to: [identity.recipient])
    try writer.finish(into: &content)
    #expect(throws: SealingError.finished) { try writer.write([1], into: &content) }
    #expect(throws: SealingError.finished) { try writer.finish(into: &content) }
  }

  @Test func `a large file takes little memory`() throws {
    var writer = try AgeWriter(to: [identity.recipient])
    var reader = AgeReader(with: [identity])
    let piece = [UInt8](repeating: 9, count: 1 << 20)
    let size = Environment.isLong ? 1 << 30 : 64 << 20
    var (sealed, content): ([UInt8], [UInt8]) = ([], [])
    var total = 0
    let before = try residentKilobytes()
    for _ in 0..<(size >> 20) {
      try writer.write(piece, into: &sealed)
      try reader.read(sealed, into: &content)
      total += content.count
      for buffer in [sealed, content, writer.chunker.held, reader.chunker.held] {
        #expect(buffer.capacity < 4 << 20)
      }
      sealed.removeAll(keepingCapacity: true)
      content.removeAll(keepingCapacity: true)
    }
    try writer.finish(into: &sealed)
    try reader.read(sealed, into: &content)
    try reader.finish(into: &content)
    #expect(total + content.count == size)
    // Other tests run at the same time: what can be said is that the file is not in memory.
    if Environment.isLong { #expect(try residentKilobytes() - before < 256 << 10) }
  }

  private func residentKilobytes() throws -> Int {
    let status = String(decoding: try readFile("/proc/self/status"), as: UTF8.self)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    return try #require(Int(line.filter(\.isNumber)))
  }
}
