internal import GitStore
internal import Parallel

/// What is gathered from many case files.
protocol Gathered: Sendable {
  /// Nothing yet.
  init()
  /// Takes what was gathered from files that come later.
  mutating func add(_ later: Self)
}

/// A list that is gathered, in the order of the files.
struct GatheredList<Element: Sendable>: Gathered {
  var items: [Element] = []

  mutating func add(_ later: Self) { items += later.items }
}

/// The one way in which many case files are read: in parts, on all cores, in the order of their paths.
///
/// An index that knows what a file holds would stand here, in front of the files. A repository is used
/// from one thread at a time, so each part opens its own.
struct CaseScan {
  /// The files to read.
  let entries: [TreeEntry]
  let repository: Repository
  /// Below this many files one thread is done before a second one has begun.
  var worthwhile = 1_000

  /// More parts than cores: whichever thread is done first takes the next one.
  private static let count = 6

  /// Takes the files of one commit, in the order of their paths.
  init(_ entries: [TreeEntry], in repository: Repository) {
    self.entries = entries
    self.repository = repository
  }

  /// Looks at each file and gathers what `look` takes from it; `tool` makes what each part needs for
  /// itself, such as what opens sealed entries.
  func gathering<Tool, Result: Gathered>(
    _ result: Result.Type = Result.self,
    with tool: @Sendable (Repository) throws -> Tool,
    _ look: @Sendable (TreeEntry, Span<UInt8>, inout Tool, inout Result) throws -> Void
  ) throws -> Result {
    guard entries.count >= worthwhile else {
      return try Self.gathered(entries[...], in: repository, tool, look)
    }
    let (path, notes) = (repository.gitDirectory, RepositoryNotes.current)
    let parts = try Parallel.map(slices) { slice in
      try RepositoryNotes.$current.withValue(notes) {
        try Self.gathered(slice, in: try Repository.discover(from: path), tool, look)
      }
    }
    return Self.sum(parts)
  }

  /// The same without a tool.
  func gathering<Result: Gathered>(
    _ result: Result.Type = Result.self,
    _ look: @Sendable (TreeEntry, Span<UInt8>, inout Result) throws -> Void
  ) throws -> Result {
    try gathering(with: { _ in () }) { entry, span, _, result in try look(entry, span, &result) }
  }

  /// The same, while one thread looks which files below `cases/` are not as recorded: in a large
  /// register that takes as long as a part.
  ///
  /// `recorded` is everything below `cases/` at the head, which the caller has listed.
  func gatheringWithEdits<Tool, Result: Gathered>(
    _ result: Result.Type = Result.self, among recorded: [TreeEntry],
    with tool: @Sendable (Repository) throws -> Tool,
    _ look: @Sendable (TreeEntry, Span<UInt8>, inout Tool, inout Result) throws -> Void
  ) throws -> (result: Result, edits: [WorkTreeChange]) {
    guard entries.count >= worthwhile else {
      let result = try Self.gathered(entries[...], in: repository, tool, look)
      return (result, try Self.edits(in: repository, recorded))
    }
    let (path, notes) = (repository.gitDirectory, RepositoryNotes.current)
    let work = [nil] + slices.map(Optional.some)
    let parts = try Parallel.map(work) { slice -> (Result?, [WorkTreeChange]) in
      try RepositoryNotes.$current.withValue(notes) {
        let own = try Repository.discover(from: path)
        guard let slice else { return (nil, try Self.edits(in: own, recorded)) }
        return (try Self.gathered(slice, in: own, tool, look), [])
      }
    }
    return (Self.sum(parts.compactMap(\.0)), parts[0].1)
  }

  private static func gathered<Tool, Result: Gathered>(
    _ entries: ArraySlice<TreeEntry>, in repository: Repository,
    _ tool: (Repository) throws -> Tool,
    _ look: (TreeEntry, Span<UInt8>, inout Tool, inout Result) throws -> Void
  ) throws -> Result {
    var (tool, result) = (try tool(repository), Result())
    try repository.forEachBlob(of: Array(entries)) { try look($0, $1, &tool, &result) }
    return result
  }

  private static func sum<Result: Gathered>(_ parts: [Result]) -> Result {
    parts.dropFirst().reduce(into: parts.first ?? Result()) { $0.add($1) }
  }

  private static func edits(
    in repository: Repository, _ recorded: [TreeEntry]
  ) throws -> [WorkTreeChange] {
    try repository.modifiedPaths(under: "cases", recorded: recorded)
  }

  private var slices: [ArraySlice<TreeEntry>] {
    (0..<Self.count).map { part in
      let (first, end) = (
        entries.count * part / Self.count, entries.count * (part + 1) / Self.count
      )
      return entries[first..<end]
    }
  }
}
