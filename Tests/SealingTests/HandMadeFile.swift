@testable import Sealing

/// A sealed file whose stanzas are written by hand, under an authentication code that matches.
struct HandMadeFile {
  let identity: Identity
  let fileKey = FileKey()

  /// The lines of a right stanza: `-> X25519 …` and its body.
  func stanza(to recipient: Recipient? = nil) throws -> [String] {
    lines(try X25519Stanza(fileKey, to: recipient ?? identity.recipient).stanza)
  }

  func lines(_ stanza: Stanza) -> [String] {
    var bytes: [UInt8] = []
    stanza.write(into: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Returns a file with these lines between the first line and the closing one.
  func file(_ lines: [String], first: String = "age-encryption.org/v1") throws -> [UInt8] {
    let head = ([first] + lines).map { $0 + "\n" }.joined() + "---"
    var file = Array(head.utf8)
    let mac = fileKey.headerMAC(of: file[...])
    file.append(UInt8(ascii: " "))
    Base64.encode(mac, into: &file)
    file.append(UInt8(ascii: "\n"))
    return file + (try payload([(Array("age".utf8), true)]))
  }

  /// Returns a payload of given chunks, each with the mark of the last one or without.
  func payload(_ chunks: [(content: [UInt8], isLast: Bool)]) throws -> [UInt8] {
    var payload = SecureRandom.bytes(PayloadStream.nonceSize)
    var stream = PayloadStream(fileKey, nonce: payload)
    for chunk in chunks {
      try stream.seal(chunk.content[...], isLast: chunk.isLast, into: &payload)
    }
    return payload
  }

  /// Returns a whole file with such a payload.
  func file(chunks: [(content: [UInt8], isLast: Bool)]) throws -> [UInt8] {
    let stanza = try X25519Stanza(fileKey, to: identity.recipient).stanza
    return Header.write([stanza], fileKey: fileKey) + (try payload(chunks))
  }
}

/// Returns the error of a body, nil if it has none.
func fault(_ body: () throws(SealingError) -> Void) -> SealingError? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

/// Opens a file through the streaming reader, in pieces of a given size.
func stream(
  _ file: [UInt8], with identities: [Identity], pieces: Int
) -> (content: [UInt8], fault: SealingError?) {
  var reader = AgeReader(with: identities)
  var content: [UInt8] = []
  let fault = fault { () throws(SealingError) in
    var rest = file[...]
    while !rest.isEmpty {
      try reader.read(Array(rest.prefix(pieces)), into: &content)
      rest = rest.dropFirst(pieces)
    }
    try reader.finish(into: &content)
  }
  return (content, fault)
}
