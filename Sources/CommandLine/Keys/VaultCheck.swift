internal import ArgumentParser
internal import Diagnostics
internal import Register
internal import Terminal

/// `daftar vault check`: whether every sealed entry is here and whole.
struct VaultCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that every sealed entry is here and whole.",
    discussion: """
      Needs no key: the history holds a digest of each sealed entry. An entry that has not arrived \
      yet is a warning; a damaged one is an error.

      Example:
        daftar vault check
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "For programs.") var json = false

  func run() throws {
    let register = try Session(global).register
    let progress = Progress("checking the vault")
    let findings = try register.checkVault { done, total in progress.update(done, of: total) }
    try Check.print(findings, json: json, clean: "every sealed entry is here and whole")
  }
}
