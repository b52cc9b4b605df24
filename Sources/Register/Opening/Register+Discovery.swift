internal import Diagnostics
internal import FileSystem
internal import GitStore
internal import Text

extension Register {
  /// Finds the repository around a folder; throws `Diagnostic` with the way back where git's own files
  /// are not what git needs to read anything.
  static func discover(from path: String) throws -> Repository {
    let repository: Repository
    do throws(GitError) {
      repository = try Repository.discover(from: path)
    } catch {
      guard error.kind == .notFound else { throw error }
      // Some ways to copy a folder leave out those that are empty, and git needs them.
      if Repository.makeMissingFolders(around: path) { return try discover(from: path) }
      if let file = Repository.fileInsteadOfFolder(around: path) { throw insteadOfFolder(file) }
      if let file = Repository.missingHead(around: path) { throw damagedHead(file) }
      throw noRegister(at: path)
    }
    if let file = repository.damagedHead { throw damagedHead(file) }
    let settings = repository.commonDirectory + "/config"
    if OutOfPlace.stands(at: settings, insteadOf: .file) { throw insteadOfSettings(settings) }
    return repository
  }

  private static func damagedHead(_ file: String) -> Diagnostic {
    let word = ShellWord.quoted(file)
    let isFolder = OutOfPlace.stands(at: file, insteadOf: .file)
    return Diagnostic(
      rule: "register.head", at: SourceLocation(path: file),
      message: isFolder
        ? "something else stands in the place of git's file HEAD, so that nothing can be read here"
        : "git's file HEAD is damaged or missing, so that nothing can be read here",
      hint: (isFolder ? "move it away: `mv \(word) \(word).damaged`; " : "")
        + "write it anew, with the branch of the register: "
        + "`echo 'ref: refs/heads/main' > \(word)`")
  }

  private static func insteadOfFolder(_ file: String) -> Diagnostic {
    let word = ShellWord.quoted(file)
    return Diagnostic(
      rule: "register.folder", at: SourceLocation(path: file),
      message: "a file stands in the place of a folder of git's, so that nothing can be read here",
      hint:
        "move it away: `mv \(word) \(word).damaged`, then run `daftar sync`: it takes anew what "
        + "was in the folder, and says what to do about the rest")
  }

  private static func insteadOfSettings(_ file: String) -> Diagnostic {
    let ending = "/.git/config"
    let folder = file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    let word = ShellWord.quoted(file)
    return Diagnostic(
      rule: "register.settings", at: SourceLocation(path: file),
      message: "something else stands in the place of git's settings",
      hint: "move it away: `mv \(word) \(word).damaged`, and make them anew: "
        + "`git init \(ShellWord.quoted(folder))`; "
        + "then set the address of the common place again: `git remote add origin ADDRESS`")
  }
}
