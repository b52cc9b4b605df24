internal import Foundation

/// Other programs, as judges of what ours computes.
package enum Command {
  /// A program that could not do what was asked.
  package struct Failure: Error, CustomStringConvertible {
    /// What happened.
    package let description: String
  }

  /// Runs a program with text on its standard input and returns what it printed.
  package static func output(
    _ words: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Input goes through a file, so that no full pipe makes both sides wait.
    let file = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try input.write(toFile: file, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    process.standardInput = FileHandle(forReadingAtPath: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(words) ended with \(process.terminationStatus)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a program runs and ends well.
  package static func works(_ words: String...) -> Bool { (try? output(words)) != nil }
}
