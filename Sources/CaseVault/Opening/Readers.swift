package import CaseModel
package import Diagnostics
internal import Sealing

/// The keys to which something is sealed, read and ready for use.
package struct Readers {
  private let keys: ReaderKeys
  /// All of them.
  let recipients: [Recipient]

  /// Reads the keys that the rules name.
  ///
  /// Throws `Diagnostic` (`team.key`) for one that is damaged in the configuration.
  package init(_ keys: ReaderKeys, in configuration: Configuration) throws(Diagnostic) {
    self.keys = keys
    var recipients: [Recipient] = []
    for (owner, text) in keys.named.sorted(by: { $0.key < $1.key }) {
      do throws(SealingError) {
        recipients.append(try Recipient(reading: text))
      } catch {
        throw Self.damaged(owner, error, in: configuration)
      }
    }
    self.recipients = recipients
  }

  /// The members among the readers.
  package var members: [String] { keys.members.keys.sorted() }

  /// How many stanzas an entry has.
  var stanzas: Int { keys.stanzas }

  /// All keys by their owners, as an entry names them.
  package var named: [String: String] { keys.named }

  private static func damaged(
    _ owner: String, _ error: SealingError, in configuration: Configuration
  ) -> Diagnostic {
    let isMember = configuration.team.member(owner) != nil
    let file = owner == ReaderKeys.Other.recovery.rawValue ? "register.yml" : "team.yml"
    return Diagnostic(
      rule: "team.key",
      message: "the public key of \(owner.drop { $0 == "+" }) is damaged: \(error.message)",
      hint: isMember
        ? "set it again: `daftar member key set \(owner) age1…`"
        : "correct it in cases/\(file) and run `daftar adopt \(file)`")
  }
}
