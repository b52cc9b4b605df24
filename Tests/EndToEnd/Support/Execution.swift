import Foundation

/// What a program said and how it ended.
struct Result: Sendable, CustomStringConvertible {
  let command: String
  /// The exit status; 128 plus the signal when one ended it.
  let status: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String

  var lines: [String] { output.split(separator: "\n").map(String.init) }
  /// Standard output without outer blanks: the id that `new` prints.
  var word: String { output.trimmingCharacters(in: .whitespacesAndNewlines) }
  /// Standard output as a JSON document.
  var json: JSON { get throws { try JSON(output) } }

  var description: String {
    "$ \(command)\nstatus \(status)\noutput:\n\(output)\nerrors:\n\(errors)"
  }
}

/// Runs programs without ever waiting for ever.
///
/// All three streams are files, so no full pipe makes both sides wait and no grandchild that keeps
/// a pipe open delays the end; a program that runs longer than a minute is killed.
enum Execution {
  static func run(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: String = "", scratch: String
  ) throws -> Result {
    let stem = scratch + "/" + UUID().uuidString
    let files = [".in", ".out", ".err"].map { stem + $0 }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    for (index, file) in files.enumerated() {
      let content = index == 0 ? Data(input.utf8) : Data()
      guard FileManager.default.createFile(atPath: file, contents: content) else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
    let child = try Child(
      program, arguments, in: folder, environment: environment, input: files[0], output: files[1],
      errors: files[2])
    let status = child.wait()
    return Result(
      command: ([program.split(separator: "/").last.map(String.init) ?? ""] + arguments)
        .joined(separator: " "),
      status: status, output: try text(files[1]), errors: try text(files[2]))
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }
}

/// Splits a command line at blanks; '…' keeps a word together.
func words(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in line {
    switch character {
    case "'":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted, "\n" where !isQuoted:
      if let done = word { words.append(done) }
      word = nil
    default: word = (word ?? "") + String(character)
    }
  }
  return words + (word.map { [$0] } ?? [])
}
