/// A writer that seals a stream of any length in constant memory.
///
/// ```
/// var writer = try AgeWriter(to: recipients)
/// try writer.write(bytes, into: &sealed)   // as often as needed
/// try writer.finish(into: &sealed)
/// ```
/// The caller takes what was appended to `sealed` away after each call. Without `finish` the file
/// has no end, and readers refuse it.
package struct AgeWriter: Sendable {
  /// How many stanzas a file has at least, real and dummy.
  package static let defaultStanzas = 8

  private var header: [UInt8]
  private var stream: PayloadStream
  private(set) var chunker = Chunker(size: PayloadStream.chunkSize)
  private var isFinished = false

  /// Prepares a file for recipients; repeated ones count once, their order does not matter.
  ///
  /// Dummy stanzas that nobody can open follow up to the next multiple of `stanzas`, so that the
  /// number of readers does not show.
  ///
  /// - Throws: `noRecipients`, `tooManyRecipients`.
  package init(
    to recipients: [Recipient], stanzas multiple: Int = defaultStanzas
  ) throws(SealingError) {
    guard !recipients.isEmpty else { throw .noRecipients }
    let fileKey = FileKey()
    var stanzas: [Stanza] = []
    for recipient in Set(recipients).sorted(by: { $0.text < $1.text }) {
      stanzas.append(try X25519Stanza(fileKey, to: recipient).stanza)
    }
    let total = try Self.total(of: stanzas.count, multiple: max(1, multiple))
    while stanzas.count < total { stanzas.append(X25519Stanza.dummy().stanza) }
    self.init(fileKey, stanzas)
  }

  /// Prepares a file that a passphrase opens; takes the time that the work factor asks for.
  package init(passphrase: String, workFactor: Int) throws(SealingError) {
    let fileKey = FileKey()
    let stanza = try ScryptStanza(fileKey, passphrase: passphrase, workFactor: workFactor)
    self.init(fileKey, [stanza.stanza])
  }

  private init(_ fileKey: FileKey, _ stanzas: [Stanza]) {
    let nonce = SecureRandom.bytes(PayloadStream.nonceSize)
    header = Header.write(stanzas, fileKey: fileKey) + nonce
    stream = PayloadStream(fileKey, nonce: nonce)
  }

  /// The smallest multiple that is not below the count.
  private static func total(of count: Int, multiple: Int) throws(SealingError) -> Int {
    let (sum, overflow) = count.addingReportingOverflow(multiple - 1)
    guard !overflow, sum / multiple * multiple <= Header.maximumStanzas else {
      throw .tooManyRecipients
    }
    return sum / multiple * multiple
  }

  /// Takes content and appends what can be sealed of it.
  package mutating func write(
    _ content: [UInt8], into sealed: inout [UInt8]
  ) throws(SealingError) {
    guard !isFinished else { throw .finished }
    emitHeader(into: &sealed)
    try chunker.push(content[...]) { chunk throws(SealingError) in
      try stream.seal(chunk, isLast: false, into: &sealed)
    }
  }

  /// Appends the end of the file.
  package mutating func finish(into sealed: inout [UInt8]) throws(SealingError) {
    guard !isFinished else { throw .finished }
    isFinished = true
    emitHeader(into: &sealed)
    try stream.seal(chunker.held[...], isLast: true, into: &sealed)
  }

  private mutating func emitHeader(into sealed: inout [UInt8]) {
    sealed += header
    header = []
  }
}
