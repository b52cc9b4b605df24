internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import Terminal

/// A passphrase that is typed without being shown, or read from the file that a script names.
enum Passphrase {
  /// Asks once: for a key that has one.
  ///
  /// `DAFTAR_PASSPHRASE_FILE` names a file whose first line is the passphrase; never an option or a
  /// variable with the passphrase itself, which other programs could see.
  static func ask(_ question: String) throws -> String {
    if let file = Environment.current.variable("DAFTAR_PASSPHRASE_FILE") {
      try IdentityPlace.refuseReadableByOthers(file, "passphrase")
      let text = try TextInput.content(of: file)
      return String(text.prefix { $0 != "\n" && $0 != "\r\n" })
    }
    guard let answer = try hiddenLine(question) else {
      throw Diagnostic(
        rule: "key.passphrase", message: "the key has a passphrase and nobody can be asked",
        hint: "run the command on a terminal, or name a file in DAFTAR_PASSPHRASE_FILE")
    }
    return answer
  }

  /// Asks twice: for a new passphrase.
  static func askNew() throws -> String {
    let first = try ask("New passphrase (five words or more are good): ")
    guard !first.isEmpty else {
      throw UsageError(
        message: "the passphrase is empty", hint: "leave --passphrase out for a key without one")
    }
    guard Environment.current.variable("DAFTAR_PASSPHRASE_FILE") == nil else { return first }
    guard try ask("The same again: ") == first else {
      throw UsageError(message: "the two are not the same", hint: "run the command again")
    }
    return first
  }

  /// Reads a line from the terminal with its echo off; nil where there is no terminal.
  private static func hiddenLine(_ question: String) throws -> String? {
    guard Environment.current.hasTerminal else { return nil }
    var descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0, Output.canAsk { descriptor = dup(STDIN_FILENO) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try TerminalMode.without(ECHO, on: descriptor) {
      defer { _ = write("\n", to: descriptor) }
      _ = write(question, to: descriptor)
      var bytes: [UInt8] = []
      while bytes.count < 4096 {
        guard let byte = TerminalMode.nextByte(on: descriptor) else {
          throw TerminalMode.interruption
        }
        if byte == 0x0A { break }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) -> Int {
    var text = text
    return text.withUTF8 { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}
