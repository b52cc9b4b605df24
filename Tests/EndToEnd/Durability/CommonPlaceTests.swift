import Foundation
import Testing

/// Where the common copy is, what stands in the way to it, and what others did there.
@Suite(.durability, .builtProgram) struct CommonPlaceTests {
  @Test func `another remote than origin is asked for and never guessed`() throws {
    let team = try TeamCopies(["here"])
    try team[0].git("remote rename origin public")
    try team[0].new()
    let sent = try team.common.head()
    for line in ["sync", "sync --status"] {
      let refused = try team[0].run(line)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("git config daftar.remote public"), "\(refused)")
    }
    #expect(try team.common.head() == sent)
    try team[0].git("config daftar.remote public")
    #expect(try team[0].done("sync").output == "1 sent\n")
    try team[0].git("config daftar.remote other")
    #expect(try team[0].run("sync").errors.contains("there are: public"))
  }

  @Test func `a relative address leads from the register's folder, wherever one stands`() throws {
    let team = try TeamCopies(["here"])
    try team[0].git("remote set-url origin ../common.git")
    for folder in ["/cases/2026", "/..", "/../.."] {
      try team[0].new()
      let result = try Execution.run(
        Binary.path, ["-C", team[0].path, "sync"], in: team[0].path + folder,
        environment: team[0].environment(as: "huda"), scratch: team.register.home + "/tmp")
      #expect(result.output == "1 sent\n", "\(result)")
    }
  }

  @Test func `an empty place is known by what git answers, also with a greeting`() throws {
    let team = try TeamCopies(["here"])
    let (place, shell) = (team.register.folder + "/empty.git", team.register.folder + "/ssh")
    try team.register.git("init", "--quiet", "--bare", place)
    try "#!/bin/sh\necho 'Welcome.' >&2\nfor a; do last=$a; done\nexec sh -c \"$last\"\n"
      .write(toFile: shell, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shell)
    try team[0].git("remote set-url origin ssh://host\(place)")
    let result = try team[0].run("sync", with: ["GIT_SSH_COMMAND": "sh " + shell])
    #expect(result.status == 0, "\(result)")
    #expect(try Copy(team.register, at: place).git("rev-parse main").word == team[0].head())
  }

  @Test func `a place that was made anew is filled again`() throws {
    let team = try TeamCopies(["here"])
    try team[0].done("sync")
    try FileManager.default.removeItem(atPath: team.common.path)
    try team.register.git("init", "--quiet", "--bare", team.common.path)
    try team[0].done("sync")
    #expect(try team.common.git("rev-parse main").word == team[0].head())
  }

  @Test func `what waits is not counted against a place that was left`() throws {
    let team = try TeamCopies(["here"])
    try team[0].done("sync")
    #expect(try team[0].done("sync --status").output.contains("nothing waiting to send"))
    let other = team.register.folder + "/other.git"
    try team.register.git("init", "--quiet", "--bare", other)
    try team[0].git("remote set-url origin \(other)")
    let status = try team[0].done("sync --status")
    #expect(status.output.contains("another address since the last exchange"), "\(status)")
    #expect(!status.output.contains("nothing waiting"), "\(status)")
    try team[0].git("config remote.origin.url ''")
    #expect(try !team[0].done("sync --status").output.contains("nothing waiting"))
    try team[0].git("config remote.origin.url \(other)")
    try team[0].done("sync")
    #expect(try team[0].done("sync --status").output.contains("nothing waiting to send"))
    #expect(try Copy(team.register, at: other).git("rev-parse main").word == team[0].head())
    // An address may hold a password, which stands in git's own settings and nowhere else.
    #expect(try !team[0].content(of: ".git/daftar/exchanged-with").contains("other.git"))
  }

  /// What was done to the place, and the words that tell it.
  @Test(
    arguments: [
      ("mv common.git away", "not where its address says"),
      ("echo > common.git/HEAD", "is damaged: git does not know it as a repository"),
      ("rm -r common.git/objects", "is damaged: git does not know it as a repository"),
      ("echo '[core' > common.git/config", "common.git/config"),
      ("rm -r common.git; git init -q --bare --object-format=sha256 common.git", "SHA-256"),
      ("for f in $(find common.git/objects -type f); do rm -f $f; : > $f; done", "damaged"),
      (
        "printf '#!/bin/sh\\nexit 1\\n' > common.git/hooks/update; chmod +x common.git/hooks/update",
        "did not take what was sent and gave no reason"
      ),
      (
        "printf '#!/bin/sh\\necho \"Full, ask \\033[31mBob\" >&2; exit 1\\n' > common.git/hooks/pre-receive; "
          + "chmod +x common.git/hooks/pre-receive", "it says: Full, ask \\u{1B}[31mBob"
      ),
      (
        "mv common.git away; git clone -q away common.git", "somebody's working copy"
      ),
      ("rm -r common.git; echo > common.git", "is a file and no folder of git"),
    ])
  func `the true cause is told, with what to do`(script: String, words: String) throws {
    let team = try TeamCopies(["here"])
    try team[0].new()
    let done = try Execution.run(
      "/bin/sh", ["-c", script], in: team.register.folder,
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    try #require(done.status == 0, "\(done)")
    let result = try team[0].run("sync")
    #expect(result.status == 1)
    #expect(result.errors.contains(words), "\(result)")
    #expect(!result.errors.contains("cannot be reached"), "\(result)")
    #expect(result.output.hasPrefix("saved here, "), "\(result)")
  }

  /// What is set in the copy, what its ssh does, and the words that tell the cause.
  @Test(arguments: [
    ("remote.origin.url", "foo://bar", "", "no way to reach an address of this kind"),
    ("remote.origin.url", "", "", "the address of the common place is empty"),
    ("fetch.prune", "junk", "", "cannot read its own setting fetch.prune, which is “junk”"),
    ("remote.origin.url", "ssh://host/p", "echo WELCOME", "prints words of its own (“WELC"),
    (
      "remote.origin.url", "ssh://host/p", "echo 'sh: git-upload-pack: command not found' >&2",
      "git is not installed on the computer of the common place"
    ),
    (
      "remote.origin.url", "ssh://host/p", "printf 'Closed \\033[1mtoday\\n' >&2; exit 1",
      "git says: Closed \\u{1B}[1mtoday"
    ),
    (
      "remote.origin.url", "ssh://host/p", "printf 'One word.\\r\\nTwo words.\\r\\n' >&2; exit 1",
      "git says: One word. · Two words."
    ),
    (
      "remote.origin.url", "ssh://host/p",
      "echo 'ssh: connect to host h port 22: Connection refused' >&2; exit 1",
      "cannot be reached; try again with a connection"
    ),
  ])
  func `no connection is blamed only where git says so`(
    key: String, value: String, ssh: String, words: String
  ) throws {
    let team = try TeamCopies(["here"])
    let shell = team.register.folder + "/ssh"
    try "#!/bin/sh\n\(ssh)\n".write(toFile: shell, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shell)
    try team[0].git("config \(key) '\(value)'")
    let result = try team[0].run("sync", with: ["GIT_SSH_COMMAND": "sh " + shell])
    #expect(result.status == 1 && result.errors.contains(words), "\(result)")
    let isBlamed = result.errors.contains("cannot be reached")
    #expect(isBlamed == words.contains("cannot be reached"), "\(result)")
  }

  @Test func `another register at the address is told from a rewritten history`() throws {
    let team = try TeamCopies(["here"])
    try team[0].done("sync")
    let other = try TemporaryRegister(empty: ())
    try other.run("init r --name Hill --member huda:Huda:manager", now: nil, checked: false)
    try team[0].git("remote set-url origin \(other.folder)/r")
    let before = try team[0].head()
    let result = try team[0].run("sync")
    #expect(result.errors.contains("holds a different register"), "\(result)")
    #expect(try team[0].head() == before)
    try team[0].git("remote set-url origin \(team.common.path)")
    try team[0].done("sync")
  }

  @Test func `a place restored from a backup is named, and brought up to date by the hint`() throws
  {
    let team = try TeamCopies(["here", "there"])
    for copy in team.copies { try copy.done("sync") }
    let backup = try team.common.head()
    try team[0].new()
    try team[0].done("sync")
    try team[1].done("sync")
    try team.common.git("update-ref refs/heads/main \(backup)")
    let result = try team[0].run("sync")
    #expect(result.errors.contains("[sync.older]"), "\(result)")
    #expect(result.errors.contains("it lacks 1 commit that"), "\(result)")
    let advice = try #require(result.errors.firstMatch(of: /`git (push [^`]+)`/))
    try team[0].git(String(advice.1))
    for copy in team.copies { try copy.done("sync") }
    #expect(try team.common.head() == team[0].head())
  }

  @Test func `a place that takes no signed sendings still gets everything`() throws {
    let team = try TeamCopies(["here"])
    try team[0].git("config push.gpgSign true")
    try team[0].new()
    #expect(try team[0].done("sync").output == "1 sent\n")
  }

  @Test func `a rewritten history is refused after an editor has fetched it`() throws {
    let team = try TeamCopies(["here", "there"])
    for copy in team.copies { try copy.done("sync") }
    try team[0].new()
    try team[0].done("sync")
    try team.pushByHand(from: team[1], force: true)
    try team[0].git("fetch --quiet")
    let before = try team[0].head()
    let result = try team[0].run("sync")
    #expect(result.errors.contains("[sync.rewritten]"), "\(result)")
    #expect(try team[0].head() == before)
    // The way back: somebody sends what the place had.
    try team[0].git("push --quiet --force origin \(before):main")
    try team[0].done("sync")
  }

  @Test func `keys and roles that others changed are named, with who did it`() throws {
    let team = try TeamCopies(["here", "there"])
    for copy in team.copies { try copy.done("sync") }
    try team[0].edit("cases/team.yml", "roles: [reviewer]", "roles: [reviewer, focal]")
    try team[0].done("adopt team.yml")
    let key =
      try team[0].content(of: "cases/register.yml")
      .firstMatch(of: /recovery: (age1\w+)/).map { String($0.1) } ?? ""
    let made = try team[0].done("key new --out \(team.register.home)/key").output
    let other = try #require(made.firstMatch(of: /age1\w+/)).output
    try team[0].edit("cases/register.yml", "recovery: \(key)", "recovery: \(other)")
    try team[0].done("adopt register.yml")
    #expect(!(try team[0].done("sync").errors.contains("changed by")))
    let told = try team[1].done("sync").errors
    #expect(
      told.contains("nadia has other roles: reviewer, focal instead of reviewer; changed by Huda"))
    #expect(told.contains("the recovery key is another: \(other); changed by Huda"))
  }
}
