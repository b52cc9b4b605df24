internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Vocabulary
internal import Terminal

/// `daftar member key set`: records a member's public key.
struct MemberKeySet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Record a member's public key, to seal for them.",
    discussion: """
      Members set their own; a manager or an administrator may set another's, with the key told in \
      person or by telephone. What was sealed before stays as it is: the next step in a sensitive \
      case by somebody who reads it seals it anew for all who may read it.

      Example:
        daftar member key set rana age1…
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp("The member.", valueName: "member"), completion: Completions.codes(.members))
  var member: String
  @Argument(help: ArgumentHelp("The public key: age1….", valueName: "key")) var key: String

  func run() throws {
    let session = try Session(global)
    let register = session.register
    let author = try session.member(global.member)
    let id = try register.configuration.code(meant: member, in: .members)
    guard let owner = register.configuration.team.member(id) else {
      throw UnknownCode.refusal(id, .members, known: register.configuration.codes(.members))
    }
    try register.setKey(key, of: owner, as: author)
    Output.isDone("the key of \(id) is recorded", hint: "see `daftar log`")
    try Output.line("\(id) reads what is sealed from now on with \(key)")
  }
}
