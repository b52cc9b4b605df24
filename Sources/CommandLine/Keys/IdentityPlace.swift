internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import Register
internal import Sealing

/// Where the secret key of the person at this computer lies: outside every register.
enum IdentityPlace {
  /// `DAFTAR_IDENTITY`, else `daftar/identity` in the folder of settings (XDG base directories).
  static var path: String {
    if let named = Session.environment("DAFTAR_IDENTITY") { return named }
    let settings =
      Session.environment("XDG_CONFIG_HOME")
      ?? (Session.environment("HOME") ?? "/nonexistent") + "/.config"
    return settings + "/daftar/identity"
  }

  /// A keyring that reads the keys when something sealed is met first.
  static var keyring: Keyring { Keyring { try identities() } }

  /// Reads the keys; none where there is no file.
  static func identities() throws -> [Identity] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        rule: "key.read", at: SourceLocation(path: path), message: "the key cannot be read",
        hint: "check who owns the file; it must be readable by you only")
    }
    try refuseReadableByOthers(path, "secret key")
    let bytes = try unlocked(Array(data))
    do throws(SealingError) {
      return try IdentityFile(reading: bytes).identities
    } catch {
      throw problem(error)
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

  private static func problem(_ error: SealingError) -> Diagnostic {
    Diagnostic(
      rule: "key.read", at: SourceLocation(path: path), message: error.message,
      hint: error == .wrongPassphrase
        ? "run the command again" : "make a new key with `daftar key new`, or bring the file back")
  }

  /// A secret key that others can read is no secret any more.
  static func refuseReadableByOthers(_ path: String, _ what: String) throws {
    var information = stat()
    guard unsafe stat(path, &information) == 0 else { return }
    // A pipe is nobody's file.
    guard information.st_mode & S_IFMT != S_IFREG || information.st_mode & 0o077 == 0 else {
      throw Diagnostic(
        rule: "key.mode", at: SourceLocation(path: path),
        message: "others on this computer can read your \(what)",
        hint: "close it: chmod 600 \(path); if somebody may have copied it, make a new one")
    }
  }
}
