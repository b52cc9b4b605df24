internal import GitStore
internal import Parallel

/// Reads many blobs on both cores of an ordinary laptop.
///
/// A repository is used from one thread at a time, so each part opens its own.
enum ParallelRead {
  /// Below this many files one thread is done before a second one has begun.
  static let worthwhile = 1_000
  /// More parts than cores: whichever thread is done first takes the next one.
  private static let count = 6

  /// Reads the entries in parts, each by `read` with a repository of its own, and keeps their order.
  static func parts<Part: Sendable>(
    of entries: [TreeEntry], in repository: Repository, from least: Int = worthwhile,
    _ read: @Sendable (Repository, ArraySlice<TreeEntry>) throws -> Part
  ) throws -> [Part] {
    guard entries.count >= least else { return [try read(repository, entries[...])] }
    let path = repository.gitDirectory
    return try Parallel.map(slices(of: entries)) {
      try read(try Repository.discover(from: path), $0)
    }
  }

  /// The same, while one thread looks which files below `cases/` are not as recorded: in a large
  /// register that takes as long as a part.
  ///
  /// `recorded` is everything below `cases/` at the head, which the caller has listed.
  static func partsAndEdits<Part: Sendable>(
    of entries: [TreeEntry], among recorded: [TreeEntry], in repository: Repository,
    _ read: @Sendable (Repository, ArraySlice<TreeEntry>) throws -> Part
  ) throws -> (parts: [Part], edits: [WorkTreeChange]) {
    guard entries.count >= worthwhile else {
      return ([try read(repository, entries[...])], try edits(in: repository, recorded))
    }
    let path = repository.gitDirectory
    let work = [nil] + slices(of: entries).map(Optional.some)
    let results = try Parallel.map(work) { slice in
      let own = try Repository.discover(from: path)
      return try slice.map { (try read(own, $0), []) } ?? (nil, try edits(in: own, recorded))
    }
    return (results.compactMap(\.0), results[0].1)
  }

  private static func edits(
    in repository: Repository, _ recorded: [TreeEntry]
  ) throws -> [WorkTreeChange] {
    try repository.modifiedPaths(under: "cases", recorded: recorded)
  }

  private static func slices(of entries: [TreeEntry]) -> [ArraySlice<TreeEntry>] {
    (0..<count).map { part in
      entries[entries.count * part / count..<entries.count * (part + 1) / count]
    }
  }
}
