extension SealingError {
  /// Says in plain words what is wrong.
  package var message: String {
    switch self {
    case .notForTheseIdentities: "none of your keys opens this file: it was sealed for others"
    case .sealedWithPassphrase: "this file is sealed with a passphrase, not for a key"
    case .notSealedWithPassphrase: "this file is sealed for keys, not with a passphrase"
    case .wrongPassphrase: "the passphrase is wrong"
    case .emptyPassphrase: "the passphrase is empty"
    case .workFactor: "the work factor of the passphrase is outside what is accepted"
    case .damagedHeader(let fault): "the head of the sealed file is damaged: \(fault.words)"
    case .headerMAC: "the head of the sealed file was changed after it was sealed"
    case .damagedPayload: "the sealed content was changed or cut short after it was sealed"
    case .truncated: "the end of the sealed file is missing"
    case .unsupported(let kind): "\(kind.words) are not supported; use an age X25519 key (age1…)"
    case .armour(let fault): "the text form of the sealed file is damaged: \(fault.words)"
    case .identityFile(let line, .notAnIdentity):
      "line \(line) of the identity file is neither a comment nor an identity"
    case .identityFile(let line, .unsupported(let kind)):
      "line \(line) of the identity file: \(kind.words) are not supported"
    case .noIdentity: "the identity file holds no identity"
    case .recipientText: "this is no age recipient (age1…): mistyped or cut short"
    case .identityText: "this is no age identity: mistyped or cut short"
    case .entryLayout(let part): "the opened file is no sealed entry: \(part.words)"
    case .noRecipients: "there is nobody to seal for"
    case .tooManyRecipients: "too many recipients for one file"
    case .finished: "the sealed file is complete already"
    case .cryptography: "a cryptographic operation failed"
    }
  }
}

extension SealingError.HeaderFault {
  fileprivate var words: String {
    switch self {
    case .firstLine: "the first line is not that of an age v1 file"
    case .stanza: "a recipient's part is malformed"
    case .base64: "a recipient's part is not canonical base64"
    case .x25519: "an X25519 part is malformed"
    case .scrypt: "a passphrase part is malformed or not alone"
    case .endLine: "the closing line is malformed"
    case .incomplete: "it ends too early"
    case .tooLarge: "it is too large"
    }
  }
}

extension SealingError.KeyKind {
  fileprivate var words: String {
    switch self {
    case .hybrid: "hybrid post-quantum age keys"
    case .plugin: "keys of age plugins"
    case .ssh: "SSH keys for sealing"
    }
  }
}

extension SealingError.ArmourFault {
  fileprivate var words: String {
    switch self {
    case .firstLine: "the first line is not the expected one"
    case .lastLine: "the last line is not the expected one"
    case .lineLength: "a line has the wrong length"
    case .base64: "a line is not canonical base64"
    }
  }
}

extension SealingError.EntryPart {
  fileprivate var words: String {
    switch self {
    case .size: "its size is not one of the padded sizes"
    case .version: "it does not begin with daftar-seal-v1"
    case .entry: "the line of the entry's id"
    case .caseID: "the line of the case"
    case .kind: "the line of the kind"
    case .salt: "the line of the salt"
    case .length: "the line of the length"
    case .separator: "no empty line after the head"
    case .padding: "the padding is not zero"
    }
  }
}
