import Foundation
import Testing

/// Packs that git cannot open, and files in the place of folders, keep nobody from the sealed entries that
/// are in the common place or still whole.
@Suite struct UnreadableVaultTests {
  private static let cut = ["truncate -s 0 $F", "truncate -s 60 $F"]

  /// A pair whose first copy has one pack with everything, and one case in it that was not sent.
  private static func pair() throws -> (two: SealedPair, unsent: String) {
    let two = try SealedPair()
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ1.")
    try two.settle()
    let unsent = try two.here("amal").sensitive(text: "Another matter zephyrQ9.")
    return (two, unsent)
  }

  @Test(arguments: cut, [false, true])
  func `a pack that was cut off is put aside, and all comes anew`(
    script: String, isWithoutIndex: Bool
  ) throws {
    let two = try SealedPair()
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ1.")
    try two.settle()
    try two.inVault(
      "git repack -adq; chmod u+w objects/pack/*; F=$(echo objects/pack/*.pack); \(script)")
    if isWithoutIndex { try two.inVault("rm -f objects/pack/*.idx") }
    let told = try two.here("amal").done("sync")
    #expect(told.errors.contains(".pack: warning"), "\(told)")
    #expect(told.output.contains("made whole"), "\(told)")
    try two.inVault(
      "test -f daftar/damaged/*.pack; ! test -f objects/pack/*.pack || git fsck --strict")
    #expect(try two.here("amal").done("show \(two.id)").output.contains("kelpieQ1"))
    let again = try two.here("amal").done("sync")
    #expect(again.output.contains("up to date") && again.errors.isEmpty, "\(again)")
    try two.here("amal").done("note \(two.id) -", input: "Work goes on.")
    try two.settle()
    try two.expectSame()
  }

  @Test func `what is whole in a pack that was cut off comes back from there`() throws {
    let (two, unsent) = try Self.pair()
    // The last twenty bytes are a checksum: nothing else is lost.
    try two.inVault("git repack -adq; chmod u+w objects/pack/*; truncate -s -9 objects/pack/*.pack")
    try two.here("amal").done("sync")
    #expect(try two.here("amal").done("show \(unsent)").output.contains("zephyrQ9"))
    try two.settle()
    #expect(try two.there("amal").done("show \(unsent)").output.contains("zephyrQ9"))
    try two.expectSame()
  }

  @Test func `without the common place it is said what is damaged, again and again`() throws {
    let (two, unsent) = try Self.pair()
    try two.inVault("git repack -adq; chmod u+w objects/pack/*; truncate -s 60 objects/pack/*.pack")
    let place = two.team.register.folder + "/common.git"
    try FileManager.default.moveItem(atPath: place + "/refs/daftar", toPath: place + "/kept")
    for _ in 0..<2 {
      let told = try two.here("amal").run("sync")
      #expect(told.errors.contains(two.id) && told.errors.contains(unsent), "\(told)")
      #expect(!told.output.contains("everything is up to date"), "\(told)")
      for command in ["vault check", "check"] {
        let checked = try two.here("amal").run(command)
        #expect(checked.status == 1 && !checked.errors.contains("is not here"), "\(checked)")
        #expect(!checked.output.contains("in order"), "\(checked)")
      }
    }
    try FileManager.default.moveItem(atPath: place + "/kept", toPath: place + "/refs/daftar")
    #expect(try two.here("amal").done("sync").output.contains("made whole"))
    #expect(try two.here("amal").done("show \(two.id)").output.contains("kelpieQ1"))
  }

  @Test func `a sync that does not reach the vault of the place leaves no case without its name`()
    throws
  {
    let (two, _) = try Self.pair()
    let tip = try two.here("amal").vault("rev-parse refs/daftar/vault/\(two.id)").word
    try two.inVault(
      "F=objects/\(tip.prefix(2))/\(tip.dropFirst(2)); rm -f $F objects/pack/*; "
        + "git rev-parse refs/daftar/vault/\(two.id)")
    let place = two.team.register.folder + "/common.git"
    // The history is fetched over a connection that fails from then on.
    let ssh = two.team.register.folder + "/ssh"
    try """
    #!/bin/sh
    case "$(tr '\\0' ' ' < /proc/$PPID/cmdline)$(cat /proc/$(sed 's/.*) . //; s/ .*//' /proc/$PPID/stat)/cmdline)" in
    *vault.git*) exit 1 ;;
    esac
    eval "exec $2"
    """.write(toFile: ssh, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: ssh)
    try two.here("amal").copy.git("remote set-url origin ssh://place\(place)")
    let variables = ["GIT_SSH_COMMAND": ssh, "GIT_SSH_VARIANT": "simple"]
    let told = try two.here("amal").run("sync", with: variables)
    #expect(told.status != 0 || !told.output.contains("up to date"), "\(told)")
    #expect(
      try two.here("amal").vault("for-each-ref refs/daftar/vault/\(two.id)").output.contains(tip)
        || two.here("amal").run("show \(two.id)").output.contains("kelpieQ1"), "\(told)")
    try two.here("amal").copy.git("remote set-url origin \(place)")
    try two.settle()
    #expect(try two.here("amal").done("show \(two.id)").output.contains("kelpieQ1"))
    try two.expectSame()
  }

  @Test(arguments: [
    "rm -rf objects/??; for n in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do for m in 0 7 9 c f; do : > objects/$n$m; done; done",
    "rm -rf objects; : > objects", "rm -rf refs; : > refs", "rm -rf refs/daftar; : > refs/daftar",
    "rm -rf refs/daftar/vault; : > refs/daftar/vault", "rm -rf objects/pack; : > objects/pack",
    "rm -f HEAD; mkdir -p HEAD/x", "rm -f config; mkdir -p config/x",
    "rm -f packed-refs; mkdir -p packed-refs/x",
    "rm -rf daftar; : > daftar; rm -rf objects; : > objects",
  ])
  func `what stands in the place of the vault's folders and files gives way`(script: String) throws
  {
    let two = try SealedPair()
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ1.")
    try two.settle()
    try two.inVault(script)
    try two.here("amal").done("sync")
    #expect(try two.here("amal").done("show \(two.id)").output.contains("kelpieQ1"))
    try two.here("amal").done("note \(two.id) -", input: "Work goes on.")
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: [
    "lock", "sync", "pending", "vault-pending", "drafts", "worktrees", "last-list", "",
  ])
  func `what stands in the place of the program's own files gives way`(name: String) throws {
    let two = try SealedPair()
    let path = two.paths[0] + "/.git/daftar" + (name.isEmpty ? "" : "/" + name)
    try? FileManager.default.removeItem(atPath: path)
    if ["drafts", "worktrees", ""].contains(name) {
      try Data("x".utf8).write(to: URL(fileURLWithPath: path))
    } else {
      try FileManager.default.createDirectory(
        atPath: path + "/x", withIntermediateDirectories: true)
    }
    let id = try two.here("amal").ordinary("The tap is dry.")
    try two.here("amal").done("note \(id) --text 'Called.'")
    try two.here("amal").run("list")
    try two.settle()
    try two.expectSame()
  }
}
