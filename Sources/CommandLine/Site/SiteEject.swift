internal import ArgumentParser
internal import CaseFormat
internal import CaseVault
internal import Demo
internal import Diagnostics
internal import FileSystem
internal import GitStore
internal import Register
internal import SiteTemplate
internal import Text
internal import Terminal

/// `daftar site eject`: copies a file of the built-in template out, to be changed.
struct SiteEject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Copy a file of the site template into the register, to change it there.",
    discussion: """
      Without a name: lists the files.

      Examples:
        daftar site eject
        daftar site eject brand.yml
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The file, as listed.", valueName: "name")) var name: String?

  func run() throws {
    let register = try Session(global).register
    let names = EmbeddedFiles.paths(below: "site-template").map {
      String($0.dropFirst("site-template/".count))
    }
    guard let name else {
      for name in names { try Output.line(name) }
      return
    }
    guard let content = EmbeddedFiles.content("site-template/" + name) else {
      throw UsageError(
        message: "the template has no file “\(name)”",
        hint: nearest(to: name, among: names).map { "did you mean \($0)?" }
          ?? "list them with `daftar site eject`")
    }
    guard let root = register.repository.workTree else {
      throw UsageError(
        message: "this register has no folder of files", hint: "eject it in a clone")
    }
    let target = root + "/site-template/" + name
    do {
      try Folder.makeAll(target.lastIndex(of: "/").map { String(target[..<$0]) } ?? root)
      // Never through a link, which may lead out of the register.
      try WholeFile.create(target, with: content)
    } catch {
      guard !error.isTaken else {
        throw Diagnostic(
          rule: "site.ejected", at: SourceLocation(path: "site-template/" + name),
          message: "the file is there already", hint: "edit it, or move it away first")
      }
      throw Diagnostic(error)
    }
    Output.isDone("site-template/\(name) is there", hint: "nothing is to be done again")
    try Output.line("site-template/" + name)
  }
}
