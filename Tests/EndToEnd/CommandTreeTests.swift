import Foundation
import Testing

/// What holds for each command of the tree, however deep it lies.
@Suite struct CommandTreeTests {
  @Test func `folder and member stand before, within or after the words of every command`() throws {
    let commands = try CommandTree.leaves()
    #expect(commands.count > 45, "the commands were not found")
    #expect(commands.contains(["member", "key", "set"]))
    let place = try TemporaryRegister(empty: ())
    // Nothing is a register there, so that no command does anything.
    let options = ["-C", "/dev/null", "--as", "nobody"]
    for path in commands {
      var rest: [String] = []
      if path == ["key", "new"] { rest = ["--out", "/dev/null/key"] }
      let after = try place.run(words: path + options + rest)
      #expect(!after.errors.contains("Unknown option"), "\(after)")
      #expect(!after.errors.contains("Unexpected argument"), "\(after)")
      for index in path.indices {
        for given in [options, ["--as=nobody", "-C=/dev/null"]] {
          let words = Array(path[..<index]) + given + Array(path[index...]) + rest
          let result = try place.run(words: words)
          #expect(result.status == after.status && result.errors == after.errors, "\(result)")
        }
      }
      for help in [options + ["help"] + path, ["help"] + path + options] {
        let result = try place.run(words: help)
        #expect(result.status == 0 && result.output.contains("USAGE"), "\(result)")
      }
    }
  }

  @Test func `a day stands before or after every step, and is refused for what is none`() throws {
    let place = try TemporaryRegister(empty: ())
    for path in try CommandTree.leaves() {
      let name = path.joined(separator: " ")
      let takesDay = try place.run(words: path + ["--help"]).output.contains("--on <date>")
      for words in [["--on", "today"] + path, path + ["--on=today"]] {
        let result = try place.run(words: ["-C", "/dev/null"] + words)
        #expect(!result.errors.contains("Unknown option"), "\(result)")
        let isRefused = result.errors.contains("`daftar \(name)` records no step")
        #expect(isRefused == !takesDay, "\(result)")
      }
    }
  }

  @Test func `a reading command refuses a member that nobody is`() throws {
    let register = try TemporaryRegister(staged: ())
    #expect(try register.run("--as omar list").status == 0)
    let result = try register.run("list --as omr")
    #expect(result.status == 64)
    #expect(result.errors.contains("did you mean “omar”"), "\(result)")
    #expect(try register.run("--as rana list --mine").status == 0)
  }

  @Test(arguments: ["-C", "--as", "--as omar", "-C . --on today"])
  func `options without a command or a value are wrong use`(line: String) throws {
    let result = try TemporaryRegister().run(line)
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.hasPrefix("error: "), "\(result)")
  }

  @Test func `an option inside the words of a text is a word`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    try register.done("--as omar note \(id) --text 'They wrote --as omar.'")
    #expect(try register.json(id)["sections"].list.last?["text"] == "They wrote --as omar.")
  }

  @Test(arguments: [
    "note CASE --text --from", "wait CASE --for complainant --until 2026-11-25 --question --allow",
  ])
  func `an option in the place of words is no words`(line: String) throws {
    let register = try TemporaryRegister(staged: ())
    let refused = try register.run(
      line.replacing("CASE", with: try Stage.inProgress.id), as: "rana")
    #expect(refused.status == 64, "\(refused)")
    #expect(refused.errors.contains("stands without its value"), "\(refused)")
  }
}
