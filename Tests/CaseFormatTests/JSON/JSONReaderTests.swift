import CaseFormat
import Diagnostics
import TestSupport
import Testing
import Text

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(Diagnostic) -> [String: JSONValue] {
    try JSONReader.object(ArraySlice(text.utf8), path: "a.md", line: 7)
  }

  /// A random value that is at most some levels deep.
  private func value(_ depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .text(RandomText.lines.randomElement(using: &random) ?? "")
    case 1:
      let scalars = (0..<4).map { _ in UInt32.random(in: 0...0x10FFFF, using: &random) }
      return .text(String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init))))
    case 2: return .integer(Int.random(in: Int.min...Int.max, using: &random))
    case 3: return .boolean(Bool.random(using: &random))
    case 4:
      let count = Int.random(in: 0...3, using: &random)
      return .list((0..<count).map { _ in value(depth - 1, &random) })
    default:
      var fields: [String: JSONValue] = [:]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        fields[RandomText.word(using: &random)] = value(depth - 1, &random)
      }
      return .object(fields)
    }
  }

  @Test(arguments: Seeds.first(10))
  func `a value reads back from its canonical form`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let fields = ["key": value(4, &random), "k2": value(2, &random)]
      let text = JSONValue.object(fields).canonical
      let back = try read(text)
      #expect(back == fields, "\(text)")
      #expect(JSONValue.object(back).canonical.utf8.elementsEqual(text.utf8))
    }
  }

  @Test(arguments: [
    (#"{"a":"\u0041\/\b\f\n\r\t\"\\"}"#, JSONValue.text("A/\u{8}\u{C}\n\r\t\"\\")),
    (#"{"a":"شكوى \u00e9"}"#, .text("شكوى é")), (#" { "a" : -12 } "#, .integer(-12)),
    (#"{"a":9223372036854775807}"#, .integer(.max)),
    (#"{"a":-9223372036854775808}"#, .integer(.min)),
    (#"{"a":[]}"#, .list([])), (#"{"a":{}}"#, .object([:])),
    (#"{"a":[true,false]}"#, .list([.boolean(true), .boolean(false)])),
    (#"{"a":0}"#, .integer(0)),
    (#"{"a":[[[[[[1]]]]]]}"#, .list([.list([.list([.list([.list([.list([.integer(1)])])])])])])),
  ])
  func `what is JSON is read`(text: String, value: JSONValue) throws {
    #expect(try read(text) == ["a": value])
  }

  @Test(arguments: [
    ("", 1), ("[]", 3), ("7", 2), ("{", 2), (#"{"a"}"#, 5), (#"{"a":}"#, 6), (#"{"a":1"#, 7),
    (#"{"a":1,}"#, 8), (#"{"a":1}x"#, 8), (#"{"a":1}{}"#, 8), (#"{a:1}"#, 2), (#"{'a':1}"#, 2),
    (#"{"a":null}"#, 6), (#"{"a":1.5}"#, 7), (#"{"a":1e5}"#, 7), (#"{"a":1E5}"#, 7),
    (#"{"a":01}"#, 6),
    (#"{"a":-0}"#, 6), (#"{"a":-}"#, 6), (#"{"a":+1}"#, 6), (#"{"a":.5}"#, 6), (#"{"a":0x1}"#, 7),
    (#"{"a":9223372036854775808}"#, 6), (#"{"a":-9223372036854775809}"#, 6), (#"{"a":NaN}"#, 6),
    (#"{"a":tru}"#, 9), (#"{"a":"b}"#, 9), (#"{"a":"\q"}"#, 8), (#"{"a":"\u12"}"#, 9),
    (#"{"a":"\ud800"}"#, 9), (#"{"a":"\ud83d\ude00"}"#, 9), ("{\"a\":\"\u{1}\"}", 7),
    ("{\"a\":\"\n\"}", 7),
    (#"{"a":1,"a":2}"#, 8), (#"{"é":1,"é":2}"#, 8), ("{\"é\":1,\"e\u{301}\":2}", 8),
    (#"{"ش":1,"a":[{"b":1,"b":1}]}"#, 20), (#"{"a":[1 2]}"#, 9), (#"{"a":[1,]}"#, 9),
    ("{\"a\":1\r}", 7),
    (#"{"a":[[[[[[[[1]]]]]]]]}"#, 13), ("\u{FEFF}{}", 1), (#"{"a":٣}"#, 6), (#"{"a":"\u+041"}"#, 9),
  ])
  func `what is no JSON of ours is refused with its place`(text: String, column: Int) {
    let finding = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(finding?.rule == "event.json")
    #expect(finding?.location == SourceLocation(path: "a.md", line: 7, column: column))
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
    let line = Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)
    #expect(throws: Diagnostic.self) { try JSONReader.object(line[...], path: "a.md", line: 1) }
  }

  @Test func `depth and length exhaust no stack`() {
    for open in ["[", "{\"a\":", "\"", "{\"a\":[", "\\u", "9"] {
      let text = "{\"a\":" + String(repeating: open, count: 50_000)
      #expect(throws: Diagnostic.self) { try read(text) }
    }
  }

  @Test(arguments: Seeds.first(5))
  func `random bytes are read or refused, never a crash`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("{}[]\":,\\u0123456789abcdef-+.eE truefalsn\u{E9}\t".utf8) + [0xFF, 0x00]
    for _ in 0..<2_000 {
      let length = Int.random(in: 0..<24, using: &random)
      let bytes =
        [UInt8(ascii: "{")] + (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      do {
        let fields = try JSONReader.object(bytes[...], path: "a.md", line: 1)
        #expect(!JSONValue.object(fields).canonical.isEmpty)
      } catch {
        #expect((error.location?.column ?? 0) >= 1)
      }
    }
  }
}
