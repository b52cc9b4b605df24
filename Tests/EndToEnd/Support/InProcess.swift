import CommandLine
import Foundation
import GitStore
import Synchronization
import Terminal

/// Answers commands in the process of the tests: what a start of the program costs is saved.
enum InProcess {
  /// What a command printed to one stream.
  private final class Printed: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func sink(columns: Int?) -> OutputSink {
      OutputSink(columns: columns) { more in self.bytes.withLock { $0 += more } }
    }
    var text: String { String(decoding: bytes.withLock(\.self), as: UTF8.self) }
  }

  /// Nobody's settings of git count, as little as in `Binary.environment`.
  private static let isPrepared = Swift.Result { try Repository.ignorePersonalSettings() }

  /// Runs a command; nil, with nothing done, for one that starts other programs.
  ///
  /// `columns`: both streams are as wide as a terminal, and nobody sits at it.
  static func run(
    _ words: [String], in folder: String, environment: [String: String], input: String,
    columns: Int? = nil
  ) throws -> Result? {
    try isPrepared.get()
    let (output, errors) = (Printed(), Printed())
    let place = Environment(
      folder: folder, variables: environment, input: .bytes(Array(input.utf8)),
      output: output.sink(columns: columns), errors: errors.sink(columns: columns))
    guard let status = Program.answer(words, in: place) else { return nil }
    return Result(
      command: (["daftar"] + words).joined(separator: " "), status: status, output: output.text,
      errors: errors.text)
  }
}
