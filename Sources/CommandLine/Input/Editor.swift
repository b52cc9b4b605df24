internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// Opens the person's editor for a longer text.
///
/// The text lies in a folder that only this person can read, in memory where the system has such a
/// place, and is gone afterwards; backup and swap files of common editors are turned off.
enum Editor {
  /// Returns what was written; lines that begin with `%%` are explanations and are left out.
  static func text(for purpose: String) throws -> String {
    let folder = try privateFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/text.md"
    let template =
      "\n%% \(purpose)\n%% Lines that begin with %% are left out. Save and close to go on.\n"
    try Data(template.utf8).write(to: URL(filePath: file))
    chmodPrivate(file)
    let status = run(command(file))
    guard status == 0 else {
      throw Diagnostic(
        rule: "editor", message: "the editor ended with an error, nothing was recorded",
        hint: "set EDITOR to another editor, or give the text with --text")
    }
    return try TextInput.content(of: file)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("%%") }.joined(separator: "\n")
  }

  private static func privateFolder() throws -> String {
    let places =
      [Session.environment("XDG_RUNTIME_DIR"), "/dev/shm", Session.environment("TMPDIR")]
      .compactMap { $0 } + ["/tmp"]
    for place in places {
      var name = Array("\(place)/daftar-XXXXXX".utf8CString)
      let made = unsafe name.withUnsafeMutableBufferPointer { buffer -> String? in
        guard let base = buffer.baseAddress, unsafe mkdtemp(base) != nil else { return nil }
        return unsafe String(cString: base)
      }
      if let made { return made }
    }
    throw Diagnostic(
      rule: "editor", message: "there is no private place for the editor's file",
      hint: "give the text with --text or -")
  }

  private static func chmodPrivate(_ file: String) { _ = unsafe chmod(file, 0o600) }

  private static func command(_ file: String) -> String {
    let editor = Session.environment("VISUAL") ?? Session.environment("EDITOR") ?? "nano"
    let word = editor.split(separator: " ").first.map(String.init) ?? ""
    let name = program(word)
    let options =
      if name.hasPrefix("vi") || name.hasSuffix("vim") || name.hasPrefix("vim.") || name == "ex" {
        " -n -i NONE -c 'set nobackup nowritebackup noundofile'"
      } else if name == "nano" || name == "rnano" {
        " --ignorercfiles"
      } else {
        ""
      }
    return "\(editor)\(options) '\(file)'"
  }

  /// The name of the program that a word starts: `editor` is often another name of vim.
  private static func program(_ word: String) -> String {
    let folders = (Session.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    let places = word.contains("/") ? [word] : folders.map { $0 + "/" + word }
    let place = places.first { unsafe access($0, X_OK) == 0 } ?? word
    let real = unsafe realpath(place, nil)
    defer { unsafe free(real) }
    let path = unsafe real.map { unsafe String(cString: $0) } ?? place
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Runs a command line on this terminal and returns its exit status.
  private static func run(_ command: String) -> Int32 {
    // A closed window or a polite kill reaches us too: we live on to remove the text.
    let before = [SIGHUP, SIGTERM].map { ($0, signal($0) { _ in }) }
    defer { for (number, handler) in before { _ = signal(number, handler) } }
    let status = unsafe system(command)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
  }
}
