/// A file of identities in the format of age-keygen: comments, empty lines, one identity a line.
package struct IdentityFile: Sendable {
  /// The identities in the order of their lines; at least one.
  package let identities: [Identity]

  /// Reads the bytes of an identity file.
  ///
  /// - Throws: `identityFile` with the number of the first wrong line, never with what stands in
  ///   it; `noIdentity`.
  package init(reading file: [UInt8]) throws(SealingError) {
    var identities: [Identity] = []
    for (index, line) in Lines(file[...]).enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      do {
        identities.append(try Identity(reading: String(decoding: line, as: UTF8.self)))
      } catch {
        let fault: SealingError.IdentityLineFault =
          if case .unsupported(let kind) = error { .unsupported(kind) } else { .notAnIdentity }
        throw .identityFile(line: index + 1, fault)
      }
    }
    guard !identities.isEmpty else { throw .noIdentity }
    self.identities = identities
  }

  /// Returns the text of a file with one identity; `created` is a date and time for people.
  package static func text(of identity: Identity, created: String) -> String {
    let date = created.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    return """
      # created: \(String(String.UnicodeScalarView(date)))
      # public key: \(identity.recipient.text)
      \(identity.secretText)

      """
  }
}
