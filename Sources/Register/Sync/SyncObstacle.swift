/// Why nothing could be exchanged.
package enum SyncObstacle: Sendable, Hashable {
  /// No other place is set up.
  case noRemote
  /// There is no connection.
  case unreachable
  /// The other place did not let this person in.
  case notAllowed
  /// Something that a person can mend: what it is, and how.
  case cause(String, hint: String)
}

extension SyncObstacle {
  /// Reads the cause out of git's words, which are English in every language (`LC_ALL=C`).
  ///
  /// `root` is the folder from which relative addresses lead.
  static func told(
    by attempt: GitProgram.Result, remote: String, gitDirectory: String, root: String
  ) -> SyncObstacle {
    let words = attempt.errors + "\n" + attempt.output
    let told = Words(text: words, remote: remote, gitDirectory: gitDirectory, root: root)
    return told.ownDisk ?? told.place ?? told.lock ?? told.damage ?? told.access ?? .unreachable
  }
}

/// What git said, looked through for causes.
private struct Words {
  let text: String
  let remote: String
  let gitDirectory: String
  let root: String

  private func says(_ words: String...) -> Bool {
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

  var ownDisk: SyncObstacle? {
    guard says("no space left on device", "disk quota exceeded") else { return nil }
    return comesFromThere("no space left") || comesFromThere("quota")
      ? .cause(
        "the disk of the common place is full", hint: "free some space there, and sync again")
      : .cause(
        "the disk of this computer is full",
        hint: "free some space and run `daftar sync` again; nothing was half saved")
  }

  var place: SyncObstacle? {
    if says("dubious ownership", "safe.directory") {
      let folder = quoted(after: "repository at").map(absolute) ?? "PATH"
      return .cause(
        "the folder \(folder) belongs to another user, and git does not trust it",
        hint: "if you do: `git config --global --add safe.directory '\(folder)'`")
    }
    if says("mismatched algorithms", "hash algorithm", "object format") {
      return .cause(
        "the common place was made for other object names (SHA-256) than this register's",
        hint: "make the place anew: `git init --bare --object-format=sha1 FOLDER`")
    }
    if says("does not appear to be a git repository", "not a git repository") {
      let address = text.split(separator: "'").dropFirst().first.map(String.init)
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
    return transport
  }

  private var transport: SyncObstacle? {
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
    if says(
      "unable to find remote helper", "remote helper '", "transport '", "git: 'remote-"
    ) {
      return .cause(
        "git has no way to reach an address of this kind",
        hint: "look at the address with `git remote -v`")
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

  var damage: SyncObstacle? {
    guard
      says(
        "is corrupt", "bad object", "is empty", "missing blob", "missing tree", "unable to read",
        "inflate:", "did not send all necessary objects", "early eof", "index-pack failed",
        "unpack-objects failed", "broken", "could not parse", "did not receive expected object",
        "bad tree", "invalid sha1", "garbage")
    else { return nil }
    return .cause(
      "the common place is damaged, or what it sent did not arrive whole",
      hint:
        "run `daftar sync` again; if it stays so, whoever keeps the place looks with `git fsck`, "
        + "or makes a new empty one: every copy sends all it has")
  }

  var access: SyncObstacle? {
    guard
      says(
        "permission denied", "authentication", "could not read username", "403", "remote rejected",
        "insufficient permission", "read-only file system", "access denied")
    else { return nil }
    return .notAllowed
  }
}
