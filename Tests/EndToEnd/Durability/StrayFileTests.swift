import Foundation
import Testing

/// A file that cannot stand in a register: kept from going out, set aside when it comes in.
@Suite(.durability) struct StrayFileTests {
  /// What somebody committed with plain git, by what it is.
  enum Stray: String, CaseIterable, CustomTestStringConvertible {
    case systemLitter, windowsLitter, thumbnails, litterBesideMonths
    case conflictMarkers, largeFilePointer, mendedTitle, mendedText, conflictedCopy
    case brokenTeam, emptyTeam, unknownZone, configurationGone, configurationFolder
    case rewrittenCase, deleted, renamed, link, linkedTeam, submodule, folderForCase, fileForYear
    case large, notText, stepsRemoved, otherCaseInside, newCaseBroken, changedState
    case otherZone, everythingSealed, otherLayout, nobodyLeft, nobodyYet, noManager
    case secondFile, movedToOtherLayout

    var testDescription: String { rawValue }

    /// Makes it in a copy's folder; `$F` is a case file, `$D` its folder, `$B` that of
    /// the other layout.
    var script: String {
      switch self {
      case .systemLitter: "touch $D/.DS_Store"
      case .windowsLitter: "echo x > cases/2026/desktop.ini"
      case .thumbnails: "echo x > $D/Thumbs.db"
      case .litterBesideMonths: "echo x > cases/2026/11.tmp"
      case .conflictMarkers:
        "printf '<<<<<<< HEAD\\n' | cat - $F > x && printf '=======\\n>>>>>>> b\\n' >> x && mv x $F"
      case .largeFilePointer:
        "printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:00\\nsize 9\\n' > $F"
      case .mendedTitle: "sed -i 's/^# .*/# Another title/' $F"
      case .mendedText: "sed -i 's/The list is wrong/The list is right/' $F"
      case .conflictedCopy: "cp $F \"${F%.md} (conflicted copy).md\""
      case .brokenTeam: "echo 'members: [' > cases/team.yml"
      case .emptyTeam: ": > cases/team.yml"
      case .unknownZone: "sed -i 's/^time-zone:.*/time-zone: Mars\\/Base/' cases/register.yml"
      case .configurationGone: "rm cases/targets.yml"
      case .configurationFolder:
        "rm cases/areas.yml; mkdir cases/areas.yml; echo x > cases/areas.yml/x"
      case .rewrittenCase: "python3 -c \"$REWRITE\" $F"
      case .deleted: "rm $F"
      case .renamed: "git mv $F $D/first-case.md"
      case .link: "rm $F; ln -s /etc/hostname $F"
      case .linkedTeam: "rm cases/team.yml; ln -s /etc/hostname cases/team.yml"
      case .submodule: "git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),$D/module"
      case .folderForCase: "rm $F; mkdir $F; echo x > $F/x"
      case .fileForYear: "git mv cases/2026 kept; echo x > cases/2026"
      case .large: "head -c 1100000 /dev/zero | tr '\\0' a >> $F"
      case .notText: "printf '\\377\\376' >> $F"
      case .stepsRemoved: "git show HEAD~1:$F > $F"
      case .otherCaseInside: "cp $F $D/2611-7KQ4-M2XC.md"
      case .newCaseBroken: "echo 'no case' > $D/2611-7KQ4-M2XC.md"
      case .otherZone: "sed -i 's#^time-zone:.*#time-zone: Europe/Paris#' cases/register.yml"
      case .everythingSealed: "sed -i 's/^seal:.*/seal: everything/' cases/register.yml"
      case .otherLayout: "sed -i 's/^layout:.*/layout: month-bucket/' cases/register.yml"
      case .nobodyLeft: "sed -i 's/^    roles: .*manager.*/&\\n    to: 2020-01-01/' cases/team.yml"
      case .nobodyYet: "sed -i 's/^    roles: .*manager.*/&\\n    from: 2062-01-01/' cases/team.yml"
      case .noManager: "sed -i 's/roles: .*manager.*/roles: [handler]/' cases/team.yml"
      case .secondFile: "mkdir $B; cp $F $B/"
      case .movedToOtherLayout: "mkdir $B; git mv $F $B/"
      case .changedState: "sed -i 's/^state: .*/state: closed/' $F"
      }
    }
  }

  /// A team of four copies whose common case has two steps.
  private static func team() throws -> TeamCopies {
    let team = try TeamCopies(["sender", "one", "two", "three"])
    try team[0].done("acknowledge \(team.case) --via sms", as: "omar")
    for copy in team.copies { try copy.done("sync") }
    return team
  }

  private static func make(_ stray: Stray, in copy: Copy, of team: TeamCopies) throws {
    let folder = (team.file as NSString).deletingLastPathComponent
    let script = """
      set -e; F=\(team.file); D=\(folder); B=\(folder)/\(team.case.dropFirst(5).prefix(1))
      \(stray.script)
      if test \(stray.rawValue) != submodule; then git add --all --force; fi
      git commit --quiet --message 'By hand'
      """
    let done = try Execution.run(
      "/bin/sh", ["-c", script], in: copy.path,
      environment: copy.environment(as: "omar").merging(["REWRITE": RewrittenCase.script]) { $1 },
      scratch: team.register.home + "/tmp")
    try #require(done.status == 0, "\(done)")
    if stray == .submodule {
      try FileManager.default.createDirectory(
        atPath: copy.path + "/" + folder + "/module", withIntermediateDirectories: false)
    }
  }

  @Test(arguments: Stray.allCases)
  func `the sender is told and kept from sending, and one command is the way out`(
    stray: Stray
  ) throws {
    let team = try Self.team()
    let sent = try team.common.head()
    try Self.make(stray, in: team[0], of: team)
    let refused = try team[0].run("sync", as: "omar")
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errors.contains("by Somebody and was not sent"), "\(refused)")
    #expect(refused.errors.contains("cases/"), "\(refused)")
    #expect(refused.errors.contains("daftar sync --set-aside"), "\(refused)")
    #expect(try team.common.head() == sent)

    try team[0].done("sync --set-aside", as: "omar")
    for copy in team.copies.dropFirst() {
      let taken = try copy.done("sync")
      #expect(!taken.errors.contains("set aside"), "\(taken)")
    }
    try team.expectSame(holding: [])
    try team[0].done("show \(team.case)")
  }

  @Test(arguments: Stray.allCases)
  func `what arrives all the same is set aside, and the others go on`(stray: Stray) throws {
    let team = try Self.team()
    let events = try team[1].events()
    try Self.make(stray, in: team[0], of: team)
    try team[0].git("push --quiet origin HEAD")
    // Two take it in at once; one of them has worked on the case meanwhile, the third on another.
    try team[2].done("note \(team.case) --text 'Words from two.'")
    let other = try team[3].new("Another complaint.")
    for copy in [team[1], team[2], team[3]] {
      let taken = try copy.done("sync")
      guard copy.path == team[1].path else { continue }
      #expect(taken.errors.contains("brought by Somebody"), "\(taken)")
      #expect(taken.errors.contains("hint:"), "\(taken)")
      #expect(taken.output.contains("set aside"), "\(taken)")
    }
    try team[1].done("note \(team.case) --text 'Words from one.'")
    for copy in [team[1], team[2], team[3]] { try copy.done("sync") }
    // Whoever brought it may have put themselves off the team.
    try team[0].done("sync", as: "omar")
    for copy in [team[1], team[2], team[3]] { try copy.done("sync") }
    try team.expectSame(holding: events)
    for copy in team.copies {
      let text = try copy.content(of: team.file)
      #expect(text.contains("Words from one.") && text.contains("Words from two."))
      try copy.done("show \(other)")
    }
    // Nothing comes back, and nothing new is made of it.
    let head = try team.common.head()
    for copy in team.copies { try copy.done("sync") }
    #expect(try team.common.head() == head)
  }

  @Test func `two that set the same aside at once come together`() throws {
    let team = try Self.team()
    try Self.make(.mendedText, in: team[0], of: team)
    try team[0].git("push --quiet origin HEAD")
    _ = try inParallel(3) { try team[$0 + 1].done("sync") }
    for copy in team.copies { try copy.done("sync") }
    try team.expectSame(holding: [])
  }

  @Test func `steps that came before a spoilt version are not lost with it`() throws {
    let team = try Self.team()
    try team[0].done("note \(team.case) --text 'Seen by nobody yet.'")
    try Self.make(.mendedText, in: team[0], of: team)
    try team[0].git("push --quiet origin HEAD")
    try team[1].done("sync")
    #expect(try team[1].content(of: team.file).contains("Seen by nobody yet."))
    try team[1].expectWhole()
  }

  @Test func `a file mended by whoever spoilt it counts`() throws {
    let team = try Self.team()
    try Self.make(.brokenTeam, in: team[0], of: team)
    try team[0].git("push --quiet origin HEAD")
    try team[1].done("sync")
    try team[0].done("sync")
    let text = try team[0].content(of: "cases/team.yml")
    try team[0].write(
      text.replacing("Omar Haddad", with: "Omar B. Haddad"), to: "cases/team.yml")
    try team[0].done("adopt team.yml")
    for copy in team.copies { try copy.done("sync") }
    #expect(try team[1].content(of: "cases/team.yml").contains("Omar B. Haddad"))
    try team.expectSame(holding: [])
  }

  @Test func `a register that was hit before is mended by the first sync`() throws {
    let team = try Self.team()
    try Self.make(.conflictedCopy, in: team[0], of: team)
    try team[0].git("push --quiet origin HEAD")
    // Both have it already, by plain git.
    try team[1].git("pull --quiet")
    try team[1].done("sync")
    let clone = team.register.folder + "/late"
    try team.register.git("clone", "--quiet", team.common.path, clone)
    for copy in [team[2], Copy(team.register, at: clone)] {
      try copy.done("sync")
      try copy.expectWhole()
    }
  }

  @Test func `an edit of the front matter that was committed can still be adopted`() throws {
    let team = try Self.team()
    try team[0].edit(team.file, "priority: normal", "priority: high")
    try team[0].git("commit --quiet --all --message 'By hand'")
    let refused = try team[0].run("sync")
    #expect(refused.errors.contains("daftar adopt \(team.case)"), "\(refused)")
    try team[0].done("adopt \(team.case)")
    for copy in team.copies { try copy.done("sync") }
    #expect(try team[1].content(of: team.file).contains("priority: high"))
    try team.expectSame(holding: [])
  }

  @Test func `a new register ignores what systems leave in folders`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let folder = (copy.register.file(of: id) as NSString).deletingLastPathComponent
    for name in [".DS_Store", "desktop.ini", "Thumbs.db", "._x.md", "x.md~", ".x.md.swp"] {
      try copy.write("x", to: folder + "/" + name)
    }
    try copy.expectInStep()
    #expect(try copy.done("list").errors == "")
  }
}

extension Copy {
  /// Replaces words in a file of the work tree.
  func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try content(of: file)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: file)
  }
}
