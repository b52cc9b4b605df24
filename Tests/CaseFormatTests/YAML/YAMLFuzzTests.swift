import Diagnostics
import Testing

@testable import CaseFormat
import Text

@Suite struct YAMLFuzzTests {
  private static let samples = [
    "case: 2611-7KQ4-M2XC\nthemes: [selection]\nwho: {sex: female, age: 18-59}\nname: \"دفتر\\n\"\n",
    "members:\n  - id: omar\n    roles: [a, b]\n  - id: rana\ntext: |\n  long\n  lines\nx: >-\n  y\n",
    "# c\n---\na: {b: {c: [d, 'e ''f''']}}\n? k\n: v\n...\n",
    "%YAML 1.1\n---\n&a b: *a\n!!str c: d\n",
  ]

  /// Parses with both readers; a refusal must say where.
  private func check(_ bytes: [UInt8]) {
    do {
      let node = try YAMLNode.parse(bytes, path: "f")
      #expect(node.line != nil)
    } catch {
      #expect(error.location?.line != nil && error.location?.column != nil, "\(error)")
    }
    do {
      try FrontMatterScanner.scan(bytes.span, path: "f") { (field) throws(Diagnostic) in
        #expect(field.line > 0 && !field.key.isEmpty)
      }
    } catch {
      #expect(error.location?.line != nil && error.location?.column != nil, "\(error)")
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `random bytes give a node or a located finding`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("ab:- \n\t#'\"[]{},&*!|>%@`?\\~=<0\r\u{E9}\u{645}\u{200F}".utf8)
    for round in 0..<3000 {
      let length = Int.random(in: 0..<64, using: &random)
      check(
        (0..<length).map { _ in
          round.isMultiple(of: 3)
            ? UInt8.random(in: 0...255, using: &random)
            : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
    }
  }

  @Test(arguments: samples)
  func `mutations of documents give a node or a located finding`(sample: String) {
    var random = SeededGenerator(seed: UInt64(sample.utf8.count))
    for _ in 0..<3000 {
      var bytes = Array(sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...127, using: &random)
        case 1: bytes.insert(contentsOf: bytes[place...].prefix(5), at: 0)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        default: bytes.insert(UInt8(ascii: "\n"), at: place)
        }
        if bytes.isEmpty { break }
      }
      check(bytes)
    }
  }

  @Test func `every prefix of a document gives a node or a located finding`() {
    for sample in Self.samples {
      for length in 0...sample.utf8.count { check(Array(sample.utf8.prefix(length))) }
    }
  }

  @Test func `quoted texts come back as they were written`() throws {
    var random = SeededGenerator(seed: 7)
    let letters = Array("ab '\"\\:#-[]{},دё \u{200C}\n\t".unicodeScalars)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        text.append(letters[Int.random(in: 0..<letters.count, using: &random)])
      }
      let escaped = text.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        default: String(scalar)
        }
      }.joined()
      let node = try YAMLNode.parse(Array("k: \"\(escaped)\"".utf8), path: "f")
      #expect(node.text("k")?.unicodeScalars.elementsEqual(text) == true)
    }
  }
}
