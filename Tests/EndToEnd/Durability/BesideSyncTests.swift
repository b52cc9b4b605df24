import Foundation
import Testing

/// Sealed steps are recorded while a synchronisation of the same copy is under way.
@Suite(.durability) struct BesideSyncTests {
  @Test(arguments: ["note", "contact", "new"])
  func `what is sealed while git is fetching stays readable`(kind: String) throws {
    let two = try SealedPair()
    let ordinary = try two.here("omar").ordinary(contact: "phone: 0944 123 456\n")
    try two.settle()
    let slow = try SlowPlace(two)
    let made = try inParallel(2) { hand -> String in
      guard hand == 1 else {
        try two.here("amal").done("sync", with: slow.variables)
        return ""
      }
      defer { slow.goOn() }
      try slow.waitUntilReached()
      switch kind {
      case "note":
        try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
        return two.id
      case "contact":
        try two.here("omar").done("contact \(ordinary) --from -", input: "phone: 0955 777 888\n")
        return ordinary
      default: return try two.here("omar").sensitive(text: "kelpieQ2.")
      }
    }
    let line = kind == "contact" ? "contact \(made[1])" : "show \(made[1])"
    let word = kind == "contact" ? "0955 777 888" : "kelpieQ2"
    #expect(try two.here("amal").done(line).output.contains(word))
    try two.here("amal").done("sync", with: slow.variables)
    try two.there("amal").done("sync")
    #expect(try two.there("amal").done(line).output.contains(word))
    if kind != "contact" {
      try two.there("amal").done("note \(made[1]) -", input: "Work goes on.")
    }
    try two.settle(with: slow.variables)
    try two.expectSame()
  }

  @Test func `what a running sync has not brought yet is waited for, and nothing is settled`()
    throws
  {
    let two = try SealedPair()
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ2.")
    try two.there("amal").done("sync")
    let slow = try SlowPlace(two)
    _ = try inParallel(2) { hand in
      guard hand == 1 else {
        try two.here("amal").done("sync", with: slow.variables)
        return
      }
      defer { slow.goOn() }
      try slow.waitUntilReached()
      let refused = try two.here("amal").run("note \(two.id) -", input: "kelpieQ3.")
      #expect(refused.status == 1 && refused.errors.contains("has not arrived"), "\(refused)")
      #expect(refused.errors.contains("is running in this copy"), "\(refused)")
      #expect(!refused.errors.contains("settle"), "\(refused)")
    }
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ3.")
    // Without one that runs it may never come.
    try two.inVault("git update-ref -d refs/daftar/vault/\(two.id)")
    let missing = try two.here("amal").run("show \(two.id)")
    #expect(!missing.errors.contains("is running in this copy"), "\(missing)")
  }

  @Test func `an entry that an earlier version put aside is read, and healed by sync alone`() throws
  {
    let two = try SealedPair()
    let reference = "refs/daftar/vault/\(two.id)"
    let before = try two.here("amal").vault("rev-parse \(reference)").word
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    let after = try two.here("amal").vault("rev-parse \(reference)").word
    try two.inVault(
      "git update-ref refs/daftar/kept/\(two.id) \(after); git update-ref \(reference) \(before)")
    #expect(try two.here("huda").done("show \(two.id)").output.contains("kelpieQ2"))
    let check = try two.here("zaki").done("vault check --json")
    #expect(check.output.contains("vault.kept"), "\(check)")
    try two.here("amal").copy.git("push --quiet origin main")
    try two.settle()
    #expect(try two.there("karim").done("show \(two.id)").output.contains("kelpieQ2"))
    try two.there("karim").done("note \(two.id) -", input: "Work goes on.")
    try two.settle()
    try two.expectSame()
  }

  @Test func `an entry in the common place whose step has not arrived is not replaced`() throws {
    let two = try SealedPair()
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ2.")
    // The entry is sent, the step that names it is not.
    let sent = try two.there("amal").vault(
      "push --quiet --force \(two.team.register.folder)/common.git refs/daftar/vault/*")
    try #require(sent.status == 0, "\(sent)")
    try two.here("amal").done("sync")
    let kept = try two.here("amal").vault("ls-tree --name-only refs/daftar/kept/\(two.id)").lines
    let named = try two.there("amal").entries(of: two.id).keys
    #expect(Set(kept).isSuperset(of: named))
    try two.there("amal").copy.git("push --quiet origin main")
    try two.inThere("rm -rf refs/daftar; sed -i '/refs.daftar/d' packed-refs 2>/dev/null || true")
    try two.settle()
    #expect(try two.there("huda").done("show \(two.id)").output.contains("kelpieQ2"))
    try two.expectSame()
  }

  @Test func `many processes and two copies that synchronise lose nothing`() throws {
    let two = try SealedPair()
    let (writers, each) = isLongRun ? (8, 60) : (4, 5)
    let cases = try (0..<writers).map { try two.here("omar").ordinary("Case \($0).") }
    try two.settle()
    let recorded = try inParallel(writers + 2) { hand -> [Recorded] in
      guard hand < writers else {
        for _ in 0..<(isLongRun ? 40 : 4) { try Recorded.sync(two, hand % 2) }
        return []
      }
      return try (0..<each).compactMap { try Recorded(two, hand, $0, cases[hand]) }
    }.flatMap(\.self)
    for _ in 0..<2 { try two.settle() }
    for side in 0..<2 { try Recorded.expect(recorded, in: two, side) }
    try two.expectSame()
  }
}

/// What a command that ended with 0 recorded: the case and a word of it.
private struct Recorded: Sendable {
  let id: String
  let word: String
  let isContact: Bool

  /// Records something in one of two copies, by the turn of a writer; nil when it was refused.
  ///
  /// Between the arrival of a step and that of its entry nobody works on top of it.
  init?(_ two: SealedPair, _ hand: Int, _ turn: Int, _ ordinary: String) throws {
    let place = hand % 2 == 0 ? two.here : two.there
    let word = "W\(hand)T\(turn)q"
    self.word = word
    isContact = false
    switch (hand + turn) % 5 {
    case 0: id = try place("omar").ordinary("Words \(word).")
    case 1: id = try place("omar").sensitive(text: "Words \(word).")
    case 2:
      let result = try place("amal").run("note \(two.id) -", input: "Words \(word).")
      guard result.status == 0 else {
        #expect(result.errors.contains("has not arrived"), "\(result)")
        return nil
      }
      id = two.id
    case 3:
      let contact = "name: \(word)\nphone: 0944 123 456\n"
      try place("omar").done("contact \(ordinary) --from -", input: contact)
      id = ordinary
    default:
      try place("rana").done("note \(ordinary) -", input: "Words \(word).")
      id = ordinary
    }
  }

  static func sync(_ two: SealedPair, _ side: Int) throws {
    let result = try two.team.seat("amal", in: two.paths[side]).run("sync")
    // Others may be faster for a long time; that is said, and nothing is lost.
    #expect(result.status == 0 || result.errors.contains("[sync.busy]"), "\(result)")
  }

  /// Finds all of it again.
  static func expect(_ all: [Recorded], in two: SealedPair, _ side: Int) throws {
    let seat = two.team.seat("amal", in: two.paths[side])
    for (id, found) in Dictionary(grouping: all, by: \.id) {
      let shown = try seat.done("show \(id)").output
      let contact = try seat.run("contact \(id)").output
      let contacts = found.filter { !shown.contains($0.word) }
      // Of contact data the newest is shown; each of them is a step.
      let steps = shown.split(separator: "\n").count { $0.contains("  contact") }
      #expect(contacts.count == steps, "\(id) \(contacts.map(\.word)) \(shown)")
      if !contacts.isEmpty {
        #expect(contacts.contains { contact.contains($0.word) }, "\(id) \(contact)")
      }
    }
  }
}

/// The common place behind a program that waits, when the vault is fetched, until it may go on.
private struct SlowPlace: Sendable {
  private let folder: String
  let variables: [String: String]

  init(_ two: SealedPair) throws {
    folder = two.team.register.folder + "/slow"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let script = """
      #!/bin/sh
      process=$PPID
      for step in 1 2 3; do
        case "$2$(tr '\\0' ' ' < /proc/$process/cmdline)" in
        git-upload-pack*vault.git*)
          touch '\(folder)/reached'
          while ! test -e '\(folder)/go'; do sleep 0.02; done ;;
        esac
        process=$(sed 's/.*) . //; s/ .*//' /proc/$process/stat)
        test "$process" -gt 1 || break
      done
      eval "exec $2"
      """
    let path = folder + "/ssh"
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let address = "ssh://place" + two.team.register.folder + "/common.git"
    try two.here("amal").copy.git("remote set-url origin \(address)")
    variables = ["GIT_SSH_COMMAND": path, "GIT_SSH_VARIANT": "simple"]
  }

  func waitUntilReached() throws {
    for _ in 0..<3_000 where !FileManager.default.fileExists(atPath: folder + "/reached") {
      usleep(10_000)
    }
    try #require(FileManager.default.fileExists(atPath: folder + "/reached"))
  }

  func goOn() { _ = FileManager.default.createFile(atPath: folder + "/go", contents: nil) }
}
