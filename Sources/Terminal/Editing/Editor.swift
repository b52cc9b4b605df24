internal import Text
internal import Diagnostics
internal import Tables
internal import FoundationEssentials
internal import Glibc
internal import FileSystem

/// The person's editor, opened for a longer text.
///
/// The text lies in a folder that only this person can read, in memory where the system has such a
/// place, and is gone afterwards; backup and swap files of common editors are turned off.
package struct Editor {
  /// What is to be written, for the line that explains.
  package let purpose: String
  /// Whether the words will be sealed: then they lie in memory only.
  package let isSealed: Bool

  /// An editor for one text.
  package init(purpose: String, isSealed: Bool) {
    self.purpose = purpose
    self.isSealed = isSealed
  }

  /// How an editor was left.
  package enum Ending: Equatable {
    case written(String)
    /// Saved in another encoding than UTF-8; the text as it reads in that one.
    case foreign(String, encoding: String)
    /// Left without writing the file: the person thought better of it.
    case unwritten
    /// The editor failed or its window was closed; what can be saved of the text.
    case broken(String)
  }

  /// Opens `editor` on a text; `started` is told the folder of the file before the editor opens.
  package func open(_ editor: String, on text: String, started: (String) -> Void) throws -> Ending {
    let folder = try privateFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = Self.file(in: folder)
    let template =
      "\(text)\n%% \(purpose)\n%% Lines that begin with %% are left out. Save and close to go on.\n"
    try Data(template.utf8).write(to: URL(filePath: file))
    _ = unsafe chmod(file, 0o600)
    started(folder)
    let before = Self.trace(of: file)
    let status = Self.run(
      EditorProgram.command(editor, file: file, copy: Self.copy(in: folder)))
    guard status == 0 else { return .broken(Self.rescued(from: folder) ?? text) }
    guard Self.trace(of: file) != before else { return .unwritten }
    let saved = try Self.content(of: file)
    let words = Self.words(saved.text)
    return saved.encoding.map { .foreign(words, encoding: $0) } ?? .written(words)
  }

  /// What an editor saved, and the encoding where that is not UTF-8.
  ///
  /// A page of single bytes loses nothing even where the guess is wrong: it can be turned back.
  private static func content(of file: String) throws -> (text: String, encoding: String?) {
    guard let data = FileManager.default.contents(atPath: file), !data.isEmpty else {
      return ("", nil)
    }
    let bytes = Array(data)
    if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) {
      return (text, nil)
    }
    let likely = try? TableDecoder.decodeText(bytes.span, path: file)
    let decoded =
      try likely ?? TableDecoder.decodeText(bytes.span, path: file, as: .windows1256)
    return (decoded.text, decoded.encoding.name)
  }

  /// What lies in the folder of an editor that was never closed; nil when there is nothing.
  package static func rescued(from folder: String) -> String? {
    guard Folder.isPrivate(folder) else { return nil }
    // What the editor wrote at the last moment is newer than what was saved before.
    for path in [copy(in: folder), file(in: folder)] {
      if let text = try? content(of: path).text, words(text).hasWords { return words(text) }
    }
    return nil
  }

  private static func file(in folder: String) -> String { folder + "/text.md" }
  /// Where nano saves when its window is closed, and where vim is told to.
  private static func copy(in folder: String) -> String { folder + "/text.md.save" }

  private static func words(_ text: String) -> String {
    // CR LF is one character: a line that explains must not become what somebody said.
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("%%") }.joined(separator: "\n")
  }

  private func privateFolder() throws -> String {
    for place in MemoryPlace.candidates where !isSealed || Folder.isInMemory(place) {
      var name = Array("\(place)/daftar-XXXXXX".utf8CString)
      let made = unsafe name.withUnsafeMutableBufferPointer { buffer -> String? in
        guard let base = buffer.baseAddress, unsafe mkdtemp(base) != nil else { return nil }
        return unsafe String(cString: base)
      }
      if let made { return made }
    }
    throw Diagnostic(
      rule: "editor.place",
      message: isSealed
        ? "there is no place in memory for the editor's file, and these words must not lie in clear "
          + "on a disk"
        : "there is no private place for the editor's file",
      hint: "give the text with -")
  }

  /// What changes when a file is saved: the file itself, its size or its time.
  private static func trace(of file: String) -> [Int] {
    guard let status = FileStatus(file, followingLinks: true) else { return [] }
    return [Int(status.identity.number), status.size, status.modified]
  }

  /// Runs a command line on this terminal and returns its exit status.
  private static func run(_ command: String) -> Int32 {
    // A closed window or a polite kill reaches us too: we live on to keep the text and remove it.
    let before = [SIGHUP, SIGTERM].map { ($0, signal($0) { _ in }) }
    defer { for (number, handler) in before { _ = signal(number, handler) } }
    let status = unsafe system(command)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
  }
}
