import CaseFormat
import Testing

/// What is said of two versions of a configuration file.
@Suite struct ConfigurationDifferenceTests {
  private func said(_ old: String, _ new: String, besides told: [String] = []) -> [String] {
    ConfigurationDifference.sentences(
      in: "x.yml", from: Array(old.utf8), to: Array(new.utf8), besides: told)
  }

  @Test(arguments: [
    ("a: 1\n", "a: 2\n", ["“a” of x.yml is 2 instead of 1"]),
    ("a: 1\n", "a: 1\nb: {c: d}\n", ["“b.c” of x.yml is d instead of none"]),
    ("a: {b: 1, c: 2}\n", "a: {b: 1}\n", ["“a.c” of x.yml is none instead of 2"]),
    ("a: [1, 2]\n", "a: [2, 1]\n", ["“a” of x.yml is 2, 1 instead of 1, 2"]),
    ("a: text\n", "a: {b: text}\n", ["“a” of x.yml is b: text instead of text"]),
    ("a: 1 # one\nb: 2\n", "b: 2\na: \"1\"\n", []),
    (
      "l:\n  - {code: A, of: C}\n  - {code: B}\n", "l:\n  - {code: A, of: B}\n  - {code: D}\n",
      ["“of” of A is B instead of C", "D is new in l of x.yml", "B is no longer in l of x.yml"]
    ),
    (
      "l: [{id: a}, {id: b}]\n", "l: [{id: b}, {id: a}]\n", ["l of x.yml stand in another order"]
    ),
    ("l: []\n", "l: [{code: A}]\n", ["A is new in l of x.yml"]),
    ("a: [[1, 2], [3]]\n", "a: [[1, 2]]\n", ["“a” of x.yml is (1, 2) instead of (1, 2), (3)"]),
  ])
  func `every value that differs is named by its key`(
    old: String, new: String, sentences: [String]
  ) {
    #expect(said(old, new) == sentences)
  }

  @Test func `what others have words for is left to them, and only that`() {
    let old = "l:\n  - {code: A, x: 1, y: 1}\n  - {code: B}\nm: {k: {z: 1, w: 1}}\n"
    let new = "l:\n  - {code: A, x: 2, y: 2}\n  - {code: C}\nm: {k: {z: 2, w: 2}}\n"
    #expect(
      said(old, new, besides: ["l.*.x", "-l.*", "m.*.z"])
        == [
          "“y” of A is 2 instead of 1", "C is new in l of x.yml",
          "“m.k.w” of x.yml is 2 instead of 1",
        ])
  }

  @Test func `many are counted, and a long value is cut`() {
    let keys = (1...20).map { "k\($0)" }
    let old = keys.map { "\($0): 1\n" }.joined()
    let new = keys.map { "\($0): 2\n" }.joined()
    let found = said(old, new)
    #expect(found.count == 13 && found.last == "8 more values of x.yml are other ones")
    #expect(said("a: 1\n", "a: \(String(repeating: "x", count: 500))\n")[0].count < 120)
  }

  @Test func `nothing is said of what cannot be read`() {
    #expect(said("a: [", "a: 1\n") == [])
  }
}
