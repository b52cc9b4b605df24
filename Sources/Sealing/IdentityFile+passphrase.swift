/// Identity files under a passphrase: a sealed file with one scrypt stanza, as `age -p` writes it.
extension IdentityFile {
  /// The exponent of two of scrypt's cost that takes about a second: 256 MiB of memory.
  package static let defaultWorkFactor = 18

  /// Whether the bytes are a sealed file, in binary or text form, and not a plain identity file.
  package static func isWrapped(_ file: [UInt8]) -> Bool {
    file.starts(with: "age-encryption.org/".utf8) || Armour.isArmoured(file)
  }

  /// Seals the text of an identity file with a passphrase; returns the armoured form.
  package static func wrap(
    _ text: String, passphrase: String, workFactor: Int = defaultWorkFactor
  ) throws(SealingError) -> [UInt8] {
    Armour.encode(
      try AgeFile.seal(Array(text.utf8), passphrase: passphrase, workFactor: workFactor))
  }

  /// Returns the bytes of the identity file that a passphrase opens, from binary or text form.
  package static func unwrap(
    _ file: [UInt8], passphrase: String
  ) throws(SealingError) -> [UInt8] {
    let binary = Armour.isArmoured(file) ? try Armour.decode(file) : file
    return try AgeFile.open(binary, passphrase: passphrase)
  }
}
