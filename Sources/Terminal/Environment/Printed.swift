internal import Synchronization

/// What one call has printed and not yet handed on, and what it has done.
package final class Printed: Sendable {
  private let pending = Mutex<[UInt8]>([])
  private let held = Mutex(false)
  private let done = Mutex<[(what: String, hint: String)]>([])

  /// Adds bytes; returns how many wait.
  package func append(_ bytes: [UInt8]) -> Int {
    pending.withLock { buffer in
      buffer += bytes
      return buffer.count
    }
  }

  /// Whether what is printed waits for a pager.
  package var isHeld: Bool {
    get { held.withLock(\.self) }
    set { held.withLock { $0 = newValue } }
  }

  /// Hands on what waits, which is forgotten then; what the body returns.
  package func handOn<Result: Sendable>(_ body: ([UInt8]) -> Result) -> Result {
    pending.withLock { bytes in
      defer { bytes.removeAll(keepingCapacity: true) }
      return body(bytes)
    }
  }

  /// Notes what was done and nobody can see yet, with what to do when it cannot be printed.
  package func isDone(_ what: String, hint: String) { done.withLock { $0.append((what, hint)) } }

  /// What was done and may not have been seen.
  package var allDone: [(what: String, hint: String)] { done.withLock(\.self) }
}
