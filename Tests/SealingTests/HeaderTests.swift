import Testing

@testable import Sealing

/// The rules of the header, each with a file that breaks it and is right in everything else.
@Suite struct HeaderTests {
  private let identity = Identity()
  private var made: HandMadeFile { HandMadeFile(identity: identity) }

  private func fault(of file: [UInt8]) -> SealingError? {
    let inMemory = SealingTests.fault { () throws(SealingError) in
      _ = try AgeFile.open(file, with: [identity])
    }
    for pieces in [1, 7, 1000] {
      let streamed = stream(file, with: [identity], pieces: pieces)
      #expect(streamed.fault == inMemory)
    }
    return inMemory
  }

  @Test func `a file written by hand is right`() throws {
    let made = made
    #expect(try fault(of: made.file(made.stanza())) == nil)
  }

  @Test func `unknown stanzas are passed over`() throws {
    let made = made
    let symbols = String(String.UnicodeScalarView((33...126).compactMap(Unicode.Scalar.init)))
    let grease = [
      ["-> grease", ""], ["-> \(symbols) \(symbols)", "AA"],
      ["-> a b c d", String(repeating: "A", count: 64), ""],
      ["-> x25519 TEiF0ypqr", "AAAA"], ["-> mlkem768x25519 AAAA", "AAAA"], ["-> SCRYPT a 5", ""],
    ]
    let lines = try grease.flatMap(\.self) + made.stanza() + grease.flatMap(\.self)
    #expect(try fault(of: made.file(lines)) == nil)
  }

  @Test func `a file for others is not opened`() throws {
    let made = made
    let lines = try made.stanza(to: Identity().recipient) + ["-> grease", ""]
    #expect(try fault(of: made.file(lines)) == .notForTheseIdentities)
    let file = try made.file(made.stanza())
    #expect(
      SealingTests.fault { () throws(SealingError) in _ = try AgeFile.open(file, with: []) }
        == .notForTheseIdentities)
  }

  @Test(arguments: [
    "age-encryption.org/v2", "age-encryption.org/v1 ", "age-encryption.org/v1\r",
    "age-encryption.org/v1\n", " age-encryption.org/v1", "AGE-encryption.org/v1", "",
  ])
  func `the first line is fixed`(line: String) throws {
    let made = made
    let found = try fault(of: made.file(made.stanza(), first: line))
    #expect(found == .damagedHeader(.firstLine) || found == .damagedHeader(.stanza))
  }

  /// Lines that stand after a right stanza.
  @Test(arguments: [
    ["->"], ["-> "], ["-> ", ""], ["->a", ""], ["->  a", ""], ["-> a ", ""], ["-> a  b", ""],
    ["-> é", ""], ["-> a\tb", ""], ["-> a\r", ""], ["--> a", ""], [""], ["a"],
    ["-> a"], ["-> a", "AA=="], ["-> a", "A"], ["-> a", "AB"], ["-> a", "A A"], ["-> a", "AA\r"],
    ["-> a", "AAAA", "AAAA"], ["-> a", String(repeating: "A", count: 64)],
    ["-> a", String(repeating: "A", count: 65), ""],
    ["-> a", String(repeating: "A", count: 68), ""],
    ["-> a", "AAA-"], ["-> a", "AA", ""],
  ])
  func `a malformed stanza spoils the file`(lines: [String]) throws {
    let made = made
    guard case .damagedHeader = try fault(of: made.file(made.stanza() + lines)) else {
      Issue.record("accepted")
      return
    }
  }

  @Test func `a header without stanzas is refused`() throws {
    #expect(try fault(of: made.file([])) == .damagedHeader(.stanza))
  }

  @Test(arguments: ["", " ", "AA", "A", "AAAA AAAA"])
  func `an X25519 stanza has one share of 32 bytes`(share: String) throws {
    let made = made
    let body = try made.stanza()[1]
    #expect(try fault(of: made.file(["-> X25519 \(share)", body])) != nil)
    #expect(
      try fault(of: made.file(try made.stanza() + ["-> X25519 AAAA", body]))
        == .damagedHeader(.x25519))
  }

  @Test func `a share has one text and nothing after it`() throws {
    let made = made
    let right = try made.stanza()
    let symbols = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let last = try #require(right[0].last.flatMap(symbols.firstIndex(of:)))
    let lines = [right[0].dropLast() + String(symbols[last + 1]), right[0] + " a", right[0] + "="]
    for line in lines {
      #expect(try fault(of: made.file([String(line), right[1]])) == .damagedHeader(.x25519))
    }
  }

  @Test(arguments: [0, 1, 31, 33, 48, 64])
  func `a body of another length is not even tried`(count: Int) throws {
    let made = made
    let share = Array(try made.stanza()[0].dropFirst("-> X25519 ".count).utf8)
    let stanza = Stanza(
      arguments: [X25519Stanza.kind[...], share[...]], body: SecureRandom.bytes(count))
    #expect(
      try fault(of: made.file(made.lines(stanza) + (count % 48 == 0 ? [""] : [])))
        == .damagedHeader(.x25519))
  }

  @Test func `a low-order share is refused even beside a right stanza`() throws {
    let made = made
    let zero = String(repeating: "A", count: 43)
    let body = try made.stanza()[1]
    let lines = try made.stanza() + ["-> X25519 \(zero)", body]
    #expect(try fault(of: made.file(lines)) == .damagedHeader(.x25519))
  }

  @Test func `a passphrase stanza stands alone`() throws {
    let made = made
    let scrypt = made.lines(try ScryptStanza(made.fileKey, passphrase: "x", workFactor: 2).stanza)
    for lines in [try made.stanza() + scrypt, scrypt + (try made.stanza()), scrypt + scrypt] {
      let file = try made.file(lines)
      #expect(fault(of: file) == .damagedHeader(.scrypt))
      #expect(throws: SealingError.damagedHeader(.scrypt)) {
        try AgeFile.open(file, passphrase: "x")
      }
    }
    let alone = try made.file(scrypt)
    #expect(try AgeFile.open(alone, passphrase: "x") == Array("age".utf8))
  }

  @Test(arguments: [
    "0", "00", "02", "+2", "-2", "2 ", "0x2", "2a", "a", "", "1e1", "²", "23", "64",
    "99999999999999999999",
  ])
  func `a work factor is a plain decimal number up to 22`(factor: String) throws {
    let made = made
    let right = made.lines(try ScryptStanza(made.fileKey, passphrase: "x", workFactor: 2).stanza)
    let file = try made.file([right[0].dropLast() + factor, right[1]])
    let found = SealingTests.fault { () throws(SealingError) in
      _ = try AgeFile.open(file, passphrase: "x")
    }
    let isLarge = ["23", "64", "99999999999999999999"].contains(factor)
    #expect(isLarge ? found == .workFactor : found != nil && found != .wrongPassphrase)
  }

  @Test(arguments: ["AAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAAAAA", ""])
  func `a passphrase salt has 16 bytes`(salt: String) throws {
    let made = made
    let body = made.lines(try ScryptStanza(made.fileKey, passphrase: "x", workFactor: 2).stanza)[1]
    let file = try made.file(["-> scrypt \(salt) 2", body])
    #expect(
      SealingTests.fault { () throws(SealingError) in
        _ = try AgeFile.open(file, passphrase: "x")
      } != nil)
  }

  @Test func `the authentication code must match and be canonical`() throws {
    let made = made
    let file = try made.file(made.stanza())
    let header = try Header(reading: file)
    var other = file
    other.replaceSubrange(
      (header.end - 44)..<(header.end - 1), with: repeatElement(UInt8(ascii: "A"), count: 43))
    #expect(fault(of: other) == .headerMAC)
    other[header.end - 2] = UInt8(ascii: "B")
    #expect(fault(of: other) == .damagedHeader(.endLine))
    for extra in ["=", " ", "\r", "A"] {
      var longer = file
      longer.insert(contentsOf: extra.utf8, at: header.end - 1)
      #expect(fault(of: longer) == .damagedHeader(.endLine))
    }
    var shorter = file
    shorter.remove(at: header.end - 2)
    #expect(fault(of: shorter) == .damagedHeader(.endLine))
  }

  @Test func `a large hostile header is refused before it is held`() throws {
    let made = made
    let first = Array("age-encryption.org/v1\n".utf8)
    let line = first + [UInt8](repeating: UInt8(ascii: "a"), count: Header.maximumSize)
    #expect(fault(of: line) == .damagedHeader(.tooLarge))
    let stanzas = Array(repeating: ["-> a", ""], count: Header.maximumStanzas + 1).flatMap(\.self)
    #expect(try fault(of: made.file(stanzas)) == .damagedHeader(.tooLarge))
    var reader = AgeReader(with: [identity])
    var content: [UInt8] = []
    #expect(throws: SealingError.damagedHeader(.tooLarge)) { try reader.read(line, into: &content) }
    reader = AgeReader(with: [identity])
    #expect(throws: SealingError.damagedHeader(.firstLine)) {
      try reader.read([UInt8](repeating: 0, count: 22), into: &content)
    }
  }
}
