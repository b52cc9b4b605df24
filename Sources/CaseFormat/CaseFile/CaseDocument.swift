package import CaseModel
package import Diagnostics

/// A case file: its events, the case that they fold to, and where the file says something else.
package struct CaseDocument: Sendable {
  /// The file's path inside the register.
  package let path: String
  /// The events, which are the truth.
  package let history: History
  /// What the events fold to: the case, or the stub of a sensitive one.
  package let standing: CaseStanding
  /// Where the file differs from what its events say: somebody edited it by hand.
  package let differences: [Diagnostic]

  /// Makes a document from events, as a writer does.
  package init(path: String, history: History, zone: TimeZoneRules) throws(Diagnostic) {
    let history = history.withholdingTexts(digest: Digest.ofText)
    standing = try Self.standing(history, path: path, zone)
    self.path = path
    self.history = history
    differences = []
  }

  /// Reads a file; throws when its events or texts are not whole.
  ///
  /// `isNewer` is said of a register in a format that this program does not know: what its front
  /// matter must be is not known either, so that only the events count.
  package init(
    reading bytes: [UInt8], path: String, zone: TimeZoneRules, isNewer: Bool = false
  ) throws(Diagnostic) {
    // The front matter first: its mistakes have better places than “differs from the events”.
    if !isNewer { _ = try FrontMatterReader.summary(bytes, path: path) }
    let parts = try CaseFileParts(bytes, path: path, isNewer: isNewer)
    let history = try parts.history()
    let standing = try Self.standing(history, path: path, zone, isNewer: isNewer)
    self.path = path
    self.history = history
    self.standing = standing
    let canonical = history.withholdingTexts(digest: Digest.ofText)
    let expected = CaseFileWriter.bytes(canonical, standing, zone: zone)
    differences =
      isNewer || bytes == expected
      ? []
      : FileComparison.differences(
        bytes, expected: expected, path: path, isStub: standing.stub != nil)
  }

  private static func standing(
    _ history: History, path: String, _ zone: TimeZoneRules, isNewer: Bool = false
  ) throws(Diagnostic) -> CaseStanding {
    let sealed = Set(history.events.filter { $0.action.sealedStep != nil }.map(\.id))
    for event in history.events where event.action.sealedStep == nil && !isNewer {
      guard !sealed.isDisjoint(with: event.previous) else { continue }
      throw Diagnostic(
        rule: "events.sealed", at: SourceLocation(path: path),
        message: "the event \(event.id) stands in clear behind a sealed step",
        hint: "in a sensitive case every later step is sealed; restore the file from the history")
    }
    guard let standing = CaseStanding.folding(history, in: zone) else {
      throw Diagnostic(
        rule: "events.register", at: SourceLocation(path: path),
        message: "the case has no registration", hint: "run `daftar check`")
    }
    return standing
  }

  /// The file in its canonical form.
  package func bytes(zone: TimeZoneRules) -> [UInt8] {
    CaseFileWriter.bytes(
      history.withholdingTexts(digest: Digest.ofText), standing, zone: zone)
  }

  /// The names of actions and fields that this version of the program does not know.
  package var unknownParts: [String] {
    var names: Set<String> = []
    for event in history.events {
      if case .unknown(let name) = event.action { names.insert("do: " + name) }
      for field in event.unknownFields.keys { names.insert(event.action.name + "." + field) }
    }
    return names.sorted()
  }
}

extension FrontMatterReader {
  /// Reads the front matter and the title of a file, and nothing else of it.
  ///
  /// `isNewer` is said of a register in a format that this program does not know: keys that it does
  /// not know either are passed over.
  package static func summary(
    _ bytes: [UInt8], path: String, isNewer: Bool = false
  ) throws(Diagnostic) -> CaseStanding {
    let layout = try CaseFileLayout(bytes, path: path)
    guard let title = String(validating: bytes[layout.title], as: UTF8.self) else {
      throw Diagnostic(
        rule: "text.utf8", at: SourceLocation(path: path, line: layout.titleLine, column: 3),
        message: "the title is not valid UTF-8",
        hint: "undo the edit: `git checkout HEAD -- \(path)`")
    }
    return try read(
      bytes.span.extracting(layout.frontMatter), path: path, title: title, isNewer: isNewer)
  }
}
