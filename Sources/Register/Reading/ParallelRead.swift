internal import Dispatch
internal import GitStore
internal import Synchronization

/// Reads many blobs on both cores of an ordinary laptop.
///
/// A repository is used from one thread at a time, so each part opens its own.
enum ParallelRead {
  /// Below this many files one thread is done before a second one has begun.
  static let worthwhile = 1_000

  /// Reads the entries in parts, each by `read` with a repository of its own, and keeps their order.
  static func parts<Part: Sendable>(
    of entries: [TreeEntry], in repository: Repository, from least: Int = worthwhile,
    _ read: @Sendable (Repository, ArraySlice<TreeEntry>) throws -> Part
  ) throws -> [Part] {
    guard entries.count >= least else { return [try read(repository, entries[...])] }
    let path = repository.gitDirectory
    let middle = entries.count / 2
    let halves = [entries[..<middle], entries[middle...]]
    let results = Mutex<[Int: Result<Part, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: halves.count) { index in
      let result = Result { try read(try Repository.discover(from: path), halves[index]) }
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return try halves.indices.compactMap { try all[$0]?.get() }
  }
}
