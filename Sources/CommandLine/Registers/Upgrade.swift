internal import CaseModel
internal import ArgumentParser
internal import CaseFormat
internal import Register
internal import Terminal

/// `daftar upgrade`: raises the format of the register.
struct Upgrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Raise the register's format to the newest one, when everybody has this program.",
    discussion: """
      A register keeps the format in which it was made until a manager raises it. What was \
      recorded stays as it is and keeps the rules under which it was recorded. Afterwards older \
      programs can no longer write: first let everybody install this version or a later one. \
      There is no way back.

      Example:
        daftar upgrade --yes
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Everybody has this version or a later one: do not ask.") var yes = false

  func run() throws {
    let session = try Session(global)
    let member = try session.member(global.member)
    let question = "Does everybody in the team have daftar \(Version.current) or later?"
    if !yes {
      guard Environment.current.input.isTerminal else {
        throw UsageError(
          message: "older programs cannot write to the register afterwards",
          hint: "when everybody has daftar \(Version.current) or later, add --yes")
      }
      guard try Question.isYes(question) else {
        throw UsageError(message: "nothing was changed", hint: "install it everywhere first")
      }
    }
    try session.register.upgrade(as: member)
    try Output.line("the register has format \(RegisterSettings.newestFormat) from now on")
  }
}
