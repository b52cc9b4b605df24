package import Sealing

/// The secret keys of the person at this computer, asked for when something sealed is met first.
///
/// A command that meets nothing sealed asks for no passphrase.
package final class Keyring {
  private let load: () throws -> [Identity]
  private var loaded: [Identity]?

  /// Takes what reads the keys; it is called at most once, and returns none where there are none.
  package init(_ load: @escaping () throws -> [Identity]) { self.load = load }

  /// A person without any key.
  package static var empty: Keyring { Keyring { [] } }

  /// The keys; throws what reading them threw.
  package var identities: [Identity] {
    get throws {
      if let loaded { return loaded }
      let identities = try load()
      loaded = identities
      return identities
    }
  }
}
