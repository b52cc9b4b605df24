internal import CaseVault
internal import Diagnostics
internal import FoundationEssentials
internal import Register
internal import Sealing
internal import Text
internal import FileSystem
internal import Terminal

/// Where the secret key of the person at this computer lies: outside every register.
enum IdentityPlace {
  /// `DAFTAR_IDENTITY`, else `daftar/identity` in the folder of settings (XDG base directories).
  static var path: String {
    if let named = Environment.current.variable("DAFTAR_IDENTITY") { return named }
    let settings =
      Environment.current.variable("XDG_CONFIG_HOME")
      ?? (Environment.current.variable("HOME") ?? "/nonexistent") + "/.config"
    return settings + "/daftar/identity"
  }

  /// A keyring that reads the keys when something sealed is met first.
  static var keyring: Keyring {
    // Also when that is on another thread.
    let environment = Environment.current
    return Keyring { try environment.answering { try identities() } }
  }

  /// Reads the keys; none where there is no file.
  static func identities() throws -> [Identity] {
    let place = Environment.current.place(of: path)
    guard FileManager.default.fileExists(atPath: place) else { return [] }
    guard let data = FileManager.default.contents(atPath: place) else {
      throw Diagnostic(
        rule: "key.read", at: SourceLocation(path: path), message: "the key cannot be read",
        hint: "check who owns the file; it must be readable by you only")
    }
    try refuseReadableByOthers(path, "secret key")
    let bytes = try unlocked(Array(data))
    do throws(SealingError) {
      return try IdentityFile(reading: bytes).identities
    } catch {
      throw problem(error, bytes)
    }
  }

  /// The text of the file; asks for the passphrase when there is one.
  private static func unlocked(_ file: [UInt8]) throws -> [UInt8] {
    guard IdentityFile.isWrapped(file) else { return file }
    let passphrase = try Passphrase.ask("Passphrase of your key: ")
    do throws(SealingError) {
      return try IdentityFile.unwrap(file, passphrase: passphrase)
    } catch {
      throw problem(error)
    }
  }

  private static func problem(_ error: SealingError, _ bytes: [UInt8] = []) -> Diagnostic {
    Diagnostic(
      rule: "key.read", at: SourceLocation(path: path), message: error.message,
      hint: error == .wrongPassphrase
        ? "run the command again"
        : conversion(of: bytes)
          ?? "bring the file back from the copy in its safe place; without one, move it away and "
          + "make a new key: `daftar key new`, then "
          + "`daftar member key set MEMBER age1…`")
  }

  /// How a file comes back into UTF-8 that an editor saved in another form; nil for another fault.
  private static func conversion(of bytes: [UInt8]) -> String? {
    let file = ShellWord.quoted(path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return "a program put a byte order mark in front; convert the file: "
        + "`sed -i '1s/^\\xef\\xbb\\xbf//' \(file)`"
    }
    let isUTF16 =
      bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.prefix(16).contains(0)
    guard isUTF16 else { return nil }
    let form =
      bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      ? "UTF-16" : bytes.first == 0 ? "UTF-16BE" : "UTF-16LE"
    return "a program saved it as UTF-16; convert the file: `iconv -f \(form) -t UTF-8 \(file) > "
      + "\(file).new && chmod 600 \(file).new && mv \(file).new \(file)`"
  }

  /// A secret key that others can read is no secret any more.
  static func refuseReadableByOthers(_ path: String, _ what: String) throws {
    // A pipe is nobody's file.
    let place = Environment.current.place(of: path)
    guard let status = FileStatus(place, followingLinks: true), status.kind == .file else { return }
    guard status.mode & 0o077 == 0 else {
      throw Diagnostic(
        rule: "key.mode", at: SourceLocation(path: path),
        message: "others on this computer can read your \(what)",
        hint: "close it: chmod 600 \(path); if somebody may have copied it, make a new one")
    }
  }
}
