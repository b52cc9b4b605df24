/// The encoding that bytes probably have which are not UTF-8, for a message.
package enum LikelyEncoding {
  /// The name of the page in which the letters look like words; nil when they do not tell.
  package static func name(of bytes: [UInt8]) -> String? {
    EncodingGuess.codePage(bytes.span)?.name
  }
}
