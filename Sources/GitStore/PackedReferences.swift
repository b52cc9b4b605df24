internal import CGit2
internal import Glibc
internal import FileSystem

/// Git's list of references in one file (`git-pack-refs`); a power cut may leave it with zeros, and
/// then neither git nor libgit2 finds any reference that has no file of its own.
struct PackedReferences {
  let file: String
  let bytes: [UInt8]
  /// The lines that are what git writes.
  private(set) var sound: [ArraySlice<UInt8>] = []
  /// Whether all lines are.
  private(set) var isSound = true

  /// Reads the list of a git directory; nil when there is none, or when it cannot be opened.
  init?(in gitDirectory: String) {
    file = gitDirectory + "/packed-refs"
    guard let bytes = SmallFile.bytes(of: file) else { return nil }
    self.bytes = bytes
    guard !bytes.isEmpty else { return }
    isSound = bytes.last == UInt8(ascii: "\n")
    var isAfterReference = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "#") { continue }
      let isPeeled = line.first == UInt8(ascii: "^") && Self.isName(line.dropFirst())
      let isReference = Self.isReference(line)
      if isReference || isPeeled && isAfterReference { sound.append(line) } else { isSound = false }
      isAfterReference = isReference
    }
  }

  /// Throws where a folder stands in the place of the list: then git reads no reference at all.
  static func requireNoFolder(in gitDirectory: String) throws(GitError) {
    let file = gitDirectory + "/packed-refs"
    var status = stat()
    guard unsafe lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    throw GitError(
      "reading git's references", .folderOfReferences,
      message: "\(file) is a folder, and git keeps its list of references in a file of that name",
      file: file)
  }

  private static func isName(_ digits: ArraySlice<UInt8>) -> Bool {
    ObjectID(hexDigits: digits) != nil
  }

  private static func isReference(_ line: ArraySlice<UInt8>) -> Bool {
    let parts = line.split(separator: 0x20, maxSplits: 1)
    guard parts.count == 2, isName(parts[0]), parts[1].starts(with: "refs/".utf8),
      let name = String(validating: parts[1], as: UTF8.self), !name.utf8.contains(0)
    else { return false }
    var valid: Int32 = 0
    return unsafe git_reference_name_is_valid(&valid, name) == 0 && valid == 1
  }
}

extension Repository {
  /// Makes git's list of references anew from what can be read of it, and puts the damaged one aside;
  /// true when it was damaged and is sound now.
  @discardableResult
  package func mendPackedReferences() -> Bool {
    guard let list = PackedReferences(in: commonDirectory), !list.isSound else { return false }
    let aside = commonDirectory + "/daftar/damaged"
    try? Folder.make(commonDirectory + "/daftar")
    try? Folder.make(aside)
    let kept = aside + "/packed-refs"
    let draft = "\(list.file).\(getpid()).new"
    let text = list.sound.flatMap { $0 + [UInt8(ascii: "\n")] }
    let isWritten = SmallFile.write(list.bytes, to: kept) && SmallFile.write(text, to: draft)
    let isMended = unsafe isWritten && rename(draft, list.file) == 0
    RepositoryNotes.current.add(
      FileDamage(
        file: list.file,
        message: "git's list of references is damaged; "
          + (isMended
            ? "it was made anew from what can be read of it, and what was there is in \(kept)"
            : "nothing can be written here, and what stands only in it is not seen"),
        remedy: isMended
          ? "the disk may be failing: run `daftar sync` now, and make a backup"
          : "let somebody open the register here who may write",
        isHarmless: isMended))
    return isMended
  }

  /// Reads references; a list that is damaged is made anew, or left out where that is not possible.
  func readingReferences<Result>(
    otherwise nothing: Result, _ read: () throws(GitError) -> Result
  ) throws(GitError) -> Result {
    do throws(GitError) {
      return try read()
    } catch {
      guard let list = PackedReferences(in: commonDirectory), !list.isSound else { throw error }
      return mendPackedReferences() ? try read() : nothing
    }
  }
}
