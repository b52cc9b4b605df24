import Foundation
import Testing

/// Words that do not fit together: status 64, nothing done, a way out named.
@Suite struct WrongUseTests {
  @Test(arguments: [
    "nonsense", "list --nonsense", "list --json --csv", "list --sort nonsense", "list --limit -1",
    "assign 1", "inform 1", "inform 1 --via sms --tried sms", "link 1", "review 1 --reason x",
    "promise 1 --what x", "survey 1", "survey 1 --resolved yes --waive x", "new --category",
    "note 1 --text a --from b", "show 1 --json --raw", "decide 1 --outcome great --reason x",
    "wait 1 --for nobody --question x --until +1", "extend 1 --until sometime --reason x",
    "list --received-from 2026-02-30", "list --where nonsense=1", "site eject nonsense",
    "init x --name n", "init x --name n --member bad", "init x --name n --member a:A:queen",
    "init x --name n --member a:A:intake --layout week",
    "init x --name n --member a:A:intake --profile none",
    "init x --name n --member a:A:intake --seal nothing",
    "init x --name n --member a:A:intake --member a:B:intake",
  ])
  func `wrong use ends with 64`(line: String) throws {
    let register = try TemporaryRegister(staged: ())
    try register.run("list")
    let result = try register.run(line, as: "huda")
    #expect(result.status == 64, "\(result)")
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: "), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: register.path + "/x"))
  }

  @Test func `a clock that is no moment is wrong use`() throws {
    let register = try TemporaryRegister()
    let result = try register.run("list", now: "noon")
    #expect(result.status == 64)
    #expect(result.errors.contains("DAFTAR_NOW"))
  }

  @Test func `outside of a repository the way to a register is named`() throws {
    let register = try TemporaryRegister(empty: ())
    let result = try register.run("list")
    #expect(result.status == 1)
    #expect(result.errors.contains("daftar init"), "\(result)")
  }

  @Test func `a repository without a register has nothing to list`() throws {
    let register = try TemporaryRegister(empty: ())
    #expect(try register.run("list").status == 1)
    let repository = register.folder + "/plain"
    try register.git("init", "--quiet", repository, in: register.folder)
    let plain = try register.run("list", in: repository)
    #expect(plain.status == 1)
    #expect(plain.errors.contains("there is no register here"), "\(plain)")
  }

  @Test func `a register is not made twice, nor with a set clock unless for a demonstration`()
    throws
  {
    let register = try TemporaryRegister()
    let again = try register.run(
      "init . --demo --name Twice --member a:A:intake", as: nil)
    #expect(again.status == 1)
    #expect(again.errors.contains("there is a register here already"))
    let honest = try register.run("init ../other --name Other --member a:A:intake")
    #expect(honest.status == 1)
    #expect(honest.errors.contains("DAFTAR_NOW"))
    #expect(!FileManager.default.fileExists(atPath: register.folder + "/other/.git"))
  }
}
