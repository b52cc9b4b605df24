internal import ArgumentParser
internal import GitStore
internal import Markdown

/// The `daftar` command: everything it can do, in the order in which a case lives.
struct Daftar: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daftar",
    abstract: "A register of complaints that lives in a git repository.",
    discussion: """
      Every step is a commit, so the history is the audit trail.

      Before or after any command, -C DIR names the register (default: the one around the current \
      folder), and --as MEMBER says who acts (default: $DAFTAR_MEMBER, else the member of \
      cases/team.yml with git's e-mail address). With a step, --on DATE records openly that it \
      happened earlier.

      A case is named by its id, by the beginning of the id or of its second part (four symbols), \
      or by its row in the last list. A date is 2026-11-30, today, yesterday, tomorrow or +7 (days \
      from today).

      First steps:
        daftar init complaints --name "Valley Relief" \\
          --member huda:"Huda M.":manager+intake+handler
        cd complaints
        export DAFTAR_MEMBER=huda
        daftar new --category minor --channel desk --language en \\
          --text "The queue has no shade."
        daftar list --open

      The examples in the help of the commands name cases of a sample register: see \
      `daftar help demo`.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Start",
        subcommands: [
          Init.self, DemoCommand.self, KeyCommand.self, MemberCommand.self, Upgrade.self,
        ]),
      CommandGroup(
        name: "Set up",
        subcommands: [
          AreaCommand.self, UnitCommand.self, ProjectCommand.self, PartnerCommand.self,
        ]),
      CommandGroup(
        name: "Take in",
        subcommands: [New.self, Acknowledge.self, Import.self]),
      CommandGroup(
        name: "Work",
        subcommands: [
          Assign.self, Start.self, Note.self, Wait.self, Resume.self, Extend.self, Raise.self,
          Amend.self, Link.self, Promise.self, Refer.self, Hold.self, ReleaseCommand.self,
          Settle.self,
          Undo.self, Adopt.self,
        ]),
      CommandGroup(
        name: "Decide and answer",
        subcommands: [
          Decide.self, Approve.self, Inform.self, Close.self, Answer.self, Resolve.self,
          ObjectCommand.self, Review.self, Reopen.self, Survey.self,
        ]),
      CommandGroup(
        name: "Look",
        subcommands: [
          List.self, Show.self, Contact.self, Find.self, Log.self, Search.self, Stats.self,
          Codes.self, Check.self, VaultCommand.self,
        ]),
      CommandGroup(
        name: "Share", subcommands: [SyncCommand.self, PublishCommand.self, SiteCommand.self]),
    ])

  /// The program's version, as at the top of the changelog, and the libraries found at run time.
  static var version: String {
    "daftar \(Version.current) (libgit2 \(Repository.libraryVersion), "
      + "cmark \(MarkdownText.libraryVersion))"
  }

  /// The commands that have no commands below them.
  static var steps: [any ParsableCommand.Type] {
    configuration.groupedSubcommands.flatMap(\.subcommands)
      .filter { $0.configuration.subcommands.isEmpty }
  }
}
