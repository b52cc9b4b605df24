internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Sealing
internal import Text

extension Register {
  /// Records the public key of a member in `team.yml`, as one commit; an earlier key is replaced.
  ///
  /// Comments and the order of the file stay. Throws `Refusal` when the key is none or the file is
  /// written in a way that only a person should edit.
  package func setKey(_ key: String, of member: Team.Member, as author: Team.Member) throws {
    do throws(SealingError) {
      _ = try Recipient(reading: key)
    } catch {
      throw Refusal(
        .teamKey, "this is no public key to seal to: \(error.message)",
        hint: "it begins with age1, as `daftar key new` prints it")
    }
    let isOwn = author.id == member.id
    guard isOwn || author.has(.setKeyOfOthers) else {
      throw Refusal(
        .teamKeyOwner, "only \(member.id), a manager or an administrator sets this key",
        hint: "ask one of them, and tell them the key in person or by telephone")
    }
    guard member.read != key else {
      throw Refusal(.nothing, "\(member.id) has this key already", hint: "nothing to do")
    }
    let path = "cases/team.yml"
    try propose("team.yml", as: author, isOwnKey: isOwn) { bytes in
      let changed = try TeamFile(bytes, path: path).setting("read", to: key, of: member.id)
      guard try Team.reading(changed, path: path).member(member.id)?.read == key else {
        throw TeamFile.notPlain(path)
      }
      return changed
    }
  }
}

/// `team.yml` as lines, so that a command can set one value and leave everything else as it is.
private struct TeamFile {
  private let lines: ConfigurationLines
  private let path: String

  init(_ bytes: [UInt8], path: String) {
    lines = ConfigurationLines(bytes)
    self.path = path
  }

  /// The file with one key of one member set.
  func setting(_ key: String, to value: String, of member: String) throws -> [UInt8] {
    let lines = lines.lines
    guard let start = lines.firstIndex(where: { Self.id(in: $0) == member }) else {
      throw Self.notPlain(path)
    }
    let indent = lines[start].prefix { $0 == " " || $0 == "-" }.count
    let end =
      lines[(start + 1)...].firstIndex { line in
        let depth = line.prefix { $0 == " " }.count
        return !line.allSatisfy { $0 == " " } && depth < indent
      } ?? lines.endIndex
    var changed = self.lines
    let line = String(repeating: " ", count: indent) + "\(key): \(value)"
    let old = (start..<end).first { index in
      lines[index].drop { $0 == " " || $0 == "-" }.hasPrefix(key + ":")
    }
    if let old { changed.lines[old] = line } else { changed.lines.insert(line, at: start + 1) }
    return changed.bytes
  }

  /// The id in a line that begins a member: `  - id: rana`.
  private static func id(in line: String) -> String? {
    let rest = line.drop { $0 == " " }
    guard rest.hasPrefix("- id:") else { return nil }
    return String(rest.dropFirst(5)).split(separator: "#").first.map { text in
      String(text.filter { $0 != " " && $0 != "\"" && $0 != "'" })
    }
  }

  static func notPlain(_ path: String) -> Refusal {
    Refusal(
      .teamFile, "the file is written in a way that only a person should edit",
      hint: "add the line “read: age1…” to the member in \(path), then `daftar adopt team.yml`")
  }
}
