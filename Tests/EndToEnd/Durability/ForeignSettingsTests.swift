import Foundation
import Testing

/// Settings of git that would run a program or lead the exchange elsewhere.
@Suite(.durability) struct ForeignSettingsTests {
  @Test(
    arguments: [
      "core.sshCommand", "core.askPass", "core.gitProxy", "core.alternateRefsCommand",
      "credential.helper", "credential.https://host.helper", "remote.origin.uploadpack",
      "remote.origin.receivepack", "remote.origin.vcs", "include.path", "includeIf.gitdir:/.path",
      "protocol.ext.allow", "url.ext::x.insteadOf", "gpg.program", "remote.origin.pushurl",
      "remote.origin.proxy", "http.proxy", "http.https://host/.proxy", "http.extraHeader",
      "http.sslVerify", "http.sslCAInfo", "http.curloptResolve",
    ])
  func `a program named in the register's own settings is named and not run`(key: String) throws {
    let team = try TeamCopies(["here"])
    let mark = team.register.folder + "/ran"
    try team[0].git("config '\(key)' 'ext::touch \(mark)'")
    try team[0].new()
    let sent = try team.common.head()
    let result = try team[0].run("sync")
    #expect(result.status == 1)
    #expect(result.errors.contains("[sync.settings]"), "\(result)")
    #expect(try team.common.head() == sent)
    #expect(!FileManager.default.fileExists(atPath: mark))
    let advice = try #require(
      result.errors.firstMatch(of: /`git (config --unset-all [^`]+)`/)
        ?? result.errors.firstMatch(
          of: /`git (config --replace-all [^`]+) ADDRESS`/))
    let isAddress = advice.1.contains("--replace-all")
    try team[0].git(isAddress ? "config --unset-all \(key)" : String(advice.1))
    try team[0].done("sync")
  }

  @Test(
    arguments: [
      "config remote.origin.pushurl PLACE", "remote set-url --add origin PLACE",
      "remote set-url --add --push origin PLACE", "config url.PLACE.pushInsteadOf COMMON",
    ])
  func `nothing is sent to a second place in silence`(setting: String) throws {
    let team = try TeamCopies(["here"])
    let other = team.register.folder + "/other.git"
    try team.register.git("clone", "--quiet", "--bare", ".", other)
    let sent = try Copy(team.register, at: other).head()
    try team[0].git(
      setting.replacing("PLACE", with: other).replacing("COMMON", with: team.common.path))
    try team[0].new()
    let result = try team[0].run("sync")
    #expect(result.status == 1 && result.errors.contains("[sync.settings]"), "\(result)")
    #expect(try Copy(team.register, at: other).head() == sent)
    let advice = try #require(result.errors.firstMatch(of: /`git (config [^`]+)`/)).1
    try team[0].git(String(advice).replacing("ADDRESS", with: team.common.path))
    try team[0].done("sync")
  }

  @Test func `the settings of the sealed entries' own store are looked at, too`() throws {
    let team = try SealedTeam()
    let here = try team.clones(["here"])[0]
    let huda = team.seat("huda", in: here)
    _ = try huda.sensitive()
    try huda.done("sync")
    let (mark, vault) = (team.register.folder + "/ran", here + "/.git/daftar/vault.git")
    try huda.vault("config core.sshCommand 'touch \(mark)'")
    _ = try huda.sensitive()
    let result = try huda.run("sync")
    #expect(result.status == 1 && result.errors.contains("[sync.settings]"), "\(result)")
    #expect(result.errors.contains("`git --git-dir=\(vault) config --unset-all"), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: mark))
    try huda.vault("config --unset-all core.sshcommand")
    try huda.done("sync")
  }

  @Test func `what a person has set for themselves counts`() throws {
    let team = try TeamCopies(["here"])
    let own = team.register.home + "/gitconfig"
    try "[url \"\(team.register.folder)/\"]\n\tinsteadOf = team:\n"
      .write(toFile: own, atomically: false, encoding: .utf8)
    try team[0].git("remote set-url origin team:common.git")
    try team[0].new()
    let result = try team[0].run("sync", with: ["GIT_CONFIG_GLOBAL": own])
    #expect(result.output == "1 sent\n", "\(result)")
  }

  @Test(arguments: [
    "GIT_NAMESPACE=x", "GIT_OBJECT_DIRECTORY=/nowhere", "GIT_COMMON_DIR=/nowhere",
    "GIT_COMMITTER_DATE=yesterday-ish", "GIT_INDEX_FILE=/nowhere/index", "GIT_DIR=/nowhere",
  ])
  func `variables of git do not lead the exchange elsewhere`(variable: String) throws {
    let team = try TeamCopies(["here", "there"])
    let pair = variable.split(separator: "=").map(String.init)
    let noted = try team[0].run("note \(team.case) --text 'Called.'", with: [pair[0]: pair[1]])
    #expect(noted.status == 0, "\(noted)")
    #expect(try team[0].run("sync", with: [pair[0]: pair[1]]).output == "1 sent\n")
    try team[1].done("sync")
    #expect(try team[1].head() == team[0].head())
  }

  @Test(arguments: [
    "git config push.gpgsign true", "git config remote.origin.mirror true",
    "git config protocol.version 0", "head -c 90 /dev/urandom > .git/objects/pack/multi-pack-index",
  ])
  func `settings and lists of git that only get in the way are passed over`(
    script: String
  ) throws {
    let team = try TeamCopies(["here", "there"])
    let done = try Execution.run(
      "/bin/sh", ["-c", script], in: team[0].path,
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    try #require(done.status == 0, "\(done)")
    try team[0].done("note \(team.case) --text 'Called.'")
    #expect(try team[0].run("sync").output == "1 sent\n")
    try team[1].done("sync")
    #expect(try team[1].head() == team[0].head())
  }
}
