/// A fast opener of many sealed files with the same identities.
///
/// Files with the same readers carry each reader's stanza at the same place: the pair of stanza
/// and identity that succeeded last is tried first, so that one key agreement per file is enough.
package struct Opener: Sendable {
  private let identities: [Identity]
  private var lastStanza = 0
  private var lastIdentity = 0

  /// Prepares to open files with identities.
  package init(with identities: [Identity]) { self.identities = identities }

  /// Returns the content of a sealed file, if the whole of it is authentic.
  ///
  /// - Throws: `notForTheseIdentities`, or what is wrong with the file.
  package mutating func open(_ file: [UInt8]) throws(SealingError) -> [UInt8] {
    let header = try Header(reading: file)
    return try AgeFile.content(of: file, header, try fileKey(of: header))
  }

  /// Returns the file key of a header whose authentication code it has checked.
  mutating func fileKey(of header: Header) throws(SealingError) -> FileKey {
    if try header.scryptStanza != nil { throw .sealedWithPassphrase }
    guard let fileKey = try search(header.x25519Stanzas) else { throw .notForTheseIdentities }
    guard fileKey.isHeaderMAC(header.mac, of: header.authenticated) else { throw .headerMAC }
    return fileKey
  }

  private mutating func search(_ stanzas: [X25519Stanza]) throws(SealingError) -> FileKey? {
    if lastStanza < stanzas.count, lastIdentity < identities.count,
      let fileKey = try stanzas[lastStanza].open(with: identities[lastIdentity])
    {
      return fileKey
    }
    for (stanzaIndex, stanza) in stanzas.enumerated() {
      for (identityIndex, identity) in identities.enumerated()
      where stanzaIndex != lastStanza || identityIndex != lastIdentity {
        guard let fileKey = try stanza.open(with: identity) else { continue }
        (lastStanza, lastIdentity) = (stanzaIndex, identityIndex)
        return fileKey
      }
    }
    return nil
  }
}
