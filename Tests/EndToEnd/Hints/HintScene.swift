import Foundation
import Testing

/// A state in which the program gives a hint, and what a person does with the hint.
///
/// The scenes stand in the files of `Scenes`. Each begins with a line `## what it shows`; then come
/// fields, a value that goes on being indented:
///
/// - `hint`: the file in `Sources` and the command as the source writes it, `*` for what is filled
///   in; several of one message are followed one after the other.
/// - `on`: which prepared folder is copied (`HintPlace`); `case`: the stage of the case `$CASE`.
/// - `as`: who acts; `now`: the moment; `before`: a script that makes the state.
/// - `say`: the command whose words hold the hint.
/// - `by`: who does what the hint says; `fill`: what this person writes for a word of it; `input`:
///   what the command reads.
/// - `shows`: what the hint's command prints, where looking is all it is for; `then`: a script that
///   must succeed afterwards. Without both, `say` must succeed then and give no hint.
struct HintScene: Sendable, CustomStringConvertible {
  let title: String
  private let fields: [String: [String]]

  var description: String { title }
  /// The hints that the scene gives, as the scan of the sources finds them.
  var places: [HintScan.Place] {
    all("hint").compactMap { line in
      guard let colon = line.range(of: ": ") else { return nil }
      return HintScan.Place(
        file: line[..<colon.lowerBound] + ".swift", command: String(line[colon.upperBound...]))
    }
  }
  var place: String { first("on") ?? "staged" }
  var stage: String { first("case") ?? "registered" }
  var member: String { first("as") ?? "rana" }
  var follower: String { first("by") ?? member }
  var now: String { first("now") ?? TemporaryRegister.now }
  var before: String { first("before") ?? "true" }
  var say: String { first("say") ?? "true" }
  var input: String { first("input") ?? "" }
  var shown: String? { first("shows") }
  var then: String? { first("then") }
  /// Words of a hint, and what a person writes for them.
  var gaps: [(word: String, value: String)] {
    all("fill").compactMap { line in
      guard let equals = line.range(of: " = ") else { return nil }
      return (String(line[..<equals.lowerBound]), String(line[equals.upperBound...]))
    }
  }

  private func all(_ name: String) -> [String] { fields[name] ?? [] }
  private func first(_ name: String) -> String? { fields[name]?.first }

  private static let names: Set<String> = [
    "hint", "on", "case", "as", "now", "before", "say", "by", "fill", "input", "shows", "then",
  ]

  /// The scenes as they are written, and those in which a file is brought back in two other states of
  /// git: the edit is in the index already, or git was told not to look at the file.
  static let all: [HintScene] = written.flatMap { scene in
    let bringsBack = scene.places.contains { $0.command.hasPrefix("git checkout HEAD -- ") }
    guard bringsBack, scene.place == "staged", !scene.before.contains("git ") else {
      return [scene]
    }
    let file = "git update-index --skip-worktree $(file $CASE) cases/*.yml"
    return [scene, scene.after("git add -A", "staged"), scene.before(file, "not looked at")]
  }

  private func after(_ script: String, _ what: String) -> HintScene {
    playing([before, script].joined(separator: "\n"), what)
  }

  private func before(_ script: String, _ what: String) -> HintScene {
    playing([script, before].joined(separator: "\n"), what)
  }

  private func playing(_ script: String, _ what: String) -> HintScene {
    HintScene(
      title: title + ", " + what, fields: fields.merging(["before": [script]]) { $1 })
  }

  /// The scenes of all files.
  static let written: [HintScene] = {
    let folder = Golden.folder + "/Hints/Scenes"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.sorted().flatMap { file in
      scenes(in: (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? "")
    }
  }()

  private static func scenes(in text: String) -> [HintScene] {
    var scenes: [(title: String, fields: [String: [String]])] = []
    var name = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        scenes.append((String(line.dropFirst(3)), [:]))
      } else if line.hasPrefix("  "), let last = scenes.indices.last,
        let value = scenes[last].fields[name]?.popLast()
      {
        scenes[last].fields[name]?.append(value + "\n" + line.dropFirst(2))
      } else if let last = scenes.indices.last, let colon = line.firstIndex(of: ":") {
        name = String(line[..<colon])
        precondition(names.contains(name), "a scene has no field “\(name)”")
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        scenes[last].fields[name, default: []].append(String(value))
      }
    }
    return scenes.map { HintScene(title: $0.title, fields: $0.fields) }
  }

  /// What the program says, on one line.
  static func joined(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\r" }.joined(separator: " ")
  }

  /// The command of a hint as the program wrote it; nil where it did not.
  static func command(_ pattern: String, in said: String) -> String? {
    var expression = NSRegularExpression.escapedPattern(for: joined(pattern))
      .replacing("\\*", with: "[^`]+?")
      // The program names the case, and takes no words that are sealed from the command line.
      .replacing("CASE", with: "(?:CASE|[0-9A-Z-]{14})")
      .replacing(/--(reason|text) …/) { "--\($0.output.1) […-]" }
    // What holds where the person stands is put in by the program.
    expression = expression.replacing(
      "git checkout HEAD ",
      with: "git checkout (?:--ignore-skip-worktree-bits )?(?:HEAD|[0-9a-f]{12}) ")
    for word in [
      "switch", "checkout", "commit", "merge", "rebase", "revert", "cherry-pick", "am", "log",
    ] {
      expression = expression.replacing("git \(word) ", with: "git \(word) (?:[0-9a-f]{12} )?")
    }
    for program in ["git ", "daftar "] {
      expression = expression.replacing(program, with: "\(program)(?:-C \(Self.folder) )?")
    }
    guard let found = said.range(of: "`\(expression)`", options: .regularExpression) else {
      return nil
    }
    return String(said[found].dropFirst().dropLast())
  }

  /// A folder behind `-C`, as an expression.
  private static let folder = "(?:'[^`]*?'|[^` ]+)"

  /// The command as a person types it: every gap filled.
  ///
  /// What a person does in the register before is done there also when the command is typed elsewhere.
  func filled(_ command: String, case id: String) -> String {
    var command = command
    for (word, value) in gaps {
      if let range = command.range(of: word) {
        command.replaceSubrange(range, with: value)
      } else if let blank = word.firstIndex(of: " "),
        let range = command.range(
          of: "\(word[..<blank]) -C \(Self.folder)\(word[blank...])", options: .regularExpression),
        let last = value.range(of: word, options: .backwards)
      {
        let before = value[..<last.lowerBound]
        let end = before.range(of: "; ", options: .backwards)?.upperBound ?? before.startIndex
        let first = end == before.startIndex ? "" : "cd \"$HERE\"; \(before[..<end])cd \"$DECOY\"; "
        command.replaceSubrange(
          range, with: first + before[end...] + command[range] + value[last.upperBound...])
      }
    }
    return command.replacing("CASE", with: id)
  }

  /// Whether a command works on the repository or the register around the folder in which it is typed.
  static func worksAround(_ command: String) -> Bool {
    command.contains(
      /(?:^|; |\| |\$\()(?:git (?!-C |--git-dir=|clone |init (?!--bare)|config --global )|daftar (?!-C |help\b|demo\b|init\b))/
    )
  }
}
