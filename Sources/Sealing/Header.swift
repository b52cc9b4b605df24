/// The text at the beginning of a sealed file: version, stanzas, authentication code.
struct Header {
  static let firstLine = Array("age-encryption.org/v1\n".utf8)
  static let endMark = Array("---".utf8)
  /// Bytes of the largest header that is read; a recipient takes about a hundred.
  static let maximumSize = 1 << 18
  static let maximumStanzas = 1024

  let stanzas: [Stanza]
  /// What the authentication code covers: up to and with the `---` of the last line.
  let authenticated: ArraySlice<UInt8>
  let mac: [UInt8]
  /// Where the payload begins.
  var end: Int { authenticated.endIndex + 45 }

  /// Reads the header at the beginning of a file.
  ///
  /// A passphrase stanza must stand alone; every X25519 stanza must be well formed, so that a file
  /// is refused or not whichever identity is tried first.
  init(reading bytes: [UInt8]) throws(SealingError) {
    var parser = HeaderParser(bytes)
    self = try parser.header()
    if stanzas.contains(where: { $0.isOf(kind: ScryptStanza.kind) }), stanzas.count > 1 {
      throw .damagedHeader(.scrypt)
    }
  }

  init(stanzas: [Stanza], authenticated: ArraySlice<UInt8>, mac: [UInt8]) {
    self.stanzas = stanzas
    self.authenticated = authenticated
    self.mac = mac
  }

  /// The stanzas for X25519 recipients.
  var x25519Stanzas: [X25519Stanza] {
    get throws(SealingError) {
      var found: [X25519Stanza] = []
      for stanza in stanzas where stanza.isOf(kind: X25519Stanza.kind) {
        found.append(try X25519Stanza(stanza))
      }
      return found
    }
  }

  /// The passphrase stanza, if the file has one.
  var scryptStanza: ScryptStanza? {
    get throws(SealingError) {
      guard let stanza = stanzas.first, stanza.isOf(kind: ScryptStanza.kind) else { return nil }
      return try ScryptStanza(stanza)
    }
  }

  /// Writes a header with its authentication code.
  static func write(_ stanzas: [Stanza], fileKey: FileKey) -> [UInt8] {
    var header = firstLine
    for stanza in stanzas { stanza.write(into: &header) }
    header += endMark
    let mac = fileKey.headerMAC(of: header[...])
    header.append(UInt8(ascii: " "))
    Base64.encode(mac, into: &header)
    header.append(UInt8(ascii: "\n"))
    return header
  }
}
