import Foundation
import Testing

/// A session at the command line, as a text that people can read: `$ daftar …` and what was answered.
///
/// Lines that begin with `%` explain and come before a command. `NAME=value` before `daftar` sets a
/// variable, `cd` goes into a folder, `$ …` may go on in lines that begin with `> `. A status other
/// than 0 stands in brackets under the answer. What is drawn by lot is left out; the first case that
/// appears is written `2611-CASE-0001`.
struct Transcript {
  /// One command with what explains it.
  private struct Entry {
    var explanation: [String] = []
    var command: [String] = []
  }

  private let entries: [Entry]

  init(_ text: String) {
    var entries: [Entry] = []
    var next = Entry()
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("%") {
        next.explanation.append(line)
      } else if line.hasPrefix("$ ") {
        next.command = [line]
        entries.append(next)
        next = Entry()
      } else if line.hasPrefix("> "), let last = entries.indices.last {
        entries[last].command.append(line)
      }
    }
    self.entries = entries
  }

  /// Whether it begins before there is a register.
  var isFirstDay: Bool { entries.first?.command.first?.hasPrefix("$ daftar init") == true }

  /// The same session with what is answered now.
  func replayed(in register: TemporaryRegister) throws -> String {
    var ids = Ids()
    var folder = isFirstDay ? register.folder : register.path
    let texts = try entries.map { entry in
      let line = entry.command.map { $0.dropFirst(2) }.joined(separator: " ")
      let given = ids.real(in: line)
      var answer = ""
      if given.hasPrefix("cd ") {
        folder += "/" + given.dropFirst(3)
      } else {
        answer = try self.answer(to: words(given), in: folder, of: register)
      }
      let explanation = entry.explanation.isEmpty ? [] : entry.explanation + [""]
      return (explanation + entry.command).joined(separator: "\n") + "\n" + ids.written(in: answer)
    }
    return texts.joined(separator: "\n")
  }

  private func answer(
    to words: [String], in folder: String, of register: TemporaryRegister
  ) throws -> String {
    let settings = words.prefix { $0.contains("=") }
    var variables: [String: String] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      variables[parts[0]] = parts.count == 2 ? parts[1] : ""
    }
    let rest = words.dropFirst(settings.count)
    guard rest.first == "daftar" else {
      throw Child.Failure(description: "no command of this program: \(words)")
    }
    let result = try register.run(
      words: Array(rest.dropFirst()), in: folder, with: variables)
    let drawn = /(AGE-SECRET-KEY-1|age1|\(event )[A-Za-z0-9]{16,}/
    let said = result.output.replacing(drawn) { $0.output.1 + "…" }
    return said + result.errors + (result.status == 0 ? "" : "[\(result.status)]\n")
  }

  /// Which id of a case stands for which one of the text.
  private struct Ids {
    private var known: [(real: String, written: String)] = []

    mutating func written(in text: String) -> String {
      text.replacing(/\b(\d{4})-[0-9A-Z]{4}-[0-9A-Z]{4}\b/) { match in
        let real = String(match.output.0)
        if let known = known.first(where: { $0.real == real }) { return known.written }
        let written = "\(match.output.1)-CASE-000\(known.count + 1)"
        known.append((real, written))
        return written
      }
    }

    func real(in text: String) -> String {
      known.reduce(text) { $0.replacing($1.written, with: $1.real) }
    }
  }
}
