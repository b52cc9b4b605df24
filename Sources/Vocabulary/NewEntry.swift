internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import Text

/// What a command adds to a configuration file: a code with its names, or a member.
package enum NewEntry: Sendable {
  /// A code of a list; `parent` is the area in which an area lies.
  case code(LabelledCode, CodeList, parent: String?)
  /// Somebody of the team.
  case member(Team.Member)

  /// The file below `cases/` that lists it.
  package var file: String {
    switch self {
    case .code(_, let list, _): list.file
    case .member: CodeList.members.file
    }
  }

  /// Whether a text may be a code that cases hold for ever: letters, digits and dashes.
  package static func isCode(_ text: String) -> Bool {
    text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,31}/) != nil
  }

  /// What it is added as, such as `RV04` or `rana`.
  package var code: String {
    switch self {
    case .code(let code, _, _): code.code
    case .member(let member): member.id
    }
  }

  /// The file with the entry in it, comments and order as they were.
  ///
  /// Throws `Refusal` when the file is written in a way that only a person should edit, or when
  /// reading it back gives anything but what was there and the entry.
  package func added(to bytes: [UInt8]) throws -> [UInt8] {
    guard let list = EntryList(bytes, key: key), let changed = list.adding(fields),
      try isWhole(changed, since: bytes)
    else {
      throw Refusal(
        .configurationPlain, "cases/\(file) is written in a way that only a person should edit",
        hint: "add the entry by hand, as the others stand there; then `daftar adopt \(file)`")
    }
    return changed
  }

  private var key: String {
    switch self {
    case .code(_, let list, _): list.key
    case .member: CodeList.members.key
    }
  }

  private var fields: [EntryField] {
    switch self {
    case .code(let code, _, let parent):
      let names = code.labels.all.sorted { $0.key < $1.key }
      return [EntryField(key: "code", value: .text(code.code))]
        + (parent.map { [EntryField(key: "parent", value: .text($0))] } ?? [])
        + [
          EntryField(
            key: "labels",
            value: code.labels.isForAllLanguages
              ? .text(names.first?.value ?? code.code)
              : .map(names.map { (key: $0.key, text: $0.value) }))
        ]
    case .member(let member): return Self.fields(of: member)
    }
  }

  private static func fields(of member: Team.Member) -> [EntryField] {
    let values: [(String, EntryField.Value?)] = [
      ("id", .text(member.id)), ("name", .text(member.name)),
      ("email", member.email.map { .text($0) }),
      ("roles", .list(member.roles.map(\.rawValue))),
      ("units", member.units.isEmpty ? nil : .list(member.units)),
      ("from", member.from.map { .text($0.description) }),
      ("to", member.to.map { .text($0.description) }), ("read", member.read.map { .text($0) }),
    ]
    return values.compactMap { key, value in value.map { EntryField(key: key, value: $0) } }
  }

  /// Whether a file says what it said before, and the entry last of its list.
  private func isWhole(_ changed: [UInt8], since old: [UInt8]) throws -> Bool {
    let path = "cases/" + file
    switch self {
    case .member(let member):
      let (before, after) = (
        try Team.reading(old, path: path), try Team.reading(changed, path: path)
      )
      return after.members == before.members + [member]
        && after.outsideContact == before.outsideContact
    case .code(let code, .concern(let field), let parent):
      let (before, after) = (
        try Places.reading(old, path: path), try Places.reading(changed, path: path)
      )
      if field == .area {
        let added = Places.Area(name: code, parent: parent)
        guard after.areas == before.areas + [added] else { return false }
      }
      return Concern.fields.allSatisfy { other in
        let same = before.labelledCodes(other)
        return after.labelledCodes(other) == (other == field ? same + [code] : same)
      }
    case .code(let code, let list, _) where list.file == CodeList.themes.file:
      let (before, after) = (
        try Codebook.reading(old, path: path), try Codebook.reading(changed, path: path)
      )
      return after.isSame(as: before, but: code, in: list)
    case .code(let code, _, _):
      let (before, after) = (
        try RegisterSettings.reading(old, path: path),
        try RegisterSettings.reading(changed, path: path)
      )
      return after.partners == before.partners + [code] && after.format == before.format
        && after.seal == before.seal && after.languages == before.languages
    }
  }
}
