internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

extension Register {
  /// Raises the format of the register to the newest one that this program writes, as one commit.
  ///
  /// What was recorded stays as it is, byte for byte, under the guards of its format. The register
  /// gets the id that its cases name from now on: everybody computes the same from its first commit.
  /// Throws `Refusal` unless a manager does it.
  package func upgrade(as member: Team.Member) throws {
    try requireWritable()
    guard member.has(.upgrade) else {
      throw Refusal(
        .upgradeRole, "only a manager raises the format of a register",
        hint: "ask one of them to run `daftar upgrade`")
    }
    let path = "cases/register.yml"
    let format = RegisterSettings.newestFormat
    let commit = try commit(as: member, at: clock.now) { head in
      guard let bytes = try repository.blob(at: path, in: head) else { throw CaseFault.noCase }
      guard try RegisterSettings.reading(bytes, path: path).format < format else { return nil }
      let first = try repository.commitBytes(try repository.root(of: head))
      guard let id = Digest.registerID(ofFirstCommit: first) else { throw CaseFault.noCase }
      let changed = try SettingsFile(bytes, path: path).upgraded(to: format, id: id)
      return Change(
        files: [.init(path: path, content: changed)],
        message: RaisedFormat.subject(format) + "\n\nConfiguration: register.yml\n")
    }
    guard commit == nil else { return }
    throw Refusal(
      .nothing, "the register has format \(format) already", hint: "there is nothing to upgrade")
  }
}

/// `register.yml` as lines, so that comments and order stay.
private struct SettingsFile {
  private let lines: ConfigurationLines
  private let path: String

  init(_ bytes: [UInt8], path: String) {
    lines = ConfigurationLines(bytes)
    self.path = path
  }

  func upgraded(to format: Int, id: String) throws -> [UInt8] {
    guard let index = lines.lines.firstIndex(where: { $0.hasPrefix("format:") }) else {
      throw notPlain
    }
    var changed = lines
    changed.lines[index] = "format: \(format)"
    changed.lines.insert("id: \(id)", at: index + 1)
    let settings = try RegisterSettings.reading(changed.bytes, path: path)
    guard settings.format == format, settings.registerID == id else { throw notPlain }
    return changed.bytes
  }

  private var notPlain: Refusal {
    Refusal(
      .upgradeFile, "\(path) is written in a way that only a person should edit",
      hint: "write the line “format: 1” by itself, record it with `daftar adopt register.yml`, and "
        + "run the command again")
  }
}
