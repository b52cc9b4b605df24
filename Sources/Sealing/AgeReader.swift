/// A reader that opens a stream of any length in constant memory.
///
/// ```
/// var reader = AgeReader(with: identities)
/// try reader.read(bytes, into: &content)   // as often as needed
/// try reader.finish(into: &content)
/// ```
/// Every byte that is appended to `content` is authentic, and nothing is before the header's code
/// has been checked. But only `finish` tells that the file is whole: **after an error the caller
/// must discard everything it got before.**
package struct AgeReader: Sendable {
  private enum Key: Sendable {
    case identities([Identity])
    case passphrase(Passphrase)
  }

  private let key: Key
  private var head = HeaderCollector()
  private var stream: PayloadStream?
  private(set) var chunker = Chunker(size: PayloadStream.sealedChunkSize)
  private var failure: SealingError?

  /// Prepares to open a file with identities.
  package init(with identities: [Identity]) { key = .identities(identities) }

  /// Prepares to open a file with a passphrase.
  package init(passphrase: String) { key = .passphrase(Passphrase(text: passphrase)) }

  /// Takes a part of the file and appends what is proved authentic.
  ///
  /// - Throws: what the file deserves; after an error every further call throws it again.
  package mutating func read(
    _ sealed: [UInt8], into content: inout [UInt8]
  ) throws(SealingError) {
    try guarded { reader throws(SealingError) in
      try reader.take(sealed, into: &content)
    }
  }

  /// Appends the last part, and tells by not throwing that the file is whole.
  package mutating func finish(into content: inout [UInt8]) throws(SealingError) {
    try guarded { reader throws(SealingError) in
      guard var stream = reader.stream else { throw reader.head.faultAtEnd }
      try stream.open(reader.chunker.held[...], isLast: true, into: &content)
    }
    failure = .finished
  }

  private mutating func guarded(
    _ body: (inout AgeReader) throws(SealingError) -> Void
  ) throws(SealingError) {
    if let failure { throw failure }
    do {
      try body(&self)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func take(
    _ sealed: [UInt8], into content: inout [UInt8]
  ) throws(SealingError) {
    if stream != nil { return try open(sealed[...], into: &content) }
    try head.append(sealed)
    guard let (header, nonce, rest) = try head.complete() else { return }
    stream = PayloadStream(try fileKey(of: header), nonce: nonce)
    head = HeaderCollector()
    try open(rest, into: &content)
  }

  private mutating func open(
    _ sealed: ArraySlice<UInt8>, into content: inout [UInt8]
  ) throws(SealingError) {
    guard var stream else { return }
    try chunker.push(sealed) { chunk throws(SealingError) in
      try stream.open(chunk, isLast: false, into: &content)
    }
    self.stream = stream
  }

  private func fileKey(of header: Header) throws(SealingError) -> FileKey {
    switch key {
    case .identities(let identities):
      var opener = Opener(with: identities)
      return try opener.fileKey(of: header)
    case .passphrase(let passphrase):
      return try header.fileKey(passphrase: passphrase.text)
    }
  }
}
