import Foundation
import Terminal
import Testing

/// Commands of hints for somebody who named the register with `-C` and stands in another folder.
@Suite struct ElsewhereTests {
  @Test func `no command of a hint works on what is around the person`() throws {
    let place = CommandsInPlace(git: "/srv/it's here", daftar: "../the place")
    // What was typed could not be read where `iconv` is named, and no folder is known.
    let commands = try HintScan.places().keys.map(\.command)
      .filter { HintScene.worksAround($0) && !$0.hasPrefix("iconv ") }
      .map { $0.replacing("daftar *", with: "daftar note") }
    #expect(commands.count > 100)
    for command in commands {
      let typed = place.applied(to: "first `\(command)`, then more").dropFirst(7)
        .prefix { $0 != "`" }
      #expect(!HintScene.worksAround(String(typed)), "\(typed)")
    }
  }

  @Test(arguments: [
    ("`git fetch --unshallow`", "`git -C '/a b' fetch --unshallow`"),
    (
      "`git config --unset x; git config --unset y`",
      "`git -C '/a b' config --unset x; git -C '/a b' config --unset y`"
    ),
    (
      "`mv -f \"$(git rev-parse --git-path index)\" /tmp/`",
      "`mv -f \"$(git -C '/a b' rev-parse --git-path index)\" /tmp/`"
    ),
    ("`git init --bare -b main FOLDER`", "`git -C '/a b' init --bare -b main FOLDER`"),
    ("`git init /x`", "`git init /x`"),
    ("`git clone -b main ADDRESS`", "`git clone -b main ADDRESS`"),
    ("`git config --global x y`", "`git config --global x y`"),
    ("`git --git-dir=/x fetch`", "`git --git-dir=/x fetch`"),
    ("`daftar site build`", "`daftar -C it\\'s site build`"),
    ("`daftar help demo`", "`daftar help demo`"),
    ("`daftar init DIR --name NAME`", "`daftar init DIR --name NAME`"),
    (
      "`DAFTAR_IDENTITY='/k k' daftar key show`",
      "`DAFTAR_IDENTITY='/k k' daftar -C it\\'s key show`"
    ),
    ("words of git fetch", "words of git fetch"),
  ])
  func `a command names its folder where it needs one`(written: String, typed: String) {
    let typed = typed.replacing("it\\'s", with: "'it'\\''s'")
    #expect(CommandsInPlace(git: "/a b", daftar: "it's").applied(to: written) == typed)
    #expect(CommandsInPlace(git: nil, daftar: nil).applied(to: written) == written)
  }

  /// A register whose folder a shell would take for several words, and a repository beside it.
  private func register(in name: String) throws -> (TemporaryRegister, path: String) {
    let register = try TemporaryRegister(staged: ())
    let path = register.folder + "/" + name
    try FileManager.default.moveItem(atPath: register.path, toPath: path)
    try register.git("init", "--quiet", register.path, in: register.folder)
    return (register, path)
  }

  @Test(arguments: ["it's a place", "a $HOME \"place\"", "مكان"])
  func `what the program says can be typed as it stands`(name: String) throws {
    let (register, path) = try register(in: name)
    try Copy(register, at: path).git("checkout --quiet --detach")
    let folder = "../" + name
    let listed = try register.run(words: ["-C", folder, "list"])
    let command = try #require(listed.errors.firstMatch(of: /`(git [^`]+)`/)).output.1
    let done = try register.shell(String(command).replacing("\n", with: " "))
    try #require(done.status == 0, "\(command): \(done)")
    #expect(try register.run(words: ["-C", folder, "list"]).errors == "")
    let refused = try register.run(words: ["-C", folder, "history"])
    let next = try #require(refused.errors.firstMatch(of: /`daftar ([^`]+)`/)).output.1
    let log = try register.shell("\"$DAFTAR\" " + next.replacing("\n", with: " "))
    #expect(log.status == 0 && log.output.contains("register"), "\(next): \(log)")
  }

  @Test func `where git and this program find the register, nothing is added`() throws {
    let register = try TemporaryRegister(staged: ())
    try register.git("checkout", "--quiet", "--detach")
    for options in [[], ["-C", "."], ["-C", register.path]] {
      let listed = try register.run(words: options + ["list"])
      #expect(listed.errors.contains("`git switch main`"), "\(listed)")
      let refused = try register.run(words: options + ["history"])
      #expect(refused.errors.contains("`daftar log`"), "\(refused)")
    }
  }
}
