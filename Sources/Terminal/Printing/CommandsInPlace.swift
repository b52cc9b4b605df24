internal import Text

/// The commands between the backquotes of a text, as they act on one register from the folder in which
/// the person stands, which may lie in another repository.
package struct CommandsInPlace {
  /// The folder that git is given (`git -C`); nil where it finds the register by itself.
  private let git: String?
  /// The folder that this program is given (`daftar -C`); nil where it finds the register by itself.
  private let daftar: String?

  /// Takes the folders, each nil where the current one will do.
  package init(git: String?, daftar: String?) {
    (self.git, self.daftar) = (git, daftar)
  }

  /// The text, its commands with the folder that they work in.
  package func applied(to text: String) -> String {
    guard git != nil || daftar != nil else { return text }
    return text.replacing(
      /`((?:DAFTAR_\w+=(?:'[^']*'|\S+) )?(?:git|daftar|mv -f "\$\(git) [^`\n]+)`/
    ) {
      "`\(command($0.output.1))`"
    }
  }

  private func command(_ text: Substring) -> String {
    String(text).replacing(
      /(^|; |\| |\$\(|DAFTAR_\w+=(?:'[^']*'|\S+) )(git|daftar) ([a-z][a-z-]*(?: --(?:global|bare)\b)?|…)/
    ) { match in
      let (before, program, verb) = (match.output.1, match.output.2, match.output.3)
      let isFree = program == "git" ? Self.gitElsewhere : Self.daftarElsewhere
      guard let folder = program == "git" ? git : daftar, !isFree.contains(String(verb)) else {
        return String(match.output.0)
      }
      return "\(before)\(program) -C \(ShellWord.quoted(folder)) \(verb)"
    }
  }

  /// What acts on no repository that is here already.
  ///
  /// `git init --bare` is not among it: the folder that it makes is given to `git remote` next, and both
  /// have to lead from the same place.
  private static let gitElsewhere: Set = ["clone", "init", "config --global"]
  /// What needs no register, or makes one.
  private static let daftarElsewhere: Set = ["demo", "help", "init"]
}
