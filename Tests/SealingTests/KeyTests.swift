import Testing

@testable import Sealing

@Suite struct KeyTests {
  /// The pair that the specification of age prints.
  static let secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  static let recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

  @Test func `an identity gives the recipient of the specification`() throws {
    let identity = try Identity(reading: Self.secret)
    #expect(identity.recipient.text == Self.recipient)
    #expect(identity.secretText == Self.secret)
    #expect(try Recipient(reading: Self.recipient) == identity.recipient)
  }

  @Test func `a new identity reads back, and no two are alike`() throws {
    let (first, second) = (Identity(), Identity())
    #expect(try Identity(reading: first.secretText).recipient == first.recipient)
    #expect(first.recipient != second.recipient)
  }

  @Test func `printing an identity shows its recipient only`() throws {
    let identity = try Identity(reading: Self.secret)
    var dumped = ""
    dump(identity, to: &dumped)
    let file = try IdentityFile(reading: Array(Self.secret.utf8))
    for text in [
      "\(identity)", String(reflecting: identity), "\([identity])", "\(Optional(identity) as Any)",
      dumped, "\(file)", "\(AgeReader(with: [identity]))", "\(Opener(with: [identity]))",
    ] {
      #expect(!text.uppercased().contains("SECRET"))
      #expect(text.contains(Self.recipient))
    }
  }

  @Test func `a reader with a passphrase does not print it`() {
    let reader = AgeReader(passphrase: "correct horse")
    var dumped = ""
    dump(reader, to: &dumped)
    #expect(!"\(reader)\(String(reflecting: reader))\(dumped)".contains("correct horse"))
  }

  @Test(arguments: [
    "", "age1", recipient.uppercased(), recipient + "q", String(recipient.dropLast()),
    recipient + "\n", " " + recipient, secret, "age1QQQ", "Age1zvkyg2l",
    Bech32.encode(prefix: "age", [UInt8](repeating: 9, count: 31)),
    Bech32.encode(prefix: "age", [UInt8](repeating: 9, count: 33)),
    Bech32.encode(prefix: "bge", [UInt8](repeating: 9, count: 32)),
    Bech32.encode(prefix: "age", [UInt8](repeating: 0, count: 32)),
  ])
  func `a wrong recipient is refused`(text: String) {
    #expect(throws: SealingError.recipientText) { try Recipient(reading: text) }
  }

  @Test func `points with which nothing can be sealed are no recipients`() {
    let point: [UInt8] = [
      0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
      0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
      0x11, 0xd7,
    ]
    let text = Bech32.encode(prefix: "age", point)
    #expect(throws: SealingError.recipientText) { try Recipient(reading: text) }
  }

  @Test(arguments: [
    (Bech32.encode(prefix: "age1pq", [1, 2, 3]), SealingError.KeyKind.hybrid),
    (Bech32.encode(prefix: "age1tagpq", [1, 2, 3]), .hybrid),
    (Bech32.encode(prefix: "age1tag", [1, 2, 3]), .plugin),
    (Bech32.encode(prefix: "age1yubikey", [1, 2, 3]), .plugin),
    ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA", .ssh), ("ssh-rsa AAAA", .ssh),
  ])
  func `recipients of other kinds are named`(text: String, kind: SealingError.KeyKind) {
    #expect(throws: SealingError.unsupported(kind)) { try Recipient(reading: text) }
  }

  @Test(arguments: [
    "", secret.lowercased(), recipient, String(secret.dropLast()), secret + " ",
    Bech32.encode(prefix: "age-secret-key-", [1, 2, 3]).uppercased(),
  ])
  func `a wrong identity is refused`(text: String) {
    #expect(throws: SealingError.identityText) { try Identity(reading: text) }
  }

  @Test(arguments: [
    (
      Bech32.encode(prefix: "age-secret-key-pq-", [UInt8](repeating: 1, count: 32)).uppercased(),
      SealingError.KeyKind.hybrid
    ),
    (Bech32.encode(prefix: "age-plugin-yubikey-", [1, 2]).uppercased(), .plugin),
  ])
  func `identities of other kinds are named`(text: String, kind: SealingError.KeyKind) {
    #expect(throws: SealingError.unsupported(kind)) { try Identity(reading: text) }
  }

  @Test func `each low-order point gives a zero secret, other points do not`() throws {
    let stanza = X25519Stanza.dummy()
    #expect(!LowOrderPoint.contains(stanza.share))
    #expect(!LowOrderPoint.contains([]))
    for first: UInt8 in [0, 1, 0xec, 0xed, 0xee] {
      let high = first > 1
      let point = [first] + [UInt8](repeating: high ? 0xff : 0, count: 30)
      for last: UInt8 in high ? [0x7f, 0xff] : [0, 0x80] {
        #expect(LowOrderPoint.contains(point + [last]))
      }
      #expect(!LowOrderPoint.contains(point + [0x40]))
    }
  }
}
