internal import CaseFormat
internal import CaseModel
internal import Text

/// What an edited configuration file changes in what figures mean and in how numbers are protected.
package enum SettingChanges {
  /// The changes, each as the beginning of a sentence; none for another file, or one that cannot be
  /// read.
  package static func sentences(_ name: String, from old: [UInt8], to new: [UInt8]) -> [String] {
    let path = "cases/" + name
    switch name {
    case "categories.yml":
      return compared(old, new) { try? Codebook.reading($0, path: path) }.map(categories) ?? []
    case "targets.yml":
      return compared(old, new) { try? Targets.reading($0, path: path) }.map(targets) ?? []
    case "publication.yml":
      return compared(old, new) { try? PublicationSettings.reading($0, path: path) }
        .map(publication) ?? []
    default: return []
    }
  }

  /// Throws unless nothing of it changes, or somebody who answers for the figures changes it.
  static func requireAllowed(
    _ name: String, from old: [UInt8], to new: [UInt8], by member: Team.Member
  ) throws(Refusal) {
    guard let first = sentences(name, from: old, to: new).first,
      !member.has(.changeSettings)
    else { return }
    throw Refusal(
      .teamSettings,
      "\(first): what figures mean and how numbers are protected is changed only by a manager, a "
        + "reviewer or an administrator",
      hint: "ask one of them to look at it and run `daftar adopt \(name)`")
  }

  private static func compared<Part>(
    _ old: [UInt8], _ new: [UInt8], _ read: ([UInt8]) -> Part?
  ) -> (Part, Part)? {
    guard let before = read(old), let after = read(new) else { return nil }
    return (before, after)
  }

  private static func categories(_ old: Codebook, _ new: Codebook) -> [String] {
    old.categories.flatMap { before -> [String] in
      let code = before.name.code
      guard let after = new.category(code) else { return ["\(code) is no category any more"] }
      var changes: [String] = []
      if before.isComplaint != after.isComplaint {
        changes.append(
          after.isComplaint ? "\(code) counts as a complaint" : "\(code) is no complaint any more")
      }
      if before.sensitivity != after.sensitivity {
        changes.append(
          "\(code) is \(after.sensitivity.rawValue) instead of \(before.sensitivity.rawValue)")
      }
      return changes
    }
  }

  private static func targets(_ old: Targets, _ new: Targets) -> [String] {
    let figures = Set(old.figures.keys).union(new.figures.keys).sorted().compactMap { figure in
      changed(
        "the target of \(figure)", old.figures[figure].map { "\($0) %" },
        new.figures[figure].map { "\($0) %" })
    }
    let limits = Set(old.categories).union(new.categories).sorted().flatMap { category in
      let (before, after) = (old.limits(of: category), new.limits(of: category))
      return [
        changed(
          "the limit of \(category)", before?.close.map { "\($0) days" },
          after?.close.map { "\($0) days" }),
        changed(
          "the longest time of \(category)", before?.longest.map { "\($0) days" },
          after?.longest.map { "\($0) days" }),
      ].compactMap(\.self)
    }
    return figures + limits
  }

  private static func publication(
    _ old: PublicationSettings, _ new: PublicationSettings
  ) -> [String] {
    let numbers = PublicationSettings.numbers.map { key in
      changed(
        "“\(key)” of publication", old.number(key).map(String.init),
        new.number(key).map(String.init))
    }
    let others = [
      changed("the block of publication", old.block, new.block),
      changed(
        "“max-hidden” of publication", old.maxHidden.map { "\($0)" }, new.maxHidden.map { "\($0)" }),
      old.tables == new.tables ? nil : "other tables are published",
      old.levels == new.levels ? nil : "tables are published in other detail",
    ]
    return (numbers + others).compactMap(\.self)
  }

  private static func changed(_ what: String, _ old: String?, _ new: String?) -> String? {
    old == new ? nil : "\(what) is \(new ?? "none") instead of \(old ?? "none")"
  }
}
