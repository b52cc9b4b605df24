import Foundation
import Testing

/// Names in a tree that must not be written come in, and stop nobody.
@Suite(.durability) struct EvilNameTests {
  /// Lines for `git mktree`, with BLOB and TREE in the place of objects.
  static let trees = [
    #"100644 blob BLOB\ta\tb.txt"#, #"100644 blob BLOB\tdel\177.txt"#,
    #"100644 blob BLOB\tline\nend.txt"#, #"040000 tree TREE\t.git"#, #"040000 tree TREE\t.GiT"#,
    #"040000 tree TREE\tgit~1"#, #"040000 tree TREE\t.git "#, #"040000 tree TREE\t.git::$x"#,
    #"040000 tree TREE\t.g\342\200\214it"#, #"040000 tree TREE\t.."#, #"040000 tree TREE\t."#,
    #"100644 blob BLOB\ta\\b"#, #"100644 blob BLOB\tNUL"#, #"100644 blob BLOB\tcom1.txt"#,
    #"100644 blob BLOB\tbytes\377"#, #"120000 blob BLOB\t.gitmodules"#,
  ]

  /// Makes a commit on the head whose root holds one more entry, and prints its name.
  private static func commit(_ line: String, in copy: Copy) throws -> String {
    let script = """
      set -e
      B=$(printf evil | git hash-object -w --stdin)
      T=$(printf '100644 blob %s\\tconfig\\0' $B | git mktree -z)
      L=$(printf '%s' "$LINE" | sed "s/BLOB/$B/; s/TREE/$T/")
      R=$( { git ls-tree -z HEAD; printf "$L\\0"; } | git mktree -z )
      git commit-tree -p HEAD -m evil $R
      """
    let made = try Execution.run(
      "/bin/sh", ["-c", script], in: copy.path,
      environment: copy.environment(as: "omar").merging(["LINE": line]) { $1 },
      scratch: copy.register.home + "/tmp")
    try #require(made.status == 0, "\(made)")
    return made.word
  }

  @Test(arguments: trees)
  func `a name that must not be written is refused, and all go on`(line: String) throws {
    let team = try TeamCopies(["one", "two", "three"])
    let evil = try Self.commit(line, in: team[0])
    try #require(team[0].git("push --quiet origin \(evil):main").status == 0)
    let taken = try team[1].done("sync")
    #expect(taken.errors.contains("brought by Somebody"), "\(taken)")
    #expect(taken.errors.contains("the name"), "\(taken)")
    for copy in [team[0], team[2]] {
      try copy.done("note \(team.case) --text 'Words.'")
      try copy.done("sync")
    }
    try team[1].done("sync")
    for copy in team.copies {
      #expect(!FileManager.default.fileExists(atPath: copy.path + "/.git/daftar/pending"))
      #expect(try copy.content(of: ".git/config").contains("[core]"))
      try copy.expectInStep()
      #expect(try copy.run("check").status == 0)
    }
    let trees = try team.copies.map { try $0.git("rev-parse HEAD^{tree}").word }
    #expect(Set(trees).count == 1)
    let clone = team.register.folder + "/late"
    #expect(
      try team.register.git("clone", "--quiet", team.common.path, clone).status == 0)
    try Copy(team.register, at: clone).done("sync")
  }

  /// Trees that `git mktree` makes and nobody meant: a name twice, folders without end.
  static let oddTrees = [
    ("{ git ls-tree HEAD; printf '100644 blob %s\\t.gitignore\\n' $B; }", "this name twice"),
    (
      """
      { T=$(printf '100644 blob %s\\tx\\n' $B | git mktree)
      for i in $(seq 100); do T=$(printf '040000 tree %s\\td\\n' $T | git mktree); done
      git ls-tree HEAD; printf '040000 tree %s\\tdeep\\n' $T; }
      """, "nested deeper than 64"
    ),
  ]

  @Test(arguments: oddTrees)
  func `an odd tree is named, kept from being sent, and set aside`(
    tree: String, words: String
  ) throws {
    let team = try TeamCopies(["one", "two", "three"])
    func make(in copy: Copy) throws {
      let script = """
        set -e; B=$(echo other | git hash-object -w --stdin); R=$(\(tree) | git mktree)
        git update-ref refs/heads/main $(git commit-tree -p HEAD -m odd $R)
        """
      let made = try Execution.run(
        "/bin/sh", ["-c", script], in: copy.path, environment: copy.environment(as: "omar"),
        scratch: copy.register.home + "/tmp")
      try #require(made.status == 0, "\(made)")
    }
    let before = try team[1].git("rev-parse HEAD^{tree}").word
    try make(in: team[0])
    let refused = try team[0].run("sync")
    #expect(refused.status == 1 && refused.errors.contains(words), "\(refused)")
    #expect(refused.errors.contains("by Somebody and was not sent"), "\(refused)")
    try team[0].done("sync --set-aside")
    try team[1].done("sync")
    try make(in: team[1])
    try #require(team[1].git("push --quiet origin main").status == 0)
    let taken = try team[2].done("sync")
    #expect(taken.errors.contains(words), "\(taken)")
    for copy in [team[1], team[0], team[2]] { try copy.done("sync") }
    for copy in team.copies {
      #expect(try copy.git("rev-parse HEAD^{tree}").word == before)
      #expect(try copy.run("check").status == 0)
    }
  }

  @Test func `a note of work that can never be done goes`() throws {
    let team = try TeamCopies(["one"])
    let copy = team[0]
    let evil = try Self.commit(#"100644 blob BLOB\ta\tb.txt"#, in: copy)
    let old = try copy.head()
    // As a version without this check left it: the branch has moved, the file cannot follow.
    try copy.git("update-ref refs/heads/main \(evil)")
    try FileManager.default.createDirectory(
      atPath: copy.path + "/.git/daftar", withIntermediateDirectories: true)
    try copy.write("\(old)\n\(evil)\na\tb.txt\n", to: ".git/daftar/pending")
    try copy.done("list")
    #expect(!FileManager.default.fileExists(atPath: copy.path + "/.git/daftar/pending"))
    let told = try copy.run("sync")
    #expect(told.status == 1 && told.errors.contains("control character"), "\(told)")
    try copy.done("sync --set-aside")
    try copy.expectInStep()
  }
}
