internal import ArgumentParser
internal import CaseModel
internal import Demo
internal import Register
internal import Terminal

/// `daftar demo`: replays the sample register into a new repository.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a register from the sample cases, to try everything.",
    discussion: """
      The sample register is that of a fictional organisation: 500 cases in three \
      languages, replayed step by step, each step a commit of the member who did it. Its last day \
      is 18 November 2026; DAFTAR_NOW sets the clock near it, so that not every deadline has \
      passed. The examples of the other commands name its cases.

      Examples:
        daftar demo try-it
        cd try-it
        export DAFTAR_MEMBER=huda DAFTAR_NOW=2026-11-21
        daftar list --open
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The new folder.", valueName: "dir")) var folder = "demo"

  func run() throws {
    let base = global.folder
    let target = folder.hasPrefix("/") ? folder : base + "/" + folder
    Environment.current.hintPlace.remember(target, named: nil)
    let progress = Progress("replaying the sample cases")
    let replayed = try SampleReplay(files: EmbeddedFiles.sample).replay(into: target) {
      done, total in
      progress.update(done, of: total)
    }
    Output.isDone("the sample register is in \(folder)", hint: "nothing is to be done again")
    try Output.line(
      "The sample register is in \(folder): \(replayed.cases) cases, \(replayed.commits) commits.")
    Output.note("Try, from there: `daftar list --open` · `daftar stats` · `daftar site build`")
  }
}
