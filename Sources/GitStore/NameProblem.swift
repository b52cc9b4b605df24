/// Why a name in a tree must not become a file or folder on anybody's disk.
///
/// The rules are those of git itself (`git fsck`, `verify_path`, and what git refuses on Windows and
/// macOS), because one copy that cannot write a name is enough to stop that copy.
package enum NameProblem: Hashable, Sendable {
  /// An empty name, `.` or `..`, or a name with a `/` in it.
  case leadsElsewhere
  /// `.git` in a spelling that some file system takes for it.
  case gitFolder
  /// A control character, such as TAB, a line end or DEL.
  case controlCharacter
  /// A backslash, which separates folders on Windows.
  case backslash
  /// A name that stands for a device on Windows, such as `NUL` or `com1.md`.
  case device
  /// More than 255 bytes, or a path of more than 4,096.
  case tooLong
  /// Bytes that are not UTF-8.
  case notText
  /// A name that the folder has already.
  case twice
  /// A folder below more others than anybody nests.
  case tooDeep

  /// The reason as the end of a sentence that begins with the path.
  package var words: String {
    switch self {
    case .leadsElsewhere: "the name leads out of the folder"
    case .gitFolder: "the name stands for git's own folder"
    case .controlCharacter: "the name holds a control character"
    case .backslash: "the name holds a backslash"
    case .device: "the name stands for a device on Windows"
    case .tooLong: "the name is too long to be written"
    case .notText: "the name is not valid UTF-8"
    case .twice: "the folder holds this name twice"
    case .tooDeep: "the folder is nested deeper than \(TreeLimit.depth) others"
    }
  }

  /// Whether a path may be written: every name in it is sound.
  package static func isAbsent(from path: String) -> Bool {
    PathText.problem(with: path, PathText.parts(of: path)) == nil
  }

  private static let longestName = 255
  /// The longest path that is written, in bytes.
  static let longestPath = 4_096

  /// What is wrong with one name; nil when it may be written.
  static func of(_ name: some Collection<UInt8>) -> NameProblem? {
    if isNumbered(name) { return nil }
    guard let text = String(validating: name, as: UTF8.self) else { return .notText }
    if ["", ".", ".."].contains(text) || name.contains(UInt8(ascii: "/")) {
      return .leadsElsewhere
    }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return .controlCharacter
    }
    if isGitFolder(text) { return .gitFolder }
    if name.contains(UInt8(ascii: "\\")) { return .backslash }
    if isDevice(text) { return .device }
    return name.count > longestName ? .tooLong : nil
  }

  /// Whether a name is a digit and then letters, digits, hyphens and dots, as those of case files and
  /// their folders are: no rule refuses one, and a large register has hundred thousands of them.
  private static func isNumbered(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, (0x30...0x39).contains(first), name.count <= longestName else {
      return false
    }
    return name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
      default: false
      }
    }
  }

  /// Whether a file system of Linux, Windows (NTFS) or macOS (HFS+) may take a name for `.git`.
  private static func isGitFolder(_ name: String) -> Bool {
    let seen = name.unicodeScalars.filter { !isIgnoredByHFS($0) }
    let lowercased = String(String.UnicodeScalarView(seen)).lowercased()
    // NTFS drops blanks and dots at the end, and what follows a colon names a stream of the file.
    let file = lowercased.prefix { $0 != ":" && $0 != "\\" }
    let trimmed = file.reversed().drop { $0 == " " || $0 == "." }
    return [".git", "git~1"].contains(String(trimmed.reversed()))
  }

  /// The characters that HFS+ leaves out when it compares names (git's `utf8.c`).
  private static func isIgnoredByHFS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
    default: false
    }
  }

  private static func isDevice(_ name: String) -> Bool {
    let stem = name.lowercased().prefix { $0 != "." && $0 != ":" }
    let bare = String(stem.reversed().drop { $0 == " " }.reversed())
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(bare) { return true }
    guard bare.hasPrefix("com") || bare.hasPrefix("lpt"), bare.count == 4 else { return false }
    // Windows reads the raised digits of Latin-1 as digits (Microsoft, "Naming Files, Paths, and Namespaces").
    return bare.last.map { "123456789¹²³".contains($0) } ?? false
  }
}
