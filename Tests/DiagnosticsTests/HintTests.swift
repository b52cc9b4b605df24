import Diagnostics
import Testing
import Text

@Suite struct HintTests {
  @Test func `the commands of a hint are values`() {
    let hint = Hint("extend it: `daftar extend CASE --until … --reason …`, or `git log -1`")
    #expect(hint.commands.map(\.name) == ["extend", nil])
    #expect(
      hint.commands[0].words == [
        .exact("daftar"), .exact("extend"), .gap("CASE"), .exact("--until"), .gap("…"),
        .exact("--reason"), .gap("…"),
      ])
    #expect(hint.commands.map(\.isComplete) == [false, true])
  }

  @Test func `a hint without a command has none`() {
    #expect(Hint("there is nothing to do").commands.isEmpty)
    #expect(Hint("").commands.isEmpty)
  }

  @Test func `a value in a command is typed as it stands`() {
    let member = "omar"
    let hint = Hint("assign it first: `daftar assign CASE \(member)`")
    #expect(hint.commands.first?.words.last == .exact("omar"))
  }
}
