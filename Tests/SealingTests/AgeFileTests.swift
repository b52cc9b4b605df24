import Testing

@testable import Sealing
import Text

@Suite struct AgeFileTests {
  private let identities = (0..<3).map { _ in Identity() }
  private var recipients: [Recipient] { identities.map(\.recipient) }

  @Test(arguments: [0, 1, 15, 16, 17, 2048, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000])
  func `each reader opens what was sealed`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let content = generator.bytes(count)
    let file = try AgeFile.seal(content, to: recipients)
    for identity in identities { #expect(try AgeFile.open(file, with: [identity]) == content) }
    #expect(try AgeFile.open(file, with: [Identity()] + identities) == content)
    #expect(throws: SealingError.notForTheseIdentities) {
      try AgeFile.open(file, with: [Identity()])
    }
  }

  /// The number of stanzas, and the indexes of those that an identity opens.
  private func stanzas(_ file: [UInt8]) throws -> (count: Int, readers: [String]) {
    let stanzas = try Header(reading: file).x25519Stanzas
    let readers = try stanzas.map { stanza in
      try identities.first { try stanza.open(with: $0) != nil }?.recipient.text ?? "nobody"
    }
    return (stanzas.count, readers)
  }

  @Test func `real stanzas come sorted and once each, dummies fill up`() throws {
    let file = try AgeFile.seal([1], to: (recipients + recipients).shuffled())
    let (count, readers) = try stanzas(file)
    #expect(count == 8)
    #expect(
      readers == recipients.map(\.text).sorted() + Array(repeating: "nobody", count: 5))
  }

  @Test(arguments: [
    (1, 1, 1), (1, 8, 8), (3, 1, 3), (3, 2, 4), (3, 3, 3), (3, 0, 3), (3, -5, 3), (1, 64, 64),
  ])
  func `the number of stanzas is a multiple`(readers: Int, multiple: Int, total: Int) throws {
    let file = try AgeFile.seal([1], to: Array(recipients.prefix(readers)), stanzas: multiple)
    #expect(try stanzas(file).count == total)
  }

  @Test func `nine readers take sixteen stanzas`() throws {
    let many = (0..<9).map { _ in Identity() }
    let file = try AgeFile.seal([1], to: many.map(\.recipient))
    #expect(try stanzas(file).count == 16)
    for identity in many { #expect(try AgeFile.open(file, with: [identity]) == [1]) }
  }

  @Test func `a dummy stanza has the form of a real one`() throws {
    let file = try AgeFile.seal([1], to: [identities[0].recipient])
    let stanzas = try Header(reading: file).x25519Stanzas
    #expect(Set(stanzas.map(\.share)).count == 8 && Set(stanzas.map(\.body)).count == 8)
    #expect(stanzas.allSatisfy { $0.share.count == 32 && $0.body.count == 32 })
    // Honest points have their highest bit clear; random bytes would have it set half the time.
    #expect(stanzas.allSatisfy { ($0.share.last ?? 0xff) & 0x80 == 0 })
  }

  @Test func `nobody and too many are refused`() {
    #expect(throws: SealingError.noRecipients) { try AgeFile.seal([1], to: []) }
    for multiple in [1025, Int.max, Int.max - 1] {
      #expect(throws: SealingError.tooManyRecipients) {
        try AgeFile.seal([1], to: recipients, stanzas: multiple)
      }
    }
  }

  @Test func `sealing twice gives two different files of one size`() throws {
    let first = try AgeFile.seal([1, 2], to: recipients)
    let second = try AgeFile.seal([1, 2], to: Array(recipients.prefix(1)))
    #expect(first != second && first.count == second.count)
    #expect(SealedDigest.of(first) != SealedDigest.of(second))
  }

  @Test func `an opener opens files of other readers, places and identities in turn`() throws {
    var opener = Opener(with: [identities[2], identities[0]])
    for round in 0..<20 {
      let readers = recipients.shuffled().prefix(round % 3 + 1)
      let stranger = Identity().recipient
      let file = try AgeFile.seal([UInt8(round)], to: readers + [stranger], stanzas: round % 5)
      let isOurs = readers.contains(recipients[2]) || readers.contains(recipients[0])
      if isOurs {
        #expect(try opener.open(file) == [UInt8(round)])
      } else {
        #expect(throws: SealingError.notForTheseIdentities) { try opener.open(file) }
      }
    }
  }

  @Test func `many files are opened in their order, each with its own result`() throws {
    var files: [[UInt8]] = []
    for number in 0..<300 {
      let reader = number % 7 == 0 ? Identity().recipient : recipients[number % 3]
      files.append(try AgeFile.seal([UInt8(number % 256)], to: [reader], stanzas: 1))
    }
    files[270] = []
    var opener = Opener(with: identities)
    let results = files.map { file in
      Result { () throws(SealingError) in try opener.open(file) }
    }
    let expected: [Result<[UInt8], SealingError>] = files.indices.map { number in
      if number == 270 { return .failure(.damagedHeader(.incomplete)) }
      return number % 7 == 0
        ? .failure(.notForTheseIdentities) : .success([UInt8(number % 256)])
    }
    #expect(results == expected)
  }

  @Test func `the digest is the SHA-256 of the file`() {
    #expect(
      SealedDigest.of(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
