internal import CaseModel
internal import Diagnostics

/// The parts of a whole case file: sections of text and event lines, each with its line number.
struct CaseFileParts {
  private struct Section {
    let event: EventID?
    let line: Int
    var lines: [Substring]
  }

  private let path: String
  private let isNewer: Bool
  private let title: String
  private let titleLine: Int
  private var sections: [Section] = []
  private var events: [(line: Int, bytes: ArraySlice<UInt8>)] = []

  init(_ bytes: [UInt8], path: String, isNewer: Bool = false) throws(Diagnostic) {
    self.path = path
    self.isNewer = isNewer
    let layout = try CaseFileLayout(bytes, path: path)
    let scan = CharacterScan(bytes.span)
    if let problem = scan.problem {
      let place = lineAndColumn(of: scan.offset, in: bytes.span)
      throw Diagnostic(
        rule: "text.character",
        at: SourceLocation(path: path, line: place.line, column: place.column),
        message: problem.message, hint: "remove the character, or undo the edit")
    }
    title = String(decoding: bytes[layout.title], as: UTF8.self)
    titleLine = layout.titleLine
    try readRest(bytes, layout)
  }

  private mutating func readRest(
    _ bytes: [UInt8], _ layout: CaseFileLayout
  ) throws(Diagnostic) {
    let lines = bytes[layout.rest].split(separator: 0x0A, omittingEmptySubsequences: false)
    func text(_ index: Int) -> Substring { Substring(decoding: lines[index], as: UTF8.self) }
    // The file ends in a newline, so that the last piece is empty and the fence stands before it.
    if let last = lines.last, !last.isEmpty, String(decoding: last, as: UTF8.self) == "```" {
      throw problem(
        layout.titleLine + lines.count, "the file does not end in a new line",
        hint: "undo the edit: `git checkout HEAD -- \(path)`, or end the last line")
    }
    let fence = lines.count - 2
    guard fence >= 0, lines[lines.count - 1].isEmpty, text(fence) == "```",
      let start = lines.indices.last(where: { $0 < fence && text($0) == "```events" })
    else {
      throw problem(
        layout.titleLine + max(0, fence) + 1,
        "the block ```events at the end is missing or cut off",
        hint: "undo the edit: `git checkout HEAD -- \(path)`")
    }
    for index in (start + 1)..<fence {
      events.append((layout.titleLine + 1 + index, lines[index]))
    }
    var section = Section(event: nil, line: layout.titleLine, lines: [])
    for index in 0..<start {
      let line = text(index)
      guard line.hasPrefix("## ") else {
        section.lines.append(line)
        continue
      }
      sections.append(section)
      let number = layout.titleLine + 1 + index
      guard let id = EventID(line.dropFirst(3).prefix(16)) else {
        throw problem(
          number, "this heading belongs to no event",
          hint: noteInstead)
      }
      section = Section(event: id, line: number, lines: [])
    }
    sections.append(section)
  }

  /// What commands call the case: the file's name without its ending.
  private var name: String { FileComparison.caseName(path) }

  private func problem(_ line: Int, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(
      rule: "file.layout", at: SourceLocation(path: path, line: line, column: 1), message: message,
      hint: hint)
  }

  /// Reads the event lines, gives each event its text and checks that both belong together.
  func history() throws(Diagnostic) -> History {
    var texts: [EventID: (text: String, line: Int)] = [:]
    for section in sections {
      guard let id = section.event else { continue }
      guard texts[id] == nil else {
        throw problem(section.line, "the section of \(id) is there twice", hint: "undo the edit")
      }
      texts[id] = (Self.content(section), section.line)
    }
    let opening = sections.first.map(Self.content) ?? ""
    var read: [(line: Int, bytes: ArraySlice<UInt8>, content: EventReader.Line)] = []
    for (line, bytes) in events {
      read.append(
        (line, bytes, try EventReader.read(bytes, path: path, line: line, isNewer: isNewer)))
    }
    let isStub = read.contains { $0.content.event.action.sealedStep != nil }
    var result: [Event] = []
    for (line, bytes, content) in read {
      var event = content.event
      var found = texts.removeValue(forKey: event.id)
      if event.action.isRegistration, !opening.isEmpty { found = (opening, titleLine + 2) }
      if event.seal != nil {
        try checkSealed(found, isStub: isStub, line: line)
      } else if isStub, found == nil {
        event.withheldText = content.textDigest
      } else {
        try check(found, against: content, line: line)
        event.text = found?.text
      }
      guard event.canonical.utf8.elementsEqual(bytes) else {
        throw problem(
          line, "the event \(event.id) is not in its canonical form",
          hint: "undo the edit: `git checkout HEAD -- \(path)`")
      }
      result.append(event)
    }
    if let (id, found) = texts.min(by: { $0.value.line < $1.value.line }) {
      throw problem(
        found.line, "there is no event \(id) to which this section could belong",
        hint: noteInstead)
    }
    do {
      return try History(result)
    } catch {
      throw fault(error)
    }
  }

  /// The way for words that somebody wrote into the file.
  private var noteInstead: String {
    "undo the edit: `git checkout HEAD -- \(path)`; what is to be added is a note: `daftar note \(name)`"
  }

  /// Where words are sealed, their place says so and nothing else; a stub has no such places.
  private func checkSealed(
    _ found: (text: String, line: Int)?, isStub: Bool, line: Int
  ) throws(Diagnostic) {
    guard found?.text != (isStub ? nil : CaseFileWriter.sealedMark) else { return }
    throw Diagnostic(
      rule: "text.sealed", at: SourceLocation(path: path, line: found?.line ?? line, column: 1),
      message: "the words of this event are sealed; nothing else may stand here",
      hint: noteInstead)
  }

  private func check(
    _ found: (text: String, line: Int)?, against read: EventReader.Line, line: Int
  ) throws(Diagnostic) {
    switch (read.textDigest, found) {
    case (nil, nil): return
    case (let digest?, let found?):
      guard Digest.ofText(found.text) != digest else { return }
      throw Diagnostic(
        rule: "text.changed", at: SourceLocation(path: path, line: found.line, column: 1),
        message: "the text of \(read.event.id) was changed after it was recorded",
        hint: "texts stay as they were told; " + noteInstead)
    case (nil, let found?):
      throw Diagnostic(
        rule: "text.unknown", at: SourceLocation(path: path, line: found.line, column: 1),
        message: "this text belongs to no event",
        hint: noteInstead)
    case (_?, nil):
      throw Diagnostic(
        rule: "text.missing", at: SourceLocation(path: path, line: line, column: 1),
        message: "the text of \(read.event.id) is missing",
        hint: "undo the edit: `git checkout HEAD -- \(path)`")
    }
  }

  /// The text of a section: without the blank lines around it, unescaped.
  private static func content(_ section: Section) -> String {
    let isBlank = { (line: Substring) in line.isEmpty }
    guard let first = section.lines.firstIndex(where: { !isBlank($0) }),
      let last = section.lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return LineEscape.unescaped(section.lines[first...last].joined(separator: "\n"))
  }

  private func fault(_ fault: History.Fault) -> Diagnostic {
    let (id, message): (EventID?, String) =
      switch fault {
      case .empty: (nil, "the events block is empty")
      case .notOneRegistration: (nil, "a case begins with exactly one registration")
      case .collision(let id): (id, "two different events carry the id \(id)")
      case .missing(let missing, let id):
        (id, "the event \(missing), named before \(id), is missing")
      case .wrongNumber(let id, let expected):
        (id, "the event \(id) should have the number \(expected)")
      }
    let line = id.flatMap { id in
      let prefix = Array("{\"id\":\"\(id)\"".utf8)
      return events.first { $0.bytes.starts(with: prefix) }?.line
    }
    return Diagnostic(
      rule: "events.history",
      at: SourceLocation(path: path, line: line ?? events.first?.line ?? titleLine, column: 1),
      message: message, hint: "restore the file from the history: `git checkout HEAD -- \(path)`")
  }
}
