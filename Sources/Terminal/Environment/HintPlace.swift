internal import Synchronization

/// What one call works on: its command, and the folder of the register.
package final class HintPlace: Sendable {
  private let folder = Mutex<(path: String, named: String?)?>(nil)
  private let words = Mutex<[String]>([])

  /// Remembers the folder, and how the call named it (`-C`); nil where it did not.
  package func remember(_ path: String, named: String?) {
    folder.withLock { $0 = (path, named) }
  }

  /// The words that name the command, such as `site build`; none before they were understood.
  package var command: [String] {
    get { words.withLock(\.self) }
    set { words.withLock { $0 = newValue } }
  }

  /// The folder; nil as long as the words of the call were not read.
  package var path: String? { folder.withLock { $0?.path } }

  /// The folder in the words of the call; nil where they name none.
  package var named: String? { folder.withLock { $0?.named } }
}
