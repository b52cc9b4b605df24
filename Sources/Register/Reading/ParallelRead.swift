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
    let parts = (0..<count).map { part in
      entries[entries.count * part / count..<entries.count * (part + 1) / count]
    }
    return try Parallel.map(parts) { try read(try Repository.discover(from: path), $0) }
  }
}
