/// A configuration file as lines, so that a command can set one and leave all else as it is.
struct ConfigurationLines {
  var lines: [String]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The file with its lines as they are now.
  var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }
}
