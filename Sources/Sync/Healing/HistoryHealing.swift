internal import CaseVault
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register
internal import FileSystem
internal import Text

/// The common history taken anew, as if nothing of it were here.
///
/// It serves after a fetch that was stopped half way, a power cut or a failing disk, and where a
/// reference of git leads to something that is lost.
///
/// Git asks whether the newest commit is here and fetches nothing below it, and it goes through all
/// references of a repository before it believes what it fetched. So the objects come by way of a
/// repository without any reference, into the folder of the register's own.
struct HistoryHealing {
  let repository: Repository
  let place: CommonPlace
  /// The address of the place, and the full name of its branch.
  let address: String
  let branch: String

  /// The repository without references; made anew each time.
  private var passage: String { WriteLock.folder(of: repository) + "/anew.git" }

  /// Fetches all that the place has; what came stands under ``arrived()`` then.
  func fetch() async throws -> GitProgram.Result {
    try makePassage()
    let git = try await GitProgram.open(
      for: passage, configuration: repository.commonDirectory + "/config",
      objects: repository.commonDirectory + "/objects")
    // One pack: it is there as a whole or not at all.
    return try await git.run([
      "-c", "fetch.unpackLimit=1", "fetch", "--quiet", "--no-tags", "--no-recurse-submodules",
      "--no-write-fetch-head", "--", address, "+\(branch):refs/heads/arrived",
    ])
  }

  /// The commit that came.
  func arrived() throws -> ObjectID? {
    try Repository.open(at: passage).tip(of: "refs/heads/arrived")
  }

  private func makePassage() throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: passage) { try manager.removeItem(atPath: passage) }
    for folder in ["objects", "refs/heads"] {
      try manager.createDirectory(
        atPath: passage + "/" + folder, withIntermediateDirectories: true)
    }
    try WholeFile.write(Array("ref: refs/heads/main\n".utf8), to: passage + "/HEAD")
    try WholeFile.write(
      Array("[core]\n\trepositoryformatversion = 0\n\tbare = true\n".utf8), to: passage + "/config")
  }

  func removePassage() { try? FileManager.default.removeItem(atPath: passage) }

  /// Puts damaged files of single objects aside: git would take them for the objects.
  func putAside(_ lost: [GitError.LostObject]) throws {
    for object in lost where !object.isPacked { try object.putAside() }
  }

  /// Puts back what did not come anew, as far as it is left.
  func putBack(_ lost: [GitError.LostObject]) throws {
    for object in lost where !object.isPacked { try object.putBack() }
  }

  /// Names the references of this copy that git stumbles over.
  func brokenReferences() -> [Diagnostic] {
    let own: Set = [branch, place.tracking, place.seenReference]
    return repository.brokenReferences(except: own).map { name, tip in
      Diagnostic(
        .warning, rule: "git.reference",
        at: SourceLocation(path: repository.commonDirectory + "/" + name),
        message: "this reference of git names the object \(tip), which is damaged or not here; "
          + "what the team has was exchanged without it",
        hint: "take it out if nobody needs it: "
          + "`git --git-dir=\(ShellWord.quoted(repository.commonDirectory)) update-ref -d \(name)`")
    }
  }
}
