internal import ArgumentParser
internal import Diagnostics
internal import Sealing
internal import Terminal

/// `daftar key show`: the public part of the key at this computer.
struct KeyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the public part of your key.",
    discussion: """
      Example:
        daftar key show
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let identities = try IdentityPlace.identities()
    guard !identities.isEmpty else {
      throw Diagnostic(
        rule: "key.none", at: SourceLocation(path: IdentityPlace.path),
        message: "there is no key on this computer", hint: "make one with `daftar key new`")
    }
    for identity in identities { try Output.line(identity.recipient.text) }
  }
}
