internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Register
internal import Terminal

/// A text that is written on a terminal: in an editor, again after a refusal, and never lost.
struct Composition {
  let draft: Draft
  /// What is to be written.
  let purpose: String
  /// Whether the words will be sealed.
  let isSealed: Bool
  /// Whether the text is typed here, although there may be an editor.
  let isTypedHere: Bool

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
    guard !isTypedHere, let program = EditorProgram.found else { return try typedHere() }
    let ending = try Editor(purpose: purpose, isSealed: isSealed)
      .open(program, on: draft["text"] ?? "") { draft.keep("editor", $0) }
    draft.keep("editor", nil)
    switch ending {
    case .written(let text): return text
    case .foreign(let text, let encoding):
      draft.keep("text", text)
      try requireAnotherTry(
        after: Diagnostic(
          rule: "text.utf8", message: "the editor saved the text as \(encoding), not as UTF-8",
          hint: "look whether every letter is right, and let the editor save as UTF-8"))
      return try typed()
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
    let reason = isTypedHere ? "" : " No editor was found: write here;"
    Output.note("\(purpose).\(reason) Ctrl-D on an empty line ends the text.")
    return try TypedText.read("text", keeping: draft)
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
}
