internal import Text
internal import ArgumentParser
internal import CaseFormat
internal import Diagnostics
internal import FoundationEssentials
internal import Register
internal import FileSystem
internal import Terminal

/// Where a text comes from: an option, a file, standard input, or an editor on a terminal.
struct TextInput {
  var text: String?
  var file: String?
  /// `-` was given: read standard input.
  var readsStandardInput: Bool

  /// Whether somebody writes on a terminal: in an editor, because nothing else was named, or here.
  var isWrittenNow: Bool {
    Output.canAsk && (isTypedHere || text == nil && file == nil)
  }
  /// Whether the text is typed on the terminal itself.
  var isTypedHere: Bool { Output.canAsk && (readsStandardInput || text == "-" || file == "-") }

  /// Returns the normalised text; nil when none was given and nobody can be asked.
  ///
  /// On a terminal, without any source, the editor opens.
  /// A text that will be sealed is not taken from an option.
  func read(
    composing composition: Composition? = nil, sealed: Bool = false,
    besides words: OptionWords? = nil
  ) throws -> String? {
    let readsStandardInput = readsStandardInput || text == "-" || file == "-"
    let text = text == "-" ? nil : text
    let file = file == "-" ? nil : file
    let sources = [text != nil, file != nil, readsStandardInput].count { $0 }
    guard sources <= 1 else {
      throw UsageError(
        message: "the text is given more than once", hint: "give one of --text, --from and -")
    }
    if sealed, text != nil { throw OptionWords.refusal("--text") }
    if let text {
      try requireNoOption(text, after: "--text")
      return try Self.worded(text, "--text")
    }
    if let file { return try Self.worded(try Self.content(of: file), file) }
    if readsStandardInput {
      if let composition { return try Self.worded(try composition.write(), "the text") }
      let text = try words.map { try $0.text(for: "the text") } ?? Self.standardInput()
      return try Self.worded(text, "standard input")
    }
    return try composition?.write()
  }

  /// Returns the text, which must be there.
  func require(composing composition: Composition?, sealed: Bool = false) throws -> String {
    let text = try read(composing: composition, sealed: sealed)
    if composition != nil, text?.hasWords != true { throw Cancelled() }
    guard let text else {
      throw UsageError(
        message: "the text is missing",
        hint: sealed
          ? "give it with - or with --from FILE"
          : "give it with --text, with --from FILE, or with -")
    }
    return text
  }

  /// A text from a source that was named: normalised, and not without a word.
  static func worded(_ text: String, _ source: String) throws -> String {
    let clean = try normalisedText(text, path: source)
    guard clean.hasWords else {
      throw UsageError(
        message: "\(source) holds no text", hint: "write what was said; nothing was recorded")
    }
    return clean
  }

  /// Reads a file as UTF-8.
  static func content(of path: String) throws -> String {
    try decoded(try namedFile(path), path)
  }

  /// Reads standard input to its end.
  static func standardInput() throws -> String {
    var bytes: [UInt8] = []
    while true {
      let next = try nextBytes()
      guard !next.isEmpty else { break }
      bytes += next
      guard bytes.count <= 4 << 20 else {
        throw Diagnostic(
          rule: "text.size", message: "the text is larger than a case may hold (1 MiB)",
          hint: "shorten it; long documents belong outside the register")
      }
    }
    return try decoded(bytes, "standard input")
  }

  private static func nextBytes() throws(Diagnostic) -> [UInt8] {
    do throws(InputSource.Unreadable) {
      return try Environment.current.input.next()
    } catch {
      throw Diagnostic(
        rule: "text.input",
        message: "standard input cannot be read: \(SystemError.reason(of: error.code))",
        hint: "give the text with --from FILE; nothing was recorded")
    }
  }

  private static func decoded(_ bytes: [UInt8], _ source: String) throws -> String {
    try UTF8Text.require(bytes, from: source) { encoding in
      "save it as UTF-8 and try again, or turn it: `iconv -f \(encoding) -t utf-8 FILE`"
    }
  }
}

/// The bytes of a file that somebody named.
///
/// Throws `Diagnostic` that says why it cannot be read.
func namedFile(_ path: String) throws(Diagnostic) -> [UInt8] {
  let place = Environment.current.place(of: path)
  if let data = FileManager.default.contents(atPath: place) { return Array(data) }
  var isFolder = false
  let isThere = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
  throw Diagnostic(
    rule: "file.read", at: SourceLocation(path: path),
    message: isFolder
      ? "this is a folder, no file"
      : isThere ? "the file cannot be read" : "there is no such file",
    hint: isFolder
      ? "name the file in it" : isThere ? "it must be readable by you" : "check its name and folder"
  )
}

/// The options of a command that takes a text.
struct TextOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The text.", valueName: "text"))
  var text: String?

  @Option(name: .customLong("from"), help: ArgumentHelp("A file with the text.", valueName: "file"))
  var file: String?

  @Argument(help: ArgumentHelp("“-” reads the text from standard input.", valueName: "-"))
  var dash: String?

  func validate() throws {
    guard dash == nil || dash == "-" else {
      throw ValidationError(
        "“\(dash ?? "")” was not expected; is the option before it misspelt? A text goes with --text"
      )
    }
  }

  var input: TextInput { TextInput(text: text, file: file, readsStandardInput: dash != nil) }
}

/// Throws where an option has no value, and the next option was taken for it.
func requireNoOption(_ text: String, after option: String) throws(UsageError) {
  guard text.wholeMatch(of: /--[a-z]+(-[a-z]+)*/) != nil else { return }
  throw UsageError(
    message: "\(option) stands without its value: “\(text)” is another option",
    hint: "write the words after \(option), in quotes")
}

/// One line of free text given as an option: normalised, without line ends.
func oneLine(_ text: String, option: String) throws -> String {
  try requireNoOption(text, after: option)
  let clean = try normalisedText(text, path: option)
  guard !clean.contains("\n") else {
    throw UsageError(message: "\(option) takes one line", hint: "put longer text into --text")
  }
  return clean
}

/// An id or a code given as an option: one line in which there is something to see.
func seenLine(_ text: String, option: String) throws -> String {
  let clean = try oneLine(text, option: option)
  guard clean.hasWords else {
    throw UsageError(message: clean.wordless(option), hint: "write it again, or leave it out")
  }
  return clean
}

extension String {
  /// What is wrong with words in which there is nothing to read.
  func wordless(_ option: String) -> String {
    allSatisfy(\.isWhitespace) ? "\(option) is empty" : "\(option) holds no letter and no digit"
  }
}

/// A name given as an option: one line in which there is something to see, its words one blank apart.
func nameLine(_ text: String, option: String) throws -> String {
  try seenLine(text, option: option).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A reason given with `--reason`: normalised, and not empty.
func reason(_ text: String, option: String = "--reason") throws -> String {
  try requireNoOption(text, after: option)
  let clean = try normalisedText(text, path: option)
  guard clean.hasWords else {
    throw UsageError(message: clean.wordless(option), hint: "say why in a few words")
  }
  return clean
}
