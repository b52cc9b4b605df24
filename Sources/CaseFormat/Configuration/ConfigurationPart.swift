package import Diagnostics

/// One file of the configuration, read from its YAML.
package protocol ConfigurationPart: Sendable {
  /// Reads the file; a key that is not known is refused (`yaml.unknown-key`).
  static func reading(_ root: YAMLNode) throws(Diagnostic) -> Self
}

extension ConfigurationPart {
  /// Reads the file from its bytes.
  package static func reading(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Self {
    try reading(try YAMLNode.parse(bytes, path: path))
  }
}
