import Testing

@testable import Sealing
import Text

/// Random and randomly damaged input: an error or a value, never a crash.
@Suite struct HostileTests {
  private static let rounds = Environment.isLong ? 20_000 : 400

  /// Random bytes, or a right input with a few places changed, cut or doubled.
  private func input(_ right: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    guard Bool.random(using: &generator) else {
      return generator.bytes(Int.random(in: 0..<200, using: &generator))
    }
    var bytes = right
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = "\n -=A0>".utf8.randomElement(using: &generator) ?? 0
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
    }
    return bytes
  }

  private func each(
    _ right: [UInt8], _ seed: UInt64, _ body: ([UInt8]) throws(SealingError) -> Void
  ) -> Int {
    var generator = SeededGenerator(seed: seed)
    var accepted = 0
    for _ in 0..<Self.rounds {
      do {
        try body(input(right, &generator))
        accepted += 1
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
    return accepted
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a damaged file gives its content or an error`(seed: UInt64) throws {
    let identity = Identity()
    let file = try AgeFile.seal(Array("age".utf8), to: [identity.recipient], stanzas: 2)
    _ = each(file, seed) { bytes throws(SealingError) in
      let content = try AgeFile.open(bytes, with: [identity])
      #expect(bytes == file && content == Array("age".utf8))
    }
    _ = each(file, seed) { bytes throws(SealingError) in
      let streamed = stream(bytes, with: [identity], pieces: 50)
      if let fault = streamed.fault { throw fault }
      #expect(bytes == file)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `headers that are read are written the same`(seed: UInt64) throws {
    let made = HandMadeFile(identity: Identity())
    let long = ["-> grease a b", String(repeating: "A", count: 64), ""]
    let file = try made.file(made.stanza() + long)
    let accepted = each(file, seed) { bytes throws(SealingError) in
      let header = try Header(reading: bytes)
      var written = Header.firstLine
      for stanza in header.stanzas { stanza.write(into: &written) }
      written += Header.endMark
      #expect(written == Array(header.authenticated))
    }
    #expect(accepted > 0)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `texts of keys, armour and identity files are read or refused`(seed: UInt64) throws {
    let secret = Array(KeyTests.secret.utf8)
    _ = each(secret, seed) { bytes throws(SealingError) in
      let identity = try Identity(reading: String(decoding: bytes, as: UTF8.self))
      #expect(Array(identity.secretText.utf8) == bytes)
    }
    _ = each(Array(KeyTests.recipient.utf8), seed) { bytes throws(SealingError) in
      let recipient = try Recipient(reading: String(decoding: bytes, as: UTF8.self))
      #expect(Array(recipient.text.utf8) == bytes)
    }
    _ = each(Array("# a\n".utf8) + secret + [0x0A], seed) { bytes throws(SealingError) in
      #expect(!(try IdentityFile(reading: bytes).identities.isEmpty))
    }
    _ = each(Armour.encode(Array(0..<120)), seed) { bytes throws(SealingError) in
      _ = try Armour.decode(bytes)
    }
    _ = each(secret, seed) { bytes throws(SealingError) in
      _ = try IdentityFile.unwrap(bytes, passphrase: "x")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `entries that are read are written the same`(seed: UInt64) throws {
    let entry = try SealedEntry(
      entry: SealedEntry.makeID(), case: "2611-7KQ4-M2XC", kind: "note", payload: [1, 2, 3])
    _ = each(entry.plaintext, seed) { bytes throws(SealingError) in
      #expect(try SealedEntry(reading: bytes).plaintext == bytes)
    }
  }
}
