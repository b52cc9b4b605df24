internal import ArgumentParser

/// `daftar publish`: from cases to numbers that are safe to publish.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Close a block of time, so that its numbers can be published safely.",
    discussion: """
      Numbers are published block by block (cases/publication.yml says how long a block is), once, \
      and never changed afterwards. Small counts are hidden, with as many others as are needed so \
      that nobody can work them out, and the program proves it before anything is written.

      When a block is over and its days of grace have passed:
        daftar publish preview
        daftar publish close
        daftar site build
      """,
    subcommands: [
      PublishPlan.self, PublishPreview.self, PublishClose.self, PublishCheck.self,
    ])
}
