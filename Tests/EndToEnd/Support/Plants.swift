import Foundation
import Text

/// Made-up names, numbers and phrases that stand nowhere by chance, always the same ones.
struct Plants {
  /// All of them, in the order in which they were made.
  private(set) var all: [String] = []
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A name of two words: Latin, Arabic or Cyrillic.
  mutating func name() -> String {
    let letters = ["abdefghiklmnoprstuvz", "ابتجحدرسشعفقكلمنهوي", "абвгдежзиклмнопрст"]
    let script = Array(letters[number(below: 3)])
    let made = (0..<2).map { _ in
      String((0..<7).map { _ in script[number(below: script.count)] }).capitalized
    }
    return take(made.joined(separator: " "))
  }

  /// A telephone number of ten digits that begins with 09.
  mutating func phone() -> String {
    take("09" + (0..<8).map { _ in String(number(below: 10)) }.joined())
  }

  /// Three words that nobody says.
  mutating func phrase() -> String {
    let letters = Array("bcdfghjklmnpqrstvwxz"), vowels = Array("aeiou")
    let made = (0..<3).map { _ in
      (0..<4).map { _ in
        String(letters[number(below: letters.count)]) + String(vowels[number(below: 5)])
      }.joined()
    }
    return take(made.joined(separator: " "))
  }

  private mutating func take(_ plant: String) -> String {
    all.append(plant)
    return plant
  }

  private mutating func number(below limit: Int) -> Int {
    generator.number(in: 0...limit - 1)
  }
}

/// Looks for words in whatever lies in a folder, inside of git's stores too.
struct WordScan {
  private let patterns: String
  private let scratch: TemporaryRegister

  /// Takes the words; looks for each as it is, and in base64 and hexadecimal digits.
  init(_ words: [String]) throws {
    scratch = try TemporaryRegister(empty: ())
    patterns = scratch.folder + "/patterns"
    let lines = words.flatMap(Self.forms)
    try Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(fileURLWithPath: patterns))
  }

  /// The forms of a word; letters of ASCII are compared without regard to case.
  static func forms(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    let encoded = (0..<3).map { offset in
      // What stands before and after is not known: only whole groups of it count.
      let text = Data(Array(repeating: 0x20, count: offset) + bytes).base64EncodedString()
      let first = offset == 0 ? 0 : 4
      return String(text.dropFirst(first).prefix((bytes.count + offset) / 3 * 4 - first))
    }
    let digits = bytes.map { String(format: "%02x", $0) }.joined()
    return [word, word.lowercased(), word.replacing(" ", with: "_"), digits] + encoded
  }

  /// What was found in the files of a folder, and in the objects of every git store in it, packed or
  /// loose, reachable or not; each form once.
  func found(in folder: String) throws -> Set<String> {
    let script = """
      grep -raohiFf '\(patterns)' . > '\(patterns).found'
      find . -name objects -type d | while read -r store; do
        git --git-dir "${store%/objects}" cat-file --batch-all-objects --unordered --batch \
          | grep -aoiFf '\(patterns)'
      done >> '\(patterns).found'
      find . -name objects -type d | wc -l
      cat '\(patterns).found'
      """
    var environment = Binary.environment(home: scratch.home)
    environment["LC_ALL"] = "C"
    let result = try Execution.run(
      "/bin/sh", ["-c", script], in: folder, environment: environment,
      scratch: scratch.home + "/tmp")
    return Set(result.lines.dropFirst())
  }
}
