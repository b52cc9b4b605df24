/// Sealed files in memory: age v1, binary (C2SP `age.md`).
///
/// Any other age program opens what is sealed here for a recipient it has the identity of.
package enum AgeFile {
  /// Seals content to recipients; see `AgeWriter` for the dummy stanzas.
  package static func seal(
    _ content: [UInt8], to recipients: [Recipient], stanzas: Int = AgeWriter.defaultStanzas
  ) throws(SealingError) -> [UInt8] {
    try seal(content, with: AgeWriter(to: recipients, stanzas: stanzas))
  }

  /// Seals content with a passphrase; `workFactor` is the exponent of two of scrypt's cost.
  package static func seal(
    _ content: [UInt8], passphrase: String, workFactor: Int
  ) throws(SealingError) -> [UInt8] {
    try seal(content, with: AgeWriter(passphrase: passphrase, workFactor: workFactor))
  }

  /// Returns the content of a sealed file, if the whole of it is authentic.
  ///
  /// For many files an `Opener` is faster.
  package static func open(
    _ file: [UInt8], with identities: [Identity]
  ) throws(SealingError) -> [UInt8] {
    var opener = Opener(with: identities)
    return try opener.open(file)
  }

  /// Returns the content of a file sealed with a passphrase.
  ///
  /// - Throws: `notSealedWithPassphrase`, `wrongPassphrase`, `workFactor` above 22, or what is
  ///   wrong with the file.
  package static func open(
    _ file: [UInt8], passphrase: String
  ) throws(SealingError) -> [UInt8] {
    let header = try Header(reading: file)
    return try content(of: file, header, try header.fileKey(passphrase: passphrase))
  }

  private static func seal(
    _ content: [UInt8], with writer: AgeWriter
  ) throws(SealingError) -> [UInt8] {
    var writer = writer
    var sealed: [UInt8] = []
    sealed.reserveCapacity(content.count + content.count / 4096 + 2048)
    try writer.write(content, into: &sealed)
    try writer.finish(into: &sealed)
    return sealed
  }

  /// Opens the payload that follows a header whose authentication code has been checked.
  static func content(
    of file: [UInt8], _ header: Header, _ fileKey: FileKey
  ) throws(SealingError) -> [UInt8] {
    let payload = file[header.end...]
    guard payload.count >= PayloadStream.nonceSize else { throw .damagedHeader(.incomplete) }
    var stream = PayloadStream(fileKey, nonce: payload.prefix(PayloadStream.nonceSize))
    var rest = payload.dropFirst(PayloadStream.nonceSize)
    var content: [UInt8] = []
    content.reserveCapacity(rest.count)
    while rest.count > PayloadStream.sealedChunkSize {
      let chunk = rest.prefix(PayloadStream.sealedChunkSize)
      try stream.open(chunk, isLast: false, into: &content)
      rest = rest.dropFirst(chunk.count)
    }
    try stream.open(rest, isLast: true, into: &content)
    return content
  }
}

extension Header {
  /// Returns the file key that a passphrase opens, once the authentication code has been checked.
  func fileKey(passphrase: String) throws(SealingError) -> FileKey {
    guard let stanza = try scryptStanza else { throw .notSealedWithPassphrase }
    let fileKey = try stanza.open(passphrase: passphrase)
    guard fileKey.isHeaderMAC(mac, of: authenticated) else { throw .headerMAC }
    return fileKey
  }
}
