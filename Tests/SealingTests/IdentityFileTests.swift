import Testing

@testable import Sealing

@Suite struct IdentityFileTests {
  static let secret = KeyTests.secret

  private func read(_ text: String) throws(SealingError) -> IdentityFile {
    try IdentityFile(reading: Array(text.utf8))
  }

  @Test func `comments, empty lines and several identities are read`() throws {
    let other = Identity()
    let text = "# created: today\n\n#\n\(Self.secret)\r\n\n\(other.secretText)"
    let file = try read(text)
    #expect(file.identities.map(\.recipient.text) == [KeyTests.recipient, other.recipient.text])
  }

  @Test func `what is written is what age-keygen writes`() throws {
    let identity = try Identity(reading: Self.secret)
    let text = IdentityFile.text(of: identity, created: "2026-11-21T08:00:00+03:00")
    #expect(
      text == """
        # created: 2026-11-21T08:00:00+03:00
        # public key: \(KeyTests.recipient)
        \(Self.secret)

        """)
    #expect(try read(text).identities.map(\.secretText) == [Self.secret])
  }

  @Test func `a date cannot bring in a line of its own`() throws {
    let text = IdentityFile.text(of: Identity(), created: "x\n\(Self.secret)\r\n")
    #expect(try read(text).identities.count == 1)
  }

  @Test(arguments: [
    ("\(secret)\n\(secret.dropLast())\n", 2), (" \(secret)", 1), ("# a\n\n\(secret) \n", 3),
    ("\(secret)\n\u{0}\n", 2), ("\(secret)\(secret)", 1), ("\(KeyTests.recipient)\n", 1),
    ("\n\n\n\(secret.lowercased())", 4),
  ])
  func `a wrong line is named by its number and not quoted`(text: String, line: Int) throws {
    let error = SealingError.identityFile(line: line, .notAnIdentity)
    #expect(throws: error) { try read(text) }
    #expect(!error.message.uppercased().contains("SECRET-KEY"))
    #expect(error.message.contains("line \(line) "))
  }

  @Test func `an identity of another kind is named`() {
    let hybrid = Bech32.encode(
      prefix: "age-secret-key-pq-", [UInt8](repeating: 1, count: 32)
    ).uppercased()
    #expect(throws: SealingError.identityFile(line: 2, .unsupported(.hybrid))) {
      try read("#\n\(hybrid)\n")
    }
  }

  @Test(arguments: ["", "\n", "# nothing\n"])
  func `a file without an identity is refused`(text: String) {
    #expect(throws: SealingError.noIdentity) { try read(text) }
  }

  @Test func `a passphrase wraps a file and opens it again`() throws {
    let text = IdentityFile.text(of: Identity(), created: "now")
    let wrapped = try IdentityFile.wrap(text, passphrase: "wadi zaytun ظل", workFactor: 4)
    #expect(IdentityFile.isWrapped(wrapped))
    #expect(!IdentityFile.isWrapped(Array(text.utf8)))
    #expect(try IdentityFile.unwrap(wrapped, passphrase: "wadi zaytun ظل") == Array(text.utf8))
    let binary = try Armour.decode(wrapped)
    #expect(IdentityFile.isWrapped(binary))
    #expect(try IdentityFile.unwrap(binary, passphrase: "wadi zaytun ظل") == Array(text.utf8))
    for wrong in ["wadi zaytun", "wadi zaytun ظل "] {
      #expect(throws: SealingError.wrongPassphrase) {
        try IdentityFile.unwrap(wrapped, passphrase: wrong)
      }
    }
    #expect(throws: SealingError.emptyPassphrase) {
      try IdentityFile.unwrap(wrapped, passphrase: "")
    }
  }

  @Test func `an empty passphrase and senseless work factors are refused`() {
    #expect(throws: SealingError.emptyPassphrase) { try IdentityFile.wrap("x", passphrase: "") }
    for factor in [-1, 0, 23, 64, Int.max] {
      #expect(throws: SealingError.workFactor) {
        try IdentityFile.wrap("x", passphrase: "y", workFactor: factor)
      }
    }
  }

  @Test func `keys and passphrases are not mistaken for each other`() throws {
    let identity = Identity()
    let forKey = try AgeFile.seal([1], to: [identity.recipient])
    let forPassphrase = try AgeFile.seal([1], passphrase: "x", workFactor: 2)
    #expect(throws: SealingError.notSealedWithPassphrase) {
      try AgeFile.open(forKey, passphrase: "x")
    }
    #expect(throws: SealingError.sealedWithPassphrase) {
      try AgeFile.open(forPassphrase, with: [identity])
    }
  }

  @Test func `a passphrase opens a stream too`() throws {
    let file = try AgeFile.seal([1, 2, 3], passphrase: "x", workFactor: 2)
    var reader = AgeReader(passphrase: "x")
    var content: [UInt8] = []
    try reader.read(file, into: &content)
    try reader.finish(into: &content)
    #expect(content == [1, 2, 3])
  }
}
