internal import ArgumentParser
internal import Demo
internal import Diagnostics
internal import FoundationEssentials
internal import Publishing
internal import Register
internal import Site
internal import Sync
internal import Terminal

/// `daftar site publish`: brings the proved site to where the public finds it.
struct SitePublish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Bring the public pages to a folder, a branch or a remote.",
    discussion: """
      Builds and proves everything first, and refuses when a block that is there already would \
      change. A branch gets one commit for each release; it shares nothing with the register's \
      history, and --remote sends it and nothing else.

      Examples:
        daftar site publish --to /srv/www/complaints
        daftar site publish --branch pages
        daftar site publish --branch pages --remote ssh://server/public-site.git
      """)

  @OptionGroup var global: GlobalOptions
  @Option(name: .customLong("to"), help: ArgumentHelp("A folder.", valueName: "dir"))
  var folder: String?
  @Option(help: ArgumentHelp("A branch for the site alone.", valueName: "name")) var branch: String?
  @Option(help: ArgumentHelp("Where the branch is sent.", valueName: "remote")) var remote: String?

  func validate() throws {
    guard (folder == nil) != (branch == nil) else {
      throw ValidationError("Give either --to DIR or --branch NAME.")
    }
    guard remote == nil || branch != nil else {
      throw ValidationError("--remote needs --branch.")
    }
  }

  func run() async throws {
    let session = try Session(global)
    let register = session.register
    try session.warnOfEditedConfiguration()
    try session.warnOfEditedTemplate()
    if let remote { try await register.requireSendable(to: remote) }
    let target = try folder.map { folder throws(Diagnostic) in
      try SiteFolder(
        path: Environment.current.place(of: folder), kind: .public, option: "--to", of: register)
    }
    let site = try BuiltSite.publicSite(of: register, over: EmbeddedFiles.siteTemplate)
    guard let release = site.release else {
      throw Diagnostic(
        rule: "publish.nothing",
        message: "no block is closed yet, so that there is nothing to show",
        hint: "see `daftar publish plan`")
    }
    if let folder, let target {
      try site.refuseRestatement(of: try target.present())
      try target.replace(with: site.files)
      Output.isDone("the pages are in \(folder)", hint: "nothing is to be done again")
      try Output.line(folder + "/index.html")
    } else if let branch {
      try await publish(site, release, onBranch: branch, register)
    }
    Output.diagnostics(site.problems)
  }

  private func publish(
    _ site: BuiltSite, _ release: String, onBranch name: String, _ register: Register
  ) async throws {
    let branch = try register.siteBranch(name)
    try site.refuseRestatement(of: try register.files(on: branch))
    let files = Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.bytes) })
    let isNew = try register.publish(files, as: release, on: branch)
    Output.isDone("\(name) holds \(release)", hint: "run the command again if it is to be sent")
    try Output.line(isNew ? "\(name): \(release)" : "\(name) holds this release already")
    guard let remote else { return }
    try await register.send(branch, to: remote)
    Output.isDone("it was sent to \(remote)", hint: "nothing is to be done again")
    try Output.line("sent to \(remote)")
  }
}
