internal import ArgumentParser
internal import Text

/// What is said to a word that names no command.
enum UnknownCommand {
  /// Throws `UsageError` when the next word, or one behind `help`, should name a command and does not.
  static func refuse(
    _ rest: ArraySlice<String>, below path: [String], of command: any ParsableCommand.Type
  ) throws(UsageError) {
    guard let first = rest.first, !first.hasPrefix("-") else { return }
    guard first == "help", path.isEmpty else { throw refusal(of: first, below: path, command) }
    var (command, path) = (command, path)
    for word in rest.dropFirst() {
      let below = CommandWords.subcommands(of: command)
      guard !word.hasPrefix("-"), !below.isEmpty, word != "help" else { return }
      guard let next = below.first(where: { $0._commandName == word }) else {
        throw refusal(of: word, below: path, command)
      }
      (command, path) = (next, path + [word])
    }
  }

  private static func refusal(
    of word: String, below path: [String], _ command: any ParsableCommand.Type
  ) -> UsageError {
    let names = CommandWords.subcommands(of: command).map { $0._commandName }
    let place = path.map { $0 + " " }.joined()
    let message = "there is no command “\(place)\(word)”"
    if path.isEmpty, let advice = advice[word.lowercased()] {
      return UsageError(message: message, hint: advice)
    }
    // A case of another letter size and a word in the plural are near as well.
    let wanted = word.lowercased()
    let near = nearest(to: wanted, among: names) ?? names.first { wanted.hasPrefix($0) }
    return UsageError(
      message: message,
      hint: near.map { "did you mean `daftar \(place)\($0)`?" }
        ?? (path.isEmpty
          ? "see `daftar help`" : "commands below \(path[0]): " + names.joined(separator: ", ")))
  }

  /// What people look for under the names that other programs have for it.
  private static let advice: [String: String] = {
    var all: [String: String] = [:]
    for (words, advice) in advices { for word in words { all[word] = advice } }
    return all
  }()

  private static let advices: [([String], String)] = [
    (
      ["delete", "remove", "rm", "erase", "cancel"],
      "nothing is deleted: your own last step is taken back with `daftar undo CASE`, and what is no "
        + "complaint ends with `daftar close CASE --outcome invalid --reason …`"
    ),
    (
      ["edit", "change", "correct", "set", "update", "modify"],
      "one field is corrected with `daftar amend CASE FIELD VALUE --reason …`"
    ),
    (["view", "open", "get", "cat", "read", "info"], "a case is shown by `daftar show CASE`"),
    (["ls", "cases", "dir", "all"], "cases are listed by `daftar list`"),
    (
      ["add", "register", "create", "complaint", "submit"],
      "a complaint is registered with `daftar new`"
    ),
    (["comment", "write"], "a note is added with `daftar note CASE`"),
    (["history", "blame"], "who did what is shown by `daftar log`"),
    (
      ["push", "pull", "fetch", "send", "upload", "download", "exchange", "save", "commit"],
      "every step is saved already; it goes to the others with `daftar sync`"
    ),
    (
      ["status"],
      "cases are listed by `daftar list`, what waits to be sent by `daftar sync --status`"
    ),
    (["reject"], "a decision is sent back with `daftar approve CASE --reject --reason …`"),
    (
      ["give", "handover", "delegate"],
      "a case is given to a member with `daftar assign CASE MEMBER`"
    ),
    (["export", "csv", "excel"], "a table for spreadsheets is written by `daftar list --csv`"),
    (["report", "figures", "kpi"], "the figures are shown by `daftar stats`"),
    (["user", "users", "team", "members"], "the team is listed by `daftar codes members`"),
    (
      ["areas", "categories", "channels"], "codes and their names are listed by `daftar codes LIST`"
    ),
    (["phone", "caller"], "the cases of a caller are found with `daftar find --phone -`"),
    (["finish", "done", "end"], "a case ends with `daftar close CASE`"),
    (["escalate"], "a case becomes more urgent with `daftar raise CASE --priority high`"),
  ]
}
