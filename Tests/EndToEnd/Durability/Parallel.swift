import Foundation
import Synchronization

/// What was collected from several threads.
private final class Collection<Value: Sendable>: Sendable {
  let values = Mutex<[Int: Swift.Result<Value, any Error>]>([:])
}

/// Runs a body on so many threads at once and returns their results in order.
///
/// Threads of their own, because waiting for a program must not hold up other tests; commands are
/// processes of their own, as those of several people are.
func inParallel<Value: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) throws -> [Value] {
  let collection = Collection<Value>()
  let ended = DispatchSemaphore(value: 0)
  for index in 0..<count {
    Thread.detachNewThread {
      let result = Swift.Result {
        try Call.$usesBinary.withValue(true) { try body(index) }
      }
      collection.values.withLock { $0[index] = result }
      ended.signal()
    }
  }
  for _ in 0..<count { ended.wait() }
  let results = collection.values.withLock { $0 }
  return try results.sorted { $0.key < $1.key }.map { try $0.value.get() }
}

/// Whether the full sizes were asked for; the ordinary suite runs small ones.
let isLongRun = ProcessInfo.processInfo.environment["DAFTAR_LONG"] == "1"
