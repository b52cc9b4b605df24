internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Sealing
internal import Text
internal import Terminal

/// `daftar key new`: makes a key.
struct KeyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make your key; prints its public part.",
    discussion: """
      The secret part stays in one file on this computer, readable by you only, outside every \
      register: $DAFTAR_IDENTITY, else ~/.config/daftar/identity. With --passphrase the file is \
      locked too; on a computer that can be stolen, do that. The public part is for the others: \
      it is recorded with `daftar member key set`. Any age program reads the file.

      Examples:
        daftar key new --passphrase
        daftar key new --out /media/usb/recovery-restricted
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Lock the file with a passphrase, asked twice.") var passphrase = false
  @Option(help: ArgumentHelp("Another file for the secret part.", valueName: "file"))
  var out: String?

  func run() throws {
    let path = out ?? IdentityPlace.path
    try PrivateFile.requireFree(path)
    let identity = Identity()
    let created = Timestamp(seconds: Environment.current.clock().now.seconds).description
    let text = IdentityFile.text(of: identity, created: created)
    let content =
      passphrase
      ? try IdentityFile.wrap(text, passphrase: try Passphrase.askNew()) : Array(text.utf8)
    try PrivateFile.create(content, at: path)
    Output.isDone(
      "the key is in \(path)",
      hint: out == nil
        ? "print its public part with `daftar key show`"
        : "print its public part: `DAFTAR_IDENTITY=\(ShellWord.quoted(path)) daftar key show`")
    try Output.line(identity.recipient.text)
    Output.note(
      """
      The secret part is in \(path). Nobody can make it again: keep a copy in a safe place.
      Now, in the register: daftar member key set MEMBER \(identity.recipient.text)
      """)
  }
}
