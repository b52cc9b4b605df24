internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Register

/// A text that is written on a terminal: in an editor, again after a refusal, and never lost.
struct Composition {
  let draft: Draft
  /// What is to be written.
  let purpose: String
  /// Whether the words will be sealed.
  let isSealed: Bool
  /// The command that offers the draft again.
  let command: String

  /// Opens the editor on what the draft holds; throws `Cancelled` when nothing was written.
  func write() throws -> String {
    while true {
      let typed = try typed()
      draft.keep("text", typed)
      do throws(Diagnostic) {
        return try normalisedText(typed, path: "the editor's text")
      } catch {
        try requireAnotherTry(after: error)
      }
    }
  }

  private func requireAnotherTry(after error: any Error) throws {
    _ = ErrorReport.print(error, for: Daftar.self)
    guard try Question.isYes("Open the text once more?") else { throw Failure() }
  }

  private func typed() throws -> String {
    guard let program = EditorProgram.found else { return try typedHere() }
    let ending = try Editor(purpose: purpose, isSealed: isSealed)
      .open(program, on: draft["text"] ?? "") { draft.keep("editor", $0) }
    draft.keep("editor", nil)
    switch ending {
    case .written(let text): return text
    case .unwritten: throw Cancelled()
    case .broken(let text):
      draft.keep("text", text)
      throw Diagnostic(
        rule: "editor", message: "the editor ended with an error, nothing was recorded",
        hint: "set EDITOR to another editor, or give the text with -")
    }
  }

  /// Without an editor: line after line.
  private func typedHere() throws -> String {
    Output.note(
      "\(purpose). No editor was found: write here; Ctrl-D on an empty line ends the text.")
    var lines = draft["text"].map { [$0] } ?? []
    for line in lines { Output.note(line) }
    while let line = try LineEditor.line("| ") {
      lines.append(line)
      draft.keep("text", lines.joined(separator: "\n"))
    }
    return lines.joined(separator: "\n")
  }

  /// Does what may refuse the text, and opens it once more as long as its author wants to mend it.
  func recording<Result>(_ text: String?, _ work: (String?) throws -> Result) throws -> Result {
    var text = text
    while true {
      do {
        let result = try work(text)
        draft.discard()
        return result
      } catch  where text != nil && (error is Refusal || error is Diagnostic) {
        try requireAnotherTry(after: error)
        text = try write()
      }
    }
  }

  /// Runs a body; when it does not end well, says what became of the words.
  func keeping<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      draft.sayKept(for: command)
      throw error
    }
  }
}
