internal import Diagnostics
internal import Glibc
internal import Terminal

/// The words of the call and the variables that this program reads, as the system handed them over.
///
/// The only place that takes them: elsewhere Swift's own lists would repair them silently.
enum CallBytes {
  /// The variables that this program reads itself, beside those that begin with `DAFTAR_`.
  private static let variables = [
    "EDITOR", "HOME", "TMPDIR", "TZ", "VISUAL", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
  ]

  /// The words after the name of the program; throws `Diagnostic` for one that is not UTF-8.
  static func arguments() throws(Diagnostic) -> [String] {
    var words: [String] = []
    let pointers = unsafe Swift.CommandLine.unsafeArgv
    for index in 1..<max(1, Int(Swift.CommandLine.argc)) {
      guard let pointer = unsafe pointers[index] else { break }
      let option = words.last.flatMap { $0.hasPrefix("-") ? $0 : nil }
      let source = option.map { "the word after \($0)" } ?? "word \(index)"
      words.append(
        try UTF8Text.require(unsafe bytes(at: pointer), from: source) { encoding in
          "let the terminal write UTF-8, or keep the text in a file and give it with "
            + "`iconv -f \(encoding) -t utf-8 FILE | daftar … -`"
        })
    }
    return words
  }

  /// Throws `Diagnostic` for a variable that counts and is not UTF-8.
  static func requireReadableVariables() throws(Diagnostic) {
    var entry = unsafe environ
    while let pointer = unsafe entry.pointee {
      let all = unsafe bytes(at: pointer)
      unsafe entry += 1
      let name = String(decoding: all.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      guard name.hasPrefix("DAFTAR_") || variables.contains(name) else { continue }
      _ = try UTF8Text.require(Array(all.dropFirst(name.utf8.count + 1)), from: name) { _ in
        "set \(name) anew on a terminal that writes UTF-8"
      }
    }
  }

  private static func bytes(at pointer: UnsafeMutablePointer<CChar>) -> [UInt8] {
    let count = unsafe strlen(pointer)
    return unsafe UnsafeBufferPointer(start: pointer, count: count).map { UInt8(bitPattern: $0) }
  }
}
