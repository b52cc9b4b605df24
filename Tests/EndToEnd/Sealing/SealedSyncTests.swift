import Foundation
import Testing

/// Sealed entries travel with the register.
@Suite struct SealedSyncTests {
  @Test func `each sees in both copies exactly what they may`() throws {
    let two = try SealedPair()
    let restricted = try two.here("omar").sensitive("--category seah", text: "zephyrQ2.")
    let open = try two.here("omar").ordinary("kelpieQ3.", contact: "phone: 0944 123 456\n")
    try two.settle()
    let cases = [two.id, restricted, open]
    for (member, reads) in [
      ("omar", [false, false, true]), ("rana", [false, false, true]),
      ("huda", [true, false, true]),
      ("amal", [true, true, true]), ("zaki", [false, false, true]),
    ] {
      for seat in [two.here(member), two.there(member)] {
        let results = try cases.map { try seat.run("show \($0)") }
        #expect(results.map { $0.status == 0 } == reads, "\(member) \(results)")
        let mayCall = try seat.run("contact \(open)").status == 0
        #expect(mayCall == (member != "zaki"), "\(member)")
      }
    }
    try two.expectSame()
  }

  @Test func `a fresh clone gets the sealed entries with its first sync`() throws {
    let two = try SealedPair()
    let path = two.team.register.folder + "/fresh"
    try two.team.register.git(
      "clone", "--quiet", two.team.register.folder + "/common.git", path)
    let amal = two.team.seat("amal", in: path)
    let early = try amal.run("show \(two.id)")
    #expect(early.status == 1 && early.errors.contains("has not arrived here yet"), "\(early)")
    let check = try amal.done("vault check --json")
    #expect(check.output.contains("vault.missing"), "\(check)")
    try amal.done("sync")
    #expect(try amal.done("show \(two.id)").output.contains("brambleQ1"))
    try amal.expectWhole()
  }

  @Test func `steps of two readers at the same time both stand`() throws {
    let two = try SealedPair()
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ2 from here.")
    try two.there("karim").done("note \(two.id) -", input: "zephyrQ3 from there.")
    try two.settle()
    for seat in [two.here("huda"), two.there("amal")] {
      let seen = try seat.done("show \(two.id)").output
      #expect(seen.contains("kelpieQ2") && seen.contains("zephyrQ3"), "\(seen)")
    }
    try two.expectSame()
    try two.there("huda").done("note \(two.id) -", input: "quollQ4 after both.")
    try two.settle()
    #expect(try two.here("karim").json(two.id)["sections"].list.count == 3)
    try two.expectSame()
  }

  @Test func `assigned to two people at once, the next step seals anew for one of them`() throws {
    let two = try SealedPair()
    try two.here("amal").done("assign \(two.id) rana")
    try two.there("huda").done("assign \(two.id) sami")
    try two.settle()
    try two.expectSame()
    let file = try two.here("amal").json(two.id)
    let assignee = try #require(file["assignee"].text)
    let other = assignee == "rana" ? "sami" : "rana"
    // Whoever lost the race may know what was read before; the next step shuts them out.
    let step = try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    #expect(step.errors.contains("sealed anew"), "\(step)")
    try two.settle()
    for place in [two.here, two.there] {
      #expect(try place(assignee).done("show \(two.id)").output.contains("kelpieQ2"))
      #expect(
        try place(other).run("show \(two.id)").errors == "This case is handled by others.\n")
    }
    try two.expectSame()
  }

  @Test func `a step beside a new sealing is sealed for the new reader by the next step`() throws {
    let two = try SealedPair()
    try two.here("amal").done("assign \(two.id) rana")
    try two.there("karim").done("note \(two.id) -", input: "kelpieQ2.")
    try two.settle()
    try two.expectSame()
    // The note was sealed without rana: she learns that something is missing, not the sentence.
    let incomplete = try two.here("rana").run("show \(two.id)")
    #expect(incomplete.errors.contains("1 of the 3 steps of \(two.id)"), "\(incomplete)")
    #expect(!incomplete.output.contains("brambleQ1"))
    try two.there("amal").done("note \(two.id) -", input: "zephyrQ3.")
    try two.settle()
    let seen = try two.here("rana").done("show \(two.id)").output
    for word in ["brambleQ1", "kelpieQ2", "zephyrQ3"] { #expect(seen.contains(word), "\(seen)") }
    try two.expectSame()
  }

  @Test func `sealed anew in both copies at once, every entry opens for the readers`() throws {
    let two = try SealedPair()
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    try two.settle()
    try two.here("amal").done("assign \(two.id) rana")
    try two.there("huda").done("assign \(two.id) rana")
    try two.settle()
    try two.expectSame()
    for member in ["rana", "amal", "huda", "karim"] {
      for seat in [two.here(member), two.there(member)] {
        #expect(try seat.done("show \(two.id)").output.contains("kelpieQ2"))
      }
    }
  }

  @Test func `two syncs at once lose nothing`() throws {
    let two = try SealedPair()
    for round in 0..<(isLongRun ? 12 : 2) {
      let ids = try [two.here("omar"), two.there("omar")].map {
        try $0.sensitive(text: "R\(round).")
      }
      try two.here("amal").done("note \(two.id) -", input: "Here \(round).")
      try two.there("karim").done("note \(two.id) -", input: "There \(round).")
      _ = try inParallel(4) { index in
        try two.team.seat("amal", in: two.paths[index % 2]).done("sync")
      }
      try two.settle()
      for id in ids { for place in [two.here, two.there] { try place("amal").done("show \(id)") } }
    }
    try two.expectSame()
  }

  @Test func `several at once in one copy lose nothing, also while it is sealed anew`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let rounds = isLongRun ? 10 : 2
    for round in 0..<rounds {
      _ = try inParallel(4) { index in
        let seat = team.seat(["amal", "karim", "huda", "amal"][index])
        guard index == 3 else {
          return try seat.done("note \(id) -", input: "Note \(index) of \(round).")
        }
        return try seat.done("assign \(id) \(round % 2 == 0 ? "rana" : "sami")")
      }
    }
    let assignee = rounds % 2 == 0 ? "sami" : "rana"
    #expect(try team.seat(assignee).json(id)["sections"].list.count == 3 * rounds)
    try team.seat("amal").expectWhole()
  }

  @Test func `references lost in the common place are healed by the next sync`() throws {
    let two = try SealedPair()
    let contact = try two.there("omar").ordinary(contact: "phone: 0944 123 456\n")
    try two.settle()
    let references = try two.common("for-each-ref --format='%(refname)' refs/daftar").lines
    #expect(references.count == 2)
    for reference in references { _ = try two.common("update-ref -d \(reference)") }
    try two.here("rana").done("sync")
    try two.expectSame()
    try two.there("rana").done("contact \(contact)")
  }

  @Test func `an entry lost or damaged in one copy comes back from the other`() throws {
    for damage in ["deleted", "changed"] + (isLongRun ? ["emptied"] : []) {
      let two = try SealedPair()
      let here = two.here("amal")
      let entry = try #require(try here.entries(of: two.id).keys.first)
      let reference = "refs/daftar/vault/\(two.id)"
      let script =
        switch damage {
        case "deleted": "git update-ref -d \(reference)"
        default:
          """
          blob=$( (\(damage == "emptied" ? ":" : "git cat-file blob \(reference):\(entry) | tr '0-4' '5-9'")) | git hash-object -w --stdin)
          tree=$(printf '100644 blob %s\\t\(entry)\\n' $blob | git mktree)
          git update-ref \(reference) $(git commit-tree -m vault $tree)
          """
        }
      try two.inVault(script)
      let found = try two.here("zaki").run("vault check --json")
      let rule = damage == "deleted" ? "vault.missing" : "vault.damaged"
      #expect(found.output.contains(rule) && found.output.contains(entry), "\(found)")
      #expect((found.status == 0) == (damage == "deleted"), "\(found)")
      let shown = try here.run("show \(two.id)")
      let words = damage == "deleted" ? "has not arrived" : "\(entry) of \(two.id) is damaged"
      #expect(shown.status == 1 && shown.errors.contains(words), "\(shown)")
      #expect(shown.output == "")
      try here.done("sync")
      #expect(try here.done("show \(two.id)").output.contains("brambleQ1"), "\(damage)")
      try two.settle()
      try two.expectSame()
    }
  }

  @Test func `an entry that nobody's step names goes no further`() throws {
    let two = try SealedPair()
    let here = two.here("amal")
    let script = """
      reference=refs/daftar/vault/\(two.id)
      blob=$(echo planted | git hash-object -w --stdin)
      tree=$( (git ls-tree $reference; printf '100644 blob %s\\tzzzzzzzzzzzzzzzz\\n' $blob) | git mktree)
      git update-ref $reference $(git commit-tree -m vault $tree)
      """
    try two.inVault(script)
    let found = try here.run("vault check")
    #expect(found.errors.contains("zzzzzzzzzzzzzzzz"), "\(found)")
    try two.settle()
    try two.expectSame()
  }

  @Test func `git's own clone and fetch of the team's branch carry no entry`() throws {
    let two = try SealedPair()
    let there = two.there("amal")
    let references = try there.copy.git("for-each-ref --format='%(refname)'").output
    // What was seen of the common place last is a commit of the branch itself.
    let own = references.split(separator: "\n").filter { $0.contains("daftar") }
    #expect(own == ["refs/daftar/seen/origin/main"], "\(references)")
  }
}
