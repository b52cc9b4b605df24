internal import CaseModel
internal import FoundationEssentials
internal import GitStore
internal import Publishing
internal import Register
internal import Site
internal import Terminal

/// The pages of a register, built anew whenever something that they are made of has changed.
struct SitePreview {
  let global: GlobalOptions
  let choice: SiteChoice
  private var built: (state: [String], files: [String: [UInt8]])?

  init(global: GlobalOptions, choice: SiteChoice) {
    self.global = global
    self.choice = choice
  }

  /// The files by path; throws what is wrong with the present state.
  mutating func files() throws -> [String: [UInt8]] {
    let session = try Session(global)
    let register = session.register
    try session.warnOfEditedConfiguration()
    let state = try Self.state(of: register)
    if let built, built.state == state { return built.files }
    let site = try choice.site(of: register)
    Output.diagnostics(site.problems)
    let files = Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    built = (state, files)
    return files
  }

  /// The commit, the day, and size and time of every file of the template.
  private static func state(of register: Register) throws -> [String] {
    var state = [try register.head().hex, register.today.description]
    guard let root = register.repository.workTree else { return state }
    let (manager, folder) = (FileManager.default, root + "/site-template")
    for path in ((try? manager.subpathsOfDirectory(atPath: folder)) ?? []).sorted() {
      let facts = try? manager.attributesOfItem(atPath: folder + "/" + path)
      let time = (facts?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
      state.append("\(path) \(facts?[.size] as? Int ?? 0) \(time)")
    }
    return state
  }
}
