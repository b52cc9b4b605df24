internal import GitStore
internal import Glibc

/// Which editor opens: the first of the person's choices, then of the usual ones, that exists.
package enum EditorProgram {
  /// A command line without the file; nil when this computer has no editor.
  package static var found: String? {
    let chosen = [
      Environment.current.variable("VISUAL"), Environment.current.variable("EDITOR"),
      // Only the person's own: that of a repository could name any program.
      Repository.personalConfiguration("core.editor"),
    ]
    let all = chosen.compactMap { $0 } + ["sensible-editor", "nano", "editor", "vim", "vi"]
    return all.first { line in
      place(of: line.split(separator: " ").first.map(String.init) ?? "") != nil
    }
  }

  /// The command line that opens a file and leaves no copy of it beside.
  ///
  /// Of vim, what is typed goes to `copy` too, at each change: a closed window loses nothing.
  package static func command(_ editor: String, file: String, copy: String) -> String {
    let name = realName(of: editor.split(separator: " ").first.map(String.init) ?? "")
    let options =
      if name.hasPrefix("vi") || name.hasSuffix("vim") || name.hasPrefix("vim.") || name == "ex" {
        " -n -i NONE -c 'set nobackup nowritebackup noundofile'"
          + " -c 'silent! autocmd TextChanged,TextChangedI * silent! keepalt write! \(copy)'"
      } else if name == "nano" || name == "rnano" {
        " --ignorercfiles"
      } else {
        ""
      }
    return "\(editor)\(options) '\(file)'"
  }

  /// The name of the program that a word starts: `editor` is often another name of vim.
  private static func realName(of word: String) -> String {
    let place = place(of: word) ?? word
    let real = unsafe realpath(place, nil)
    defer { unsafe free(real) }
    let path = unsafe real.map { unsafe String(cString: $0) } ?? place
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func place(of word: String) -> String? {
    guard !word.isEmpty else { return nil }
    let folders = (Environment.current.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    let places = word.contains("/") ? [word] : folders.map { $0 + "/" + word }
    return places.first { unsafe access($0, X_OK) == 0 }
  }
}
