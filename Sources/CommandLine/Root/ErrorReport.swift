internal import CaseVault
internal import ArgumentParser
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register
internal import Sealing
internal import FileSystem
internal import Text
internal import Terminal

/// A command found something wrong and has said so already.
struct Failure: Error {}

/// A command was called with words that do not fit together.
struct UsageError: Error {
  let message: String
  let hint: String
}

/// The report on standard error of what went wrong, in words for the person's next action.
enum ErrorReport {
  /// Prints an error and returns the exit status that belongs to it.
  static func print(_ error: any Error, for command: any ParsableCommand.Type) -> Int32 {
    switch error {
    case is Failure: return 1
    case let diagnostic as Diagnostic: Output.diagnostic(diagnostic)
    case let list as DiagnosticList:
      Output.diagnostics(list.diagnostics)
    case let refusal as Refusal:
      print(refusal)
      // What was typed names nothing, as an unknown option does: the data are not wrong.
      if [.codeUnknown, .language].contains(refusal.rule) { return 64 }
    case let failure as SystemFailure: Output.diagnostic(Diagnostic(failure))
    case let error as GitError: print(error)
    case let error as SealingError:
      Output.diagnostic(
        Diagnostic(
          rule: "sealing", message: "it cannot be sealed or opened: \(error.message)",
          hint: "`daftar vault check` names what is damaged; nothing was half saved"))
    case let usage as UsageError:
      Output.diagnostic(Diagnostic(rule: "usage", message: usage.message, hint: usage.hint))
      return 64
    case let cancelled as Cancelled:
      Output.note("cancelled; nothing was recorded")
      return cancelled.status
    case let closed as OutputClosed: return Output.report(closed)
    default: return printOther(error, command)
    }
    return 1
  }

  private static func print(_ refusal: Refusal) {
    // Nothing more is said to somebody who may not read a case, not even a rule.
    guard refusal != .handledByOthers else { return Output.plainError(refusal.message.text) }
    Output.diagnostic(refusal.diagnostic())
  }

  private static func print(_ error: GitError) {
    var hint: String?
    if error.kind == .damagedIndex {
      hint = RepositoryDamage.remedyOfIndex
    } else if let file = error.file {
      hint =
        error.kind == .folderOfReferences
        ? RepositoryDamage.remedy(folderOfReferences: file)
        : RepositoryDamage.remedy(settings: file)
    } else if error.message.contains("No space left") {
      hint = "the disk is full; free some space and run the command again; nothing was half saved"
    } else if let damaged = error.lost {
      hint = RepositoryDamage.remedy(damaged)
    }
    Output.diagnostic(Diagnostic(rule: "git", message: error.description, hint: hint))
  }

  /// How wide help is; nil where the argument parser asks the terminal.
  private static var helpWidth: Int? {
    guard !Environment.current.hasTerminal else { return nil }
    return Environment.current.variable("COLUMNS").flatMap { Int($0) } ?? 80
  }

  /// Help that was asked for is a result.
  private static func printHelp(_ text: String) -> Int32 {
    do throws(OutputClosed) {
      try Output.write(text + "\n")
      try Output.finish()
      return 0
    } catch {
      return Output.report(error)
    }
  }

  /// Help and usage are the argument parser's; anything else is a fault of the program.
  private static func printOther(
    _ error: any Error, _ command: any ParsableCommand.Type
  ) -> Int32 {
    let code = command.exitCode(for: error)
    if code.isSuccess { return printHelp(command.fullMessage(for: error, columns: helpWidth)) }
    if code == .validationFailure {
      let path = Environment.current.hintPlace.command
      let help = Daftar.helpMessage(for: CommandWords.command(path, below: Daftar.self))
      let said = ParserMessage(
        command.message(for: error), command: path,
        options: help.matches(of: /--[a-z-]+/).map { String($0.output) })
      Output.diagnostic(Diagnostic(rule: "usage", message: said.message, hint: said.hint))
      return 64
    }
    Output.diagnostic(
      Diagnostic(
        rule: "internal", message: "internal fault: \(error)",
        hint: "nothing was half saved; please report this with the command that you ran"))
    return 70
  }
}
