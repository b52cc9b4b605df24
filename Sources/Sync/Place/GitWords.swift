internal import FileSystem
internal import Glibc
internal import Register
internal import Text

/// What git said, looked through for causes.
struct GitWords {
  let text: String
  let remote: String
  /// The short name of the register's branch.
  let branch: String
  let gitDirectory: String
  /// The folder from which relative addresses lead.
  let root: String
  /// The address of the common place, where it is known.
  let address: String?

  /// What git says when it meets bytes that it did not write, or misses some that it needs.
  static let ofDamage = [
    "is corrupt", "bad object", "is empty", "missing blob", "missing tree", "unable to read",
    "inflate:", "did not send all necessary objects", "early eof", "index-pack failed",
    "unpack-objects failed", "broken", "could not parse", "did not receive expected object",
    "bad tree", "invalid sha1", "garbage", "cannot read existing object", "too long, exceeds",
    "index-pack output", "loose object", "unable to unpack", "unable to parse", "hash mismatch",
    "failed to read object", "cannot read object", "root tree", "packfile", "index file",
  ]

  var damage: PlaceDamage { PlaceDamage(remote: remote, branch: branch) }

  /// The folder of the common place, where it is one on this computer.
  var folder: String? {
    guard let address else { return nil }
    if address.hasPrefix("file://") { return String(address.dropFirst(7)) }
    return address.contains(":") ? nil : absolute(address)
  }

  func says(_ words: String...) -> Bool {
    let lowercased = text.lowercased()
    return words.contains { lowercased.contains($0) }
  }

  /// What stands between the first `'…'` after some words.
  private func quoted(after words: String) -> String? {
    guard let start = text.ranges(of: words).first?.upperBound else { return nil }
    let rest = text[start...].drop { $0 != "'" }.dropFirst()
    let name = rest.prefix { $0 != "'" && $0 != "\n" }
    return name.isEmpty ? nil : String(name)
  }

  /// A path from the register's folder, without `..`.
  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    var names: [Substring] = []
    for name in (root + "/" + path).split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// Lines that the other side sent; git marks them.
  private func comesFromThere(_ words: String) -> Bool {
    text.split(separator: "\n").contains {
      $0.lowercased().contains(words) && $0.hasPrefix("remote:")
    } || says("remote unpack failed", "unpacker error")
  }

  /// The cause that git's words tell, which are English in every language (`LC_ALL=C`).
  var obstacle: SyncObstacle {
    ownDisk ?? writing ?? placeDamage ?? refusal ?? place ?? transport ?? lock ?? someDamage
      ?? access ?? connection ?? .other(ownWords)
  }

  var ownDisk: SyncObstacle? {
    guard says("no space left on device", "disk quota exceeded") else { return nil }
    return comesFromThere("no space left") || comesFromThere("quota")
      ? .cause(
        "the disk of the common place is full", hint: "free some space there, and sync again")
      : .cause(
        "the disk of this computer is full",
        hint: "free some space and run `daftar sync` again; nothing was half saved")
  }

  /// The place lets this person read and not write.
  var writing: SyncObstacle? {
    let words = [
      "insufficient permission", "permission denied", "read-only file system",
      "unable to create temporary object directory",
    ]
    guard words.contains(where: { says($0) && comesFromThere($0) }) else { return nil }
    let place = address.map { ", \($0)," } ?? ""
    let isFolder = address.map { $0.hasPrefix("/") || $0.hasPrefix(".") || $0.hasPrefix("file:") }
    let account = isFolder == true ? UserAccount.name.map { " (the account \($0))" } ?? "" : ""
    return .cause(
      "the common place\(place) lets you\(account) read and not write; nothing was sent",
      hint: "whoever keeps it gives you the right to write there: its folder and all below it, for "
        + "instance with chgrp and `chmod -R g+rwX`; then sync again")
  }

  var place: SyncObstacle? {
    if says("dubious ownership", "safe.directory") {
      let folder = quoted(after: "repository at").map(absolute) ?? "PATH"
      return .cause(
        "the folder \(folder) belongs to another user, and git does not trust it",
        hint: "if you do: `git config --global --add safe.directory \(ShellWord.quoted(folder))`")
    }
    if says("mismatched algorithms", "hash algorithm", "object format") {
      return .cause(
        "the common place was made for other object names (SHA-256) than this register's",
        hint: "make another one, in a folder that is not there yet, and use it: "
          + "`git init --bare --object-format=sha1 -b \(branch) FOLDER`, then \(damage.using)")
    }
    if says("does not appear to be a git repository", "not a git repository") {
      let address = text.split(separator: "'").dropFirst().first.map(String.init)
      if let folder = address.map(absolute), isRepository(folder) { return damagedPlace(folder) }
      return .cause(
        "the common place is not where its address says" + (address.map { ": \($0)" } ?? ""),
        hint: "plug in the stick or connect the network folder; if the place has another address: "
          + "`git remote set-url \(remote) ADDRESS`")
    }
    if says("repository not found", "returned error: 404", "' not found") {
      return .cause(
        "there is no register at the address of the common place, or you may not see it",
        hint: "look at the address with `git remote -v`, and ask whoever keeps the place")
    }
    if says("invalid gitfile format", "does not look like a v2 or v3 bundle") {
      let address = text.split(separator: "\n").first { $0.contains("gitfile") }
        .flatMap { $0.split(separator: ": ").last.map(String.init) }
      return .cause(
        "the address of the common place is a file and no folder of git"
          + (address.map { ": \($0)" } ?? ""),
        hint: newAddress)
    }
    if says("no path specified") {
      return .cause("the address of the common place is empty", hint: newAddress)
    }
    return nil
  }

  /// Whether a folder of this computer was a repository, as one sees by what still lies in it.
  private func isRepository(_ folder: String) -> Bool {
    !Set(Folder.names(in: folder)).isDisjoint(with: ["HEAD", "objects", "refs"])
  }

  private func damagedPlace(_ folder: String) -> SyncObstacle {
    .cause(
      "the common place \(folder) is damaged: git does not know it as a repository any more",
      hint: "make a new one beside it, and use that: \(damage.making), then \(damage.using), then "
        + "`daftar sync`; every copy sends all it has")
  }

  private var newAddress: String {
    "look at it with `git remote -v`, and set the right one: "
      + "`git remote set-url \(remote) ADDRESS`"
  }

  var transport: SyncObstacle? {
    if says("cannot run ssh", "ssh: not found") {
      return .cause(
        "the program ssh is not installed",
        hint: "install it (Debian: apt-get install "
          + "openssh-client)")
    }
    if says("host key verification failed") {
      return .cause(
        "the computer of the common place is not the one that is known here, or not known yet",
        hint: "ask whoever keeps it for its fingerprint, and compare: `ssh HOST`")
    }
    if says("certificate", "ssl") {
      return .cause(
        "the certificate of the common place is not accepted",
        hint: "look whether the clock of this computer is right, and ask whoever keeps the place")
    }
    if says("unable to find remote helper", "remote helper '", "transport '")
      || text.contains(/git: 'remote-[^']*' is not a git command/)
    {
      return .cause("git has no way to reach an address of this kind", hint: newAddress)
    }
    if text.contains(/git-(upload|receive)-pack: (command )?not found/) {
      return .cause(
        "the program git is not installed on the computer of the common place, or not found there",
        hint: "whoever keeps that computer installs it")
    }
    if let line = text.firstMatch(of: /bad line length character: ?(.*)/) {
      return .cause(
        "the computer of the common place prints words of its own (“\(line.1)…”) where git answers",
        hint: "whoever keeps it takes them out of the start-up files of the shell (.bashrc)")
    }
    if let line = text.firstMatch(of: /bad config line (\d+) in file (\S+)/) {
      // Git names a file of the place from there.
      let place = line.2.hasPrefix("./") ? (address.map { absolute($0) + "/" } ?? "") : ""
      return .cause(
        "git cannot read line \(line.1) of its settings in \(place)\(line.2.trimmingPrefix("./"))",
        hint: "put that line right; in the common place, whoever keeps it does")
    }
    if let line = text.firstMatch(of: /bad [a-z]+ config value '([^']*)' for '([^']*)'/) {
      return .cause(
        "git cannot read its own setting \(line.2), which is “\(line.1)”",
        hint: "take it out: `git config --unset-all \(line.2)`, also with --global")
    }
    return nil
  }

  var lock: SyncObstacle? {
    guard says(".lock': file exists") else { return nil }
    let file = quoted(after: "Unable to create") ?? quoted(after: "unable to create") ?? "…lock"
    let isHere = file.hasPrefix(gitDirectory + "/")
    return .cause(
      "a lock was left \(isHere ? "in this copy" : "in the common place"): \(file)",
      hint: "if nobody else is sending this moment, delete that file and run `daftar sync` again")
  }

  var someDamage: SyncObstacle? {
    guard Self.ofDamage.contains(where: { says($0) }) else { return nil }
    let place = folder.map { ShellWord.quoted($0) } ?? "FOLDER"
    return .cause(
      "the common place is damaged, or what it sent did not arrive whole",
      hint: "run `daftar sync` again; if it stays so, whoever keeps the place looks with "
        + "`git --git-dir=\(place) fsck`, or makes a new empty one: every copy sends all it has")
  }

  var access: SyncObstacle? {
    guard
      says(
        "permission denied", "authentication", "could not read username", "error: 403",
        "insufficient permission", "read-only file system", "access denied")
    else { return nil }
    return .notAllowed
  }

  /// What the other place took no part in for a reason of its own: a hook, a rule of its keeper.
  var refusal: SyncObstacle? {
    if says("branch is currently checked out") {
      return .cause(
        "the common place is somebody's working copy, into whose branch git does not send",
        hint: "make a common place beside it, and use that: "
          + "\(damage.making), then \(damage.using)")
    }
    guard says("hook declined") else { return nil }
    let said = wordsFromThere
    return .cause(
      "the common place did not take what was sent"
        + (said.isEmpty ? " and gave no reason" : "; it says: \(said)"),
      hint: "ask whoever keeps the place")
  }

  /// Only words that tell of a missing connection mean one.
  var connection: SyncObstacle? {
    let isMissing = says(
      "could not resolve", "couldn't resolve", "name or service not known",
      "temporary failure in name resolution", "connection refused", "connection timed out",
      "operation timed out", "connection reset", "connection closed", "network is unreachable",
      "no route to host", "host is down", "failed to connect", "couldn't connect",
      "unable to connect", "empty reply from server")
    return isMissing ? .unreachable : nil
  }

  /// What the other side's programs said.
  private var wordsFromThere: String {
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("remote:") && !$0.contains("hook declined")
    }
    return Self.shortened(lines.map { $0.dropFirst("remote:".count) })
  }

  /// What git said, without the words that it says of every failure.
  var ownWords: String {
    let usual = [
      "fatal: Could not read from remote repository", "Please make sure you have the correct",
      "and the repository exists", "error: failed to push some refs", "hint:", "To ", "Done",
    ]
    let lines = text.split(separator: "\n").filter { line in
      !usual.contains { line.hasPrefix($0) }
    }
    return Self.shortened(lines.map { $0[...] })
  }

  private static func shortened(_ lines: [Substring]) -> String {
    let plain = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let joined = plain.filter { !$0.isEmpty }.prefix(5).joined(separator: " · ")
    return joined.count > 400 ? joined.prefix(400) + "…" : joined
  }
}

/// The account under which the program runs.
enum UserAccount {
  /// Its name; nil where the computer has none for it.
  static var name: String? {
    guard let entry = unsafe getpwuid(geteuid()), let name = unsafe entry.pointee.pw_name else {
      return nil
    }
    return unsafe String(cString: name)
  }
}
