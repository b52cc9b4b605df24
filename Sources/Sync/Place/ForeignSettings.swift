internal import CaseModel
internal import Diagnostics
internal import Register
internal import Text

/// Settings of git that run programs or send elsewhere, and stand in the register's own folder.
///
/// Such a folder may come on a stick or in an archive, from anybody. What a person has set for
/// themselves (`git config --global`, or the environment) counts; what came with the folder does not.
struct ForeignSettings {
  /// Throws when a repository's own configuration has one of them; nothing was run then.
  static func refuse(_ git: GitProgram, of gitDirectory: String) async throws {
    let listed = try await git.run(["config", "--list", "--null", "--show-scope"])
    guard listed.succeeded else {
      throw Diagnostic(
        rule: "sync.settings",
        message: "git cannot read its settings here: "
          + (listed.errors.split(separator: "\n").first.map(String.init) ?? "no reason given"),
        hint: "mend the file that it names, usually .git/config")
    }
    let found = dangerous(in: listed.output)
    guard let first = found.first else { return }
    let names = found.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
    let isAddress = first.hasSuffix(".url")
    throw Refusal(
      .syncSettings,
      "the git settings of this folder would run programs or lead elsewhere: \(names); nothing "
        + "was run",
      hint: isAddress
        ? "if you do not know who set it, ask; set the address anew: "
          + "`\(command(gitDirectory)) config --replace-all \(first) ADDRESS`"
        : "if you do not know who set it, ask; take it out with "
          + "`\(command(gitDirectory)) config --unset-all \(first)`, "
          + "and set what is yours with `git config --global \(first) VALUE`")
  }

  /// How git is called for a repository: the one of sealed entries is not found by itself.
  private static func command(_ gitDirectory: String) -> String {
    gitDirectory.hasSuffix("/daftar/vault.git")
      ? "git --git-dir=\(ShellWord.quoted(gitDirectory))" : "git"
  }

  /// The dangerous keys of git's list: scope, key and value, each ended by a zero byte.
  static func dangerous(in list: String) -> [String] {
    var found: [String] = []
    var addresses: Set<String> = []
    var parts = list.split(separator: "\0", omittingEmptySubsequences: false)[...]
    while let scope = parts.popFirst(), let pair = parts.popFirst() {
      guard scope == "local" || scope == "worktree" else { continue }
      let lines = pair.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let key = lines.first.map(String.init) ?? ""
      let value = lines.count > 1 ? String(lines[1]) : ""
      // To a second address git sends as well, and fetches nothing from it.
      let isSecond = isAddress(key) && !addresses.insert(key).inserted
      if isSecond || isDangerous(key, value), !found.contains(key) { found.append(key) }
    }
    return found
  }

  private static func isAddress(_ key: String) -> Bool {
    key.hasPrefix("remote.") && key.hasSuffix(".url")
  }

  /// What changes only how fast git speaks HTTP, and how it calls itself.
  private static let harmlessForHTTP: Set = [
    "lowspeedlimit", "lowspeedtime", "maxrequests", "minsessions", "postbuffer", "useragent",
    "version",
  ]

  /// Whether a setting runs a program, allows one, or leads to another place than it says.
  private static func isDangerous(_ key: String, _ value: String) -> Bool {
    let section = key.prefix { $0 != "." }.lowercased()
    let name = (key.split(separator: ".").last.map(String.init) ?? "").lowercased()
    switch (section, name) {
    case ("core", "sshcommand"), ("core", "askpass"), ("core", "gitproxy"),
      ("core", "alternaterefscommand"), ("credential", "helper"), ("include", _), ("includeif", _),
      ("remote", "uploadpack"), ("remote", "receivepack"), ("remote", "vcs"),
      // What is fetched from one place would be sent to another.
      ("remote", "pushurl"), ("remote", "proxy"), ("remote", "proxyauthmethod"),
      ("protocol", "allow"),
      ("url", _), ("gpg", _), ("uploadpack", "packobjectshook"):
      return true
    case ("http", _):
      // A proxy, a certificate that is trusted, a header or a cookie that is sent: nearly all of them.
      return !harmlessForHTTP.contains(name)
    case ("remote", "url"):
      // A helper program carries it, or ssh takes it for one of its own options.
      return value.contains("::") || value.hasPrefix("-") || value.contains("://-")
    default:
      return false
    }
  }
}
