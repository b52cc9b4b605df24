package import Diagnostics

/// One file of the configuration, read from its YAML.
package protocol ConfigurationPart: Sendable {
  /// Reads the file; a key that is not known is refused (`yaml.unknown-key`).
  static func reading(_ root: YAMLNode) throws(Diagnostic) -> Self
}

extension ConfigurationPart {
  /// Reads the file from its bytes, as far as it is known.
  ///
  /// An unknown key is passed over: what a newer program wrote must not hide what this one knows. Whether
  /// such a key may come in is asked at the doors, by ``Configuration/reading(isRecorded:_:)``.
  package static func reading(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Self {
    var passedOver: [Diagnostic] = []
    return try Tolerance.unknownKeys.read(
      try YAMLNode.parse(bytes, path: path), noting: &passedOver)
  }

  /// Throws `Diagnostic` for bytes of which anything is wrong or unknown.
  package static func requireKnown(_ bytes: [UInt8], path: String) throws(Diagnostic) {
    _ = try reading(try YAMLNode.parse(bytes, path: path))
  }
}
