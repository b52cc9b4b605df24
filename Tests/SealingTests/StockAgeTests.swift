import Testing

@testable import Sealing
import Text

/// The age program opens what is sealed here, and the reverse.
@Suite(.enabled(if: Environment.hasAge, "age and age-keygen are not installed"))
struct StockAgeTests {
  private let folder: TemporaryFolder
  private let identity = Identity()
  private var keyFile: String { folder.path + "/key" }

  init() throws {
    folder = try TemporaryFolder()
    try writeFile(keyFile, Array(IdentityFile.text(of: identity, created: "now").utf8))
  }

  private static let sizes = [0, 1, 2048, 65_535, 65_536, 65_537, 131_072, 300_000]

  @Test(arguments: sizes)
  func `age opens what is sealed here`(size: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let content = generator.bytes(size)
    let readers = [Identity().recipient, identity.recipient, Identity().recipient]
    let file = try AgeFile.seal(content, to: readers)
    let age = ["/usr/bin/age", "-d", "-i", keyFile]
    #expect(try Program.run(age, input: file) == content)
    #expect(try Program.run(age, input: Armour.encode(file)) == content)
  }

  @Test(arguments: sizes)
  func `what age sealed is opened here`(size: Int) throws {
    var generator = SeededGenerator(seed: 4)
    let content = generator.bytes(size)
    let age = [
      "/usr/bin/age", "-r", Identity().recipient.text, "-r", identity.recipient.text,
    ]
    let file = try Program.run(age, input: content)
    #expect(try AgeFile.open(file, with: [identity]) == content)
    let streamed = stream(file, with: [identity], pieces: 10_000)
    #expect(streamed.fault == nil && streamed.content == content)
    let armoured = try Program.run(age + ["-a"], input: content)
    #expect(try AgeFile.open(Armour.decode(armoured), with: [identity]) == content)
  }

  @Test func `age-keygen reads the keys made here, and the reverse`() throws {
    for _ in 0..<20 {
      let identity = Identity()
      let text = IdentityFile.text(of: identity, created: "now")
      let recipient = try Program.run(["/usr/bin/age-keygen", "-y"], input: Array(text.utf8))
      #expect(recipient == Array((identity.recipient.text + "\n").utf8))
      let made = try Program.run(["/usr/bin/age-keygen"])
      let read = try IdentityFile(reading: made).identities
      let line = String(decoding: made, as: UTF8.self).split(separator: "\n")[1]
      #expect(read.map { "# public key: \($0.recipient.text)" } == [String(line)])
    }
  }

  @Test func `a sealed entry is words for a person with age`() throws {
    let entry = try SealedEntry(
      entry: SealedEntry.makeID(), case: "2611-7KQ4-M2XC", kind: "note",
      payload: Array("Told.\n".utf8))
    let file = try AgeFile.seal(entry.plaintext, to: [identity.recipient])
    let opened = try Program.run(["/usr/bin/age", "-d", "-i", keyFile], input: file)
    #expect(try SealedEntry(reading: opened) == entry)
  }
}
