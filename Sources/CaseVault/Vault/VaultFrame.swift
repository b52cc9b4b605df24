internal import Diagnostics
internal import FoundationEssentials
internal import FileSystem

/// The files of the vault that hold nothing of the register: they are the same everywhere, and are
/// made anew where a power cut left something else.
enum VaultFrame {
  private static let head = "ref: refs/heads/main\n"
  // What is sealed resembles nothing and gets no smaller: git need not try.
  private static let configuration = """
    [core]
    \trepositoryformatversion = 0
    \tfilemode = true
    \tbare = true
    \tcompression = 0
    [pack]
    \twindow = 0

    """

  /// Whether a vault is at a path; a file that stands there instead is put aside.
  package static func isThere(at path: String) throws -> Bool {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard !isFolder else { return true }
    try? manager.removeItem(atPath: path + ".damaged")
    try manager.moveItem(atPath: path, toPath: path + ".damaged")
    return false
  }

  /// Makes them anew in a vault where git could not read them.
  package static func mend(at path: String) throws {
    let manager = FileManager.default
    try putAsideWhatIsOutOfPlace(at: path)
    // Some ways to copy a folder leave out those that are empty.
    for folder in ["objects", "refs"] where !manager.fileExists(atPath: path + "/" + folder) {
      try manager.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: false)
    }
    let head = manager.contents(atPath: path + "/HEAD").map { String(decoding: $0, as: UTF8.self) }
    if !(head?.hasPrefix("ref: refs/heads/") ?? false) {
      try replace(path + "/HEAD", with: Self.head)
    }
    let known = manager.contents(atPath: path + "/config") ?? Data()
    if !isSettings(known) { try replace(path + "/config", with: configuration) }
  }

  private static let folders = [
    "objects", "objects/pack", "objects/info", "info", "refs", "refs/heads", "refs/remotes",
    "refs/remotes/common", "refs/daftar", "refs/daftar/vault", "refs/daftar/kept",
    "refs/daftar/unrecorded",
  ]

  /// Makes room for the folders and files that git keeps in every repository, and for those of the
  /// vault: a file in the place of one of them stops git, and no copy is in it.
  private static func putAsideWhatIsOutOfPlace(at path: String) throws(SystemFailure) {
    let own = path + "/daftar"
    try OutOfPlace.putAside(own, insteadOf: .folder, in: path, as: "daftar.damaged")
    let aside = own + "/damaged"
    try OutOfPlace.putAside(aside, insteadOf: .folder, in: own, as: "damaged-file")
    for name in folders {
      try OutOfPlace.putAside(
        path + "/" + name, insteadOf: .folder, in: aside, as: name.replacing("/", with: "-"))
    }
    for name in Folder.names(in: path + "/objects") where name.utf8.count == 2 {
      try OutOfPlace.putAside(
        path + "/objects/" + name, insteadOf: .folder, in: aside, as: "objects-" + name)
    }
    for name in ["HEAD", "config", "packed-refs"] {
      try OutOfPlace.putAside(path + "/" + name, insteadOf: .file, in: aside, as: name + "-folder")
    }
  }

  /// Whether lines are those of a settings file: sections, and names with values below them.
  private static func isSettings(_ bytes: Data) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else { return false }
    var isInSection = false
    for line in text.split(separator: "\n") {
      let words = line.drop { $0 == " " || $0 == "\t" }
      guard let first = words.first, first != "#", first != ";" else { continue }
      if first == "[" { isInSection = true }
      let isLetter = first.isASCII && first.isLetter
      guard isInSection, first == "[" || isLetter,
        !words.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" })
      else { return false }
    }
    return isInSection
  }

  private static func replace(_ file: String, with text: String) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: file) {
      try? manager.removeItem(atPath: file + ".damaged")
      try manager.moveItem(atPath: file, toPath: file + ".damaged")
    }
    try WholeFile.write(Array(text.utf8), to: file, for: .owner)
  }
}
