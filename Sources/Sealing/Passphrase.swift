/// A passphrase that does not show when what holds it is printed.
struct Passphrase: Sendable, CustomStringConvertible, CustomReflectable {
  let text: String

  var description: String { "passphrase" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
