import Foundation
import Testing

/// The pager of long results.
@Suite(.builtProgram) struct PagerTests {
  @Test(arguments: [["DAFTAR_PAGER": "sed s/^/paged:/"], ["PAGER": "sed s/^/paged:/"]])
  func `a result on a terminal goes through the pager that was chosen`(
    variables: [String: String]
  ) throws {
    let register = try TemporaryRegister(staged: ())
    for command in ["list", "log", "stats", "search shade", "codes states"] {
      let terminal = try Terminal(command, in: register, with: variables)
      #expect(try terminal.end() == 0)
      #expect(terminal.screen.contains("paged:"), "\(command): \(terminal.screen)")
    }
  }

  @Test func `the program's own variable goes before the common one`() throws {
    let register = try TemporaryRegister(staged: ())
    let terminal = try Terminal(
      "list", in: register, with: ["DAFTAR_PAGER": "sed s/^/mine:/", "PAGER": "sed s/^/theirs:/"])
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.contains("mine:") && !terminal.screen.contains("theirs:"))
  }

  @Test(arguments: ["--no-pager list", "list --no-pager", "--no-pager check"])
  func `none is used where nobody wants one`(line: String) throws {
    let register = try TemporaryRegister(staged: ())
    let terminal = try Terminal(line, in: register, with: ["DAFTAR_PAGER": "sed s/^/paged:/"])
    #expect(try terminal.end() == 0)
    #expect(!terminal.screen.contains("paged:"), "\(terminal.screen)")
  }

  @Test func `a pager that is missing or is left early is no error`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    let missing = try Terminal("list", in: register, with: ["DAFTAR_PAGER": "no-such-pager"])
    #expect(try missing.end() == 0)
    #expect(missing.screen.contains(id), "\(missing.screen)")
    for pager in ["false", "true", "head -n 1", "sh -c 'kill -9 $$'"] {
      let terminal = try Terminal("log", in: register, with: ["DAFTAR_PAGER": pager])
      #expect(try terminal.end() == 0, "\(pager)")
    }
  }

  @Test func `less gets git's options, and keeps no history of what was looked for`() throws {
    let register = try TemporaryRegister(staged: ())
    let pager = "sh -c 'cat > /dev/null; echo options $LESS $LESSHISTFILE'"
    let usual = try Terminal("list", in: register, with: ["DAFTAR_PAGER": pager])
    #expect(try usual.end() == 0)
    #expect(usual.screen.contains("options FRX -"), "\(usual.screen)")
    let own = try Terminal("list", in: register, with: ["DAFTAR_PAGER": pager, "LESS": "-S"])
    #expect(try own.end() == 0)
    #expect(own.screen.contains("options -S"), "\(own.screen)")
  }

  @Test func `a pipe sees no pager and no colour`() throws {
    let register = try TemporaryRegister(staged: ())
    let result = try register.run("list", with: ["DAFTAR_PAGER": "sed s/^/paged:/"])
    #expect(result.status == 0)
    #expect(!result.output.contains("paged:") && !result.output.contains("\u{1B}"))
  }
}
