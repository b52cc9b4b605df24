import Testing

@testable import Sealing
import Text

@Suite struct ArmourTests {
  private static let begin = "-----BEGIN AGE ENCRYPTED FILE-----\n"
  private static let end = "-----END AGE ENCRYPTED FILE-----\n"
  private static let full = String(repeating: "A", count: 64) + "\n"

  private func decode(_ text: String) throws(SealingError) -> [UInt8] {
    try Armour.decode(Array(text.utf8))
  }

  @Test func `every length goes through the text form`() throws {
    var generator = SeededGenerator(seed: 7)
    for count in 0..<200 {
      let file = generator.bytes(count)
      let text = Armour.encode(file)
      #expect(Armour.isArmoured(text))
      #expect(try Armour.decode(text) == file)
      #expect(text.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 64 })
    }
  }

  @Test(arguments: [
    begin + full + end, begin + full + "AA==\n" + end, begin + "AAA=\n" + end.dropLast(),
    "\n\r   \t\n" + begin + full + end + "\n\r   \t\n", begin + end,
    "\(begin)\(full)\(end)".split(separator: "\n").map { $0 + "\r\n" }.joined(),
  ])
  func `white space around and both line ends are accepted`(text: String) throws {
    _ = try decode(text)
  }

  @Test(
    arguments: [
      ("", SealingError.ArmourFault.firstLine), (" \n", .firstLine), (full, .firstLine),
      ("x" + begin + full + end, .firstLine), (begin.lowercased() + full + end, .firstLine),
      (begin.dropLast() + " \n" + full + end, .firstLine),
      ("-----BEGIN PGP MESSAGE-----\n" + full + end, .firstLine),
      (begin, .lastLine), (begin + full, .lastLine), (begin + full + end.lowercased(), .lastLine),
      (begin + full + end + "x", .lastLine), (begin + full + " " + end, .base64),
      (begin + full + end + begin + full + end, .lastLine),
      (begin + "\n" + full + end, .lineLength), (begin + full + "\n" + end, .lineLength),
      (begin + "A: b\n\n" + full + end, .base64), (begin + "AAAA\n" + full + end, .lineLength),
      (begin + full.dropLast() + "A\n" + end, .lineLength),
      (begin + full.dropLast() + " \n" + full + end, .lineLength),
      (begin + "AA\n" + end, .base64), (begin + "AA=\n" + end, .base64),
      (begin + "A===\n" + end, .base64), (begin + "====\n" + end, .base64),
      (begin + "AB==\n" + end, .base64), (begin + "AA =\n" + end, .base64),
      (begin + "AA-A\n" + end, .base64), (begin + "AAAA\n=aaaa\n" + end, .lineLength),
      (begin + String(repeating: "A", count: 62) + "==\n" + full + end, .lineLength),
      (begin + "AA==AAA=\n" + end, .base64), (begin + "AAA\u{0}\n" + end, .base64),
    ] as [(String, SealingError.ArmourFault)])
  func `everything else is refused`(text: String, fault: SealingError.ArmourFault) {
    #expect(throws: SealingError.armour(fault)) { try decode(text) }
  }

  @Test func `no two texts without white space around give one file`() throws {
    let text = Armour.encode(Array(0..<100))
    for index in text.indices {
      for other in "\n\r =Ab".utf8 where other != text[index] {
        var changed = text
        changed[index] = other
        if let file = try? Armour.decode(changed), index < text.count - 1 {
          #expect(file != Array(0..<100))
        }
      }
    }
  }
}
