internal import Synchronization

/// What one call works on: its command, and the folder of the register.
package final class HintPlace: Sendable {
  private let folder = Mutex<String?>(nil)
  private let words = Mutex<[String]>([])

  /// Remembers the folder.
  package func remember(_ path: String) { folder.withLock { $0 = path } }

  /// The words that name the command, such as `site build`; none before they were understood.
  package var command: [String] {
    get { words.withLock(\.self) }
    set { words.withLock { $0 = newValue } }
  }

  /// The folder; nil as long as no register was looked for.
  package var path: String? { folder.withLock(\.self) }
}
