import Foundation
import Testing

/// What a copy lost of its sealed entries is named, leaves the rest as it is, and comes anew.
@Suite struct VaultHealingTests {
  /// What happens to an object or a file, as a script with its path in `$F`.
  static let damages = ["chmod u+w $F; truncate -s 100 $F", "rm -f $F", "chmod u+w $F; : > $F"]

  /// A pair whose case has three notes in both copies.
  private static func pair() throws -> SealedPair {
    let two = try SealedPair()
    for word in ["kelpieQ1", "kelpieQ2", "kelpieQ3"] {
      try two.there("amal").done("note \(two.id) -", input: word + ".")
    }
    try two.settle()
    return two
  }

  /// The name of the entry of a step.
  private static func entry(_ step: Int, in two: SealedPair) throws -> Substring {
    let lines = try two.here("amal").file(of: two.id).split(separator: "\n")
      .filter { $0.hasPrefix("{\"id\":") }
    return try #require(lines[step].firstMatch(of: /"seal":"([0-9a-z]{16})/)).1
  }

  /// Damages the entry of a step in the first copy; returns the file.
  private static func damage(_ step: Int, _ script: String, in two: SealedPair) throws -> String {
    let entry = try entry(step, in: two)
    let blob = try two.here("amal").vault("rev-parse refs/daftar/vault/\(two.id):\(entry)").word
    return try damage(blob, script, in: two)
  }

  private static func damage(
    _ object: String, _ script: String, in two: SealedPair
  ) throws -> String {
    let file = "objects/\(object.prefix(2))/\(object.dropFirst(2))"
    try two.inVault("F=\(file); test -f $F; \(script)")
    return file
  }

  @Test(arguments: damages)
  func `a damaged entry in the middle leaves the rest, and comes anew`(script: String) throws {
    let two = try Self.pair()
    let file = try Self.damage(2, script, in: two)
    let shown = try two.here("amal").run("show \(two.id)")
    for word in ["brambleQ1", "kelpieQ1", "kelpieQ3"] {
      #expect(shown.output.contains(word), "\(shown)")
    }
    #expect(!shown.output.contains("kelpieQ2") && shown.errors.contains(file), "\(shown)")
    #expect(!shown.errors.contains("not arrived"), "\(shown)")
    let healed = try two.here("amal").done("sync")
    #expect(healed.output.contains("damaged sealed parts of 1 case made whole"), "\(healed)")
    #expect(try two.here("amal").done("show \(two.id)").output.contains("kelpieQ2"))
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: damages)
  func `a damaged list of entries comes anew`(script: String) throws {
    let two = try Self.pair()
    for object in ["refs/daftar/vault/\(two.id)", "refs/daftar/vault/\(two.id)^{tree}"] {
      let name = try two.here("amal").vault("rev-parse \(object)").word
      _ = try Self.damage(name, script, in: two)
      #expect(try two.here("amal").done("sync").output.contains("made whole"))
    }
    try two.expectSame()
  }

  @Test func `what nobody else has stays, is named, and stops no other case`() throws {
    let two = try Self.pair()
    try two.here("amal").done("note \(two.id) -", input: "zephyrQ9.")
    let file = try Self.damage(4, Self.damages[0], in: two)
    let other = try two.here("amal").sensitive(text: "Another matter.")
    for _ in 0..<2 {
      let told = try two.here("amal").done("sync")
      #expect(told.errors.contains(file) && told.errors.contains(two.id), "\(told)")
      #expect(!told.output.contains("everything is up to date"), "\(told)")
    }
    try two.there("amal").done("sync")
    #expect(try two.there("amal").done("show \(other)").output.contains("Another matter."))
    #expect(try two.here("amal").run("show \(two.id)").output.contains("brambleQ1"))
  }

  @Test func `a damaged pack takes nothing else with it`() throws {
    let two = try Self.pair()
    // What was not sent is in this pack and nowhere else.
    let other = try two.here("amal").sensitive(text: "Another matter.")
    let entry = try Self.entry(2, in: two)
    let blob = try two.here("amal").vault("rev-parse refs/daftar/vault/\(two.id):\(entry)").word
    try two.inVault(
      """
      git repack -adq; cd objects/pack; chmod u+w *.pack
      start=$(git verify-pack -v *.idx | awk '$1 == "\(blob)" { print $5 }')
      head -c 4 /dev/zero | dd of="$(echo *.pack)" bs=1 seek=$((start + 60)) conv=notrunc 2>/dev/null
      """)
    for _ in 0..<2 {
      let told = try two.here("amal").run("sync")
      #expect(told.errors.contains(".pack") && told.errors.contains(two.id), "\(told)")
      try two.inVault("test -f objects/pack/*.pack")
      #expect(try two.here("amal").run("show \(other)").output.contains("Another matter."))
      let shown = try two.here("amal").run("show \(two.id)")
      #expect(shown.output.contains("kelpieQ1") && shown.output.contains("kelpieQ3"), "\(shown)")
    }
    try two.there("amal").done("sync")
    #expect(try two.there("amal").done("show \(other)").output.contains("Another matter."))
  }

  @Test(arguments: [0, 60])
  func `a damaged name of a case's entries is told as damage, and heals`(zeros: Int) throws {
    let two = try Self.pair()
    try two.inVault("head -c \(zeros) /dev/zero > refs/daftar/vault/\(two.id)")
    for line in ["list", "show \(two.id)", "vault check"] {
      let told = try two.here("amal").run(line)
      #expect(told.errors.contains("damaged") && !told.errors.contains("not arrived"), "\(told)")
    }
    #expect(try two.here("amal").run("vault check").status == 1)
    #expect(try two.here("amal").done("sync").output.contains("made whole"))
    try two.expectSame()
  }

  @Test(
    arguments: ["HEAD", "config"], ["head -c 50 /dev/urandom", "true", "head -c 50 /dev/zero"])
  func `files of the vault that hold nothing are made anew`(file: String, script: String) throws {
    let two = try Self.pair()
    try two.inVault("\(script) > \(file)")
    #expect(try two.here("amal").done("show \(two.id)").output.contains("kelpieQ3"))
    try two.settle()
    try two.expectSame()
  }

  /// The newest commit, or with its list, of the first copy's case.
  @Test(arguments: [["^{commit}"], ["^{commit}", "^{tree}"], ["^{tree}"]], damages)
  func `a list that was not sent yet is made anew`(parts: [String], script: String) throws {
    let two = try Self.pair()
    try two.here("amal").done("note \(two.id) -", input: "zephyrQ9.")
    for part in parts.reversed() {
      let name = try two.here("amal").vault("rev-parse refs/daftar/vault/\(two.id)\(part)").word
      _ = try Self.damage(name, script, in: two)
    }
    let other = try two.here("amal").ordinary()
    #expect(try two.here("amal").done("sync").output.contains("made whole"))
    try two.there("amal").done("sync")
    #expect(try two.there("amal").done("show \(two.id)").output.contains("zephyrQ9"))
    try two.there("amal").done("show \(other)")
    try two.settle()
    try two.expectSame()
  }

  @Test func `a name of nothing gives way to what the common place has`() throws {
    let two = try Self.pair()
    let nothing = String(repeating: "1a", count: 20)
    try two.inVault("echo \(nothing) > refs/daftar/vault/\(two.id)")
    let other = try two.here("amal").ordinary()
    #expect(try two.here("amal").done("sync").output.contains("made whole"))
    try two.there("amal").done("sync")
    try two.there("amal").done("show \(other)")
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: ["refs/daftar/kept", "refs/remotes/common"])
  func `a name of nothing beside the cases stops no exchange`(folder: String) throws {
    let two = try Self.pair()
    let nothing = String(repeating: "1a", count: 20)
    try two.inVault("mkdir -p \(folder); echo \(nothing) > \(folder)/\(two.id)")
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: [true, false])
  func `a damaged list of the vault's references loses nothing`(isEmptied: Bool) throws {
    let two = try Self.pair()
    try two.here("amal").done("note \(two.id) -", input: "zephyrQ9.")
    try two.inVault(
      "git pack-refs --all; "
        + (isEmptied ? "head -c 90 /dev/zero > packed-refs" : "head -c 9 /dev/zero >> packed-refs"))
    let synced = try two.here("amal").done("sync")
    #expect(synced.errors.contains("packed-refs"), "\(synced)")
    try two.here("amal").done("note \(two.id) -", input: "zephyrQ8.")
    try two.settle()
    for word in ["brambleQ1", "zephyrQ9", "zephyrQ8"] {
      #expect(try two.there("amal").done("show \(two.id)").output.contains(word))
    }
    try two.expectSame()
  }

  @Test(arguments: ["rm -rf objects", "cd ..; rm -rf vault.git; echo > vault.git"])
  func `a vault without its objects is taken anew`(script: String) throws {
    let two = try Self.pair()
    try two.inVault(script)
    try two.settle()
    try two.expectSame()
  }
}
