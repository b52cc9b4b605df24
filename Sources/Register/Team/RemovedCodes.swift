internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

/// The codes that a configuration file lists, by what they are for: a code that is in use stays.
struct ListedCodes {
  /// The codes of each list.
  private(set) var codes: [CodeList: Set<String>] = [:]

  /// The codes of a file; none for another file, and for one that cannot be read, which is refused
  /// elsewhere.
  init(_ name: String, _ bytes: [UInt8]) {
    let path = "cases/" + name
    if name == "areas.yml", let places = try? Places.reading(bytes, path: path) {
      for field in Concern.fields {
        codes[.concern(field)] = Set(places.labelledCodes(field).map(\.code))
      }
    } else if name == "categories.yml", let book = try? Codebook.reading(bytes, path: path) {
      let bands = book.bands.keys.map(CodeList.band)
      for list in [.categories, .channels] + book.lists.keys + bands {
        codes[list] = Set(book.labelledCodes(list).map(\.code))
      }
    } else if name == "register.yml",
      let settings = try? RegisterSettings.reading(bytes, path: path)
    {
      codes[.partners] = Set(settings.partners.map(\.code))
    }
  }

  /// The codes that are not listed any more.
  func removed(in new: ListedCodes) -> [CodeList: Set<String>] {
    guard !new.codes.isEmpty else { return [:] }
    return codes.reduce(into: [:]) { removed, list in
      let gone = list.value.subtracting(new.codes[list.key] ?? [])
      if !gone.isEmpty { removed[list.key] = gone }
    }
  }
}

/// What stands in the lines of the steps whose codes the front matter does not show.
private let stepMarks = ["\"do\":\"refer\"", "\"via\":", "\"tried\":"].map { BytePattern($0) }

extension Register {
  /// The codes that a file no longer lists although cases or closed blocks of a commit use them.
  ///
  /// Cases keep their codes, and closed blocks theirs: without its name each would be shown as unknown,
  /// for ever. The cases are read only when a code was removed.
  func removedCodes(
    _ name: String, _ new: [UInt8], since old: [UInt8]?, in commit: ObjectID
  ) throws -> [Diagnostic] {
    guard let old, old != new else { return [] }
    let removed = ListedCodes(name, old).removed(in: ListedCodes(name, new))
    guard !removed.isEmpty else { return [] }
    let blocks = try codesOfClosedBlocks(in: commit)
    var cases = try codesOfCases(in: commit)
    if removed[.partners] != nil || removed[.channels] != nil {
      for (list, counts) in try codesOfSteps(in: commit) {
        cases[list, default: [:]].merge(counts) { $0.union($1) }
      }
    }
    return removed.sorted { $0.key.key < $1.key.key }.flatMap { list, codes in
      codes.sorted().compactMap { code in
        let isPublished = blocks[list]?.contains(code) == true
        let count = cases[list]?[code]?.count ?? 0
        guard isPublished || count > 0 else { return nil }
        let users = [
          count > 0 ? "\(count) \(count == 1 ? "case uses" : "cases use") it" : nil,
          isPublished ? "closed periods are published with it" : nil,
        ].compactMap(\.self)
        return Diagnostic(
          rule: "config.code", at: SourceLocation(path: "cases/" + name),
          message:
            "“\(code)” was removed from \(list.key), and \(users.joined(separator: ", and "))",
          hint: "bring it back; its label may say that it is not used any more")
      }
    }
  }

  /// The cases of a commit that use each code, by list.
  ///
  /// What a sensitive case holds is sealed and not looked at.
  private func codesOfCases(in commit: ObjectID) throws -> [CodeList: [String: Set<CaseID>]] {
    let files = try repository.entries(under: "cases", in: commit).filter {
      CasePath.isInCaseFolder($0.path) && $0.kind.isRegularFile
    }
    let reader = reader
    var used: [CodeList: [String: Set<CaseID>]] = [:]
    for theCase in try Self.summaries(of: files, in: repository, reader).cases {
      for column in CaseColumn.inFrontMatter {
        guard let list = column.codes else { continue }
        for code in theCase.codes(of: column) {
          used[list, default: [:]][code, default: []].insert(theCase.id)
        }
      }
    }
    return used
  }

  /// The cases of a commit that name each code in their steps: organisations, and channels by which
  /// somebody was told.
  private func codesOfSteps(in commit: ObjectID) throws -> [CodeList: [String: Set<CaseID>]] {
    var used: [CodeList: [String: Set<CaseID>]] = [:]
    for file in try repository.entries(under: "cases", in: commit)
    where CasePath.isInCaseFolder(file.path) && file.kind.isRegularFile {
      let bytes = try repository.blob(file.id)
      guard stepMarks.contains(where: { bytes.span.holds($0) }),
        let document = try? reader.document(bytes, file.path)
      else { continue }
      for code in Set(document.history.events.compactMap(\.action.code)) {
        used[code.list, default: [:]][code.code, default: []].insert(document.standing.id)
      }
    }
    return used
  }

  /// The codes with which blocks were closed, by list, as `block.csv` says them: `area,A01=A`.
  private func codesOfClosedBlocks(in commit: ObjectID) throws -> [CodeList: Set<String>] {
    let lists: [String: CodeList] = [
      "category": .categories, "area": .concern(.area), "channel": .channels, "sex": .band(.sex),
      "age": .band(.age),
    ]
    var used: [CodeList: Set<String>] = [:]
    for entry in try repository.entries(under: Self.publicationFolder, in: commit)
    where entry.path.hasSuffix("/block.csv") && entry.kind.isRegularFile {
      let text = String(decoding: try repository.blob(entry.id), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let fields = line.split(separator: ",", maxSplits: 1).map(String.init)
        guard fields.count == 2, let list = lists[fields[0]] else { continue }
        let codes = fields[1].split(separator: "=").map(String.init)
        used[list, default: []].formUnion(codes.prefix(1))
        if fields[0] == "category" { used[.groups, default: []].formUnion(codes.dropFirst()) }
      }
    }
    return used
  }
}
