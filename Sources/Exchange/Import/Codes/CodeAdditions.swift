internal import CaseModel
internal import CaseVault
internal import Diagnostics
internal import Register
internal import Text
internal import Vocabulary

/// The codes that an import adds to the register before its cases.
package struct CodeAdditions: Sendable {
  /// The codes, by field.
  package private(set) var codes: [MissingCode]
  /// Whether they are to be added; else the report says only that they could be.
  package let isWanted: Bool
  /// The codes that are there already and look much like a new one, by the new one.
  let near: [MissingCode: String]
  /// Whether no case is read by everybody who has the register.
  private let isEverythingSealed: Bool

  init(_ codes: [MissingCode], isWanted: Bool, _ configuration: Configuration) {
    self.codes = codes
    self.isWanted = isWanted
    near = codes.reduce(into: [:]) { near, code in
      near[code.withoutName] = nearest(to: code.code, among: configuration.codes(code.list))
    }
    isEverythingSealed = configuration.settings.seal == .everything
  }

  /// The configuration as it would be with the codes; nothing is written.
  ///
  /// Throws what stands against them, before anything of the table is read as a case: a code that is
  /// none, a file that stands open for an edit, what the door of the configuration refuses.
  func configuration(
    of register: Register, by member: Team.Member
  ) throws -> Configuration {
    guard isWanted, !codes.isEmpty else { return register.configuration }
    let problems = codes.filter { !NewEntry.isCode($0.code) }.map { code in
      Diagnostic(
        rule: "import-map.code", at: code.location, message: "“\(code.code)” is no code",
        hint: "a code has letters, digits and dashes and is never changed, such as north-1")
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    return try register.configuration(changing: files, as: member, added)
  }

  /// Those that cases have which come in; a word of the table is a name only where everybody may read
  /// a case that has it.
  func needed(by cases: [ImportedCase]) -> CodeAdditions {
    var needed = self
    needed.codes = codes.compactMap { code in
      let users = cases.filter { $0.has(code.code, of: code.list) }
      guard !users.isEmpty else { return nil }
      let isOpen =
        !isEverythingSealed && users.contains { !$0.registration.sensitivity.isSensitive }
      return isOpen ? code : code.withoutName
    }
    return needed
  }

  /// Brings the codes into force, one commit for each file.
  func record(in register: Register, as member: Team.Member) throws {
    guard isWanted else { return }
    for file in files {
      try register.propose(file, as: member) { try added(file, to: $0) }
    }
  }

  /// The files that list the codes.
  private var files: [String] { Set(codes.map(\.list.file)).sorted() }

  private func added(_ file: String, to bytes: [UInt8]) throws -> [UInt8] {
    try codes.filter { $0.list.file == file }.reduce(bytes) { bytes, code in
      let labels = Labels(forAllLanguages: code.name)
      return try NewEntry.code(
        LabelledCode(code: code.code, labels: labels), code.list, parent: nil
      ).added(to: bytes)
    }
  }
}

extension ImportedCase {
  fileprivate func has(_ code: String, of list: CodeList) -> Bool {
    switch list {
    case .themes: registration.themes.contains(code)
    case .channels: registration.channel == code
    case .concern(let field): registration.concern[field] == code
    default: false
    }
  }
}

extension CodeAdditions {
  /// What is added, in lines for people; where nobody asked for it, one line that it could be.
  func lines(isDone: Bool) -> [String] {
    guard !codes.isEmpty else { return [] }
    let what = counted(codes.count, "code")
    guard isWanted else {
      let shown = codes.prefix(5).map { "\($0.list.noun) \($0.code)" }.joined(separator: ", ")
      let more = codes.count > 5 ? " and \(codes.count - 5) more" : ""
      return ["\(what) of the map not in the register: \(shown)\(more); --add-codes adds them"]
    }
    let head = isDone ? "\(what) added to the register:" : "\(what) would be added to the register:"
    return [head]
      + codes.map { code in
        let rows = code.rows == 0 ? "" : " (\(counted(code.rows, "row")))"
        let beside = near[code.withoutName].map { "; “\($0)” is there already" } ?? ""
        return "  \(code.list.noun) \(code.code): \(visible(code.name))\(rows)\(beside)"
      }
  }

  /// The codes for programs.
  var json: JSONValue {
    .list(
      codes.map { code in
        .object([
          "list": .text(code.list.listName), "code": .text(code.code), "name": .text(code.name),
          "rows": .integer(code.rows),
        ])
      })
  }
}
