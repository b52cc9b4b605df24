internal import CGit2
internal import FileSystem
internal import Glibc

/// Git's notes of where references were, one line for each move (`gitrepository-layout`, `logs`).
extension Repository {
  /// Adds a move to the log of a reference, and to that of `HEAD` where it names the reference; as far
  /// as git keeps such logs here.
  func logMove(
    of name: String, from old: ObjectID?, to new: ObjectID, _ message: String
  ) throws(GitError) {
    let doing = "noting the move of \(name)"
    let files = try logFiles(of: name)
    guard !files.isEmpty else { return }
    let nobody = String(repeating: "0", count: new.hex.utf8.count)
    let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    let line = "\(old?.hex ?? nobody) \(new.hex) \(try signatureOfLog())\t\(words)\n"
    for file in files {
      do throws(SystemFailure) {
        if let slash = file.lastIndex(of: "/") { try Folder.makeAll(String(file[..<slash])) }
        guard let log = OpenFile(file, O_WRONLY | O_CREAT | O_APPEND), log.write(Array(line.utf8))
        else { throw SystemFailure(at: file) }
      } catch {
        throw GitError(doing, error)
      }
    }
  }

  /// The logs that a move of a reference goes into (`core.logAllRefUpdates` in `git-config`).
  private func logFiles(of name: String) throws(GitError) -> [String] {
    let setting = try configuration("core.logallrefupdates")?.lowercased()
    let isUsual = ["refs/heads/", "refs/remotes/", "refs/notes/"].contains { name.hasPrefix($0) }
    let isKept =
      switch setting {
      case "always": true
      case "false", "no", "off", "0", "": false
      case nil: !isBare && isUsual
      default: isUsual
      }
    let own = commonDirectory + "/logs/" + name
    var files = isKept || FileStatus.exists(own) ? [own] : []
    if SmallFile.text(gitDirectory + "/HEAD")?.prefix(while: { $0 != "\n" }) == "ref: \(name)" {
      let head = gitDirectory + "/logs/HEAD"
      if isKept || FileStatus.exists(head) { files.append(head) }
    }
    return files
  }

  /// Who moves the reference, as git's settings say, and when.
  private func signatureOfLog() throws(GitError) -> String {
    let name = try configuration("user.name") ?? "unknown"
    let email = try configuration("user.email") ?? "unknown"
    var now = time(nil)
    var local = unsafe tm()
    unsafe localtime_r(&now, &local)
    let signature = Signature(
      name: Self.fit(name), email: Self.fit(email), seconds: Int64(now),
      offsetMinutes: unsafe local.tm_gmtoff / 60)
    return try signature.commitLine("log")
  }

  /// Without what would end the field early.
  private static func fit(_ text: String) -> String {
    let fit = text.unicodeScalars.filter {
      $0 != "<" && $0 != ">" && $0.properties.generalCategory != .control
    }
    let words = String(String.UnicodeScalarView(fit)).split(separator: " ")
    return words.isEmpty ? "unknown" : words.joined(separator: " ")
  }
}
