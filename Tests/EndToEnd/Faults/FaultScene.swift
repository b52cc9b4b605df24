import Foundation
import Testing

/// A command in a prepared folder, which is copied for each run.
struct FaultScene: Sendable, CustomStringConvertible {
  /// What the command does, for whoever reads a failure.
  let description: String
  /// The folder that is copied; the register is `register` in it.
  let template: String
  /// Whoever acts.
  let member: String
  /// The command.
  let line: String
  /// What it reads.
  var input = ""
  /// Words that must be found afterwards by `look` when the command said that it was done.
  let words: String
  /// A command that shows the words, and who runs it.
  let look: (line: String, member: String)
  /// A command of somebody else that takes a step in the same register.
  let beside: String
  /// Words that must never lie in clear on the disk.
  var secret: String?
  /// Files that somebody edited and that stay so while the command is not done.
  var edited: [String] = []
  /// Whether the command does several things one after the other, and may have done some of them
  /// when it ends early; then it is run once more before everything is looked at.
  var isGradual = false
  /// The moment of every command.
  var now = TemporaryRegister.now
  /// A member's key file is `keys/<member>` below the folder, where there are keys.
  var hasKeys = false

  /// Runs the command once and keeps the register as it was before each call that changes the disk, below
  /// `states` by the call's number; the last state is the register itself.
  func runKeepingStates() throws -> (place: FaultPlace, calls: [FaultyCalls.PathCall], Result) {
    let place = try FaultPlace(copying: template)
    try FileManager.default.createDirectory(
      atPath: place.states, withIntermediateDirectories: true)
    let script = place.folder + "/keep.sh"
    try Data("cp -a '\(place.register)' '\(place.states)'/$FAULT_NUMBER\n".utf8)
      .write(to: URL(fileURLWithPath: script))
    let log = place.folder + "/calls"
    var faults = FaultyCalls.variables(
      under: place.folder, log: log, at: nil, nil, beside: script)
    faults["FAULT_HOW"] = "each"
    let result = try place.run(
      line, input: input, environment(in: place, as: member).merging(faults) { $1 })
    let calls = FaultyCalls.pathCalls(in: log)
    try FileManager.default.copyItem(
      atPath: place.register, toPath: place.states + "/\(calls.count + 1)")
    return (place, calls, result)
  }

  /// What one run did.
  struct Outcome {
    let result: Result
    let calls: [Int: FaultyCalls.Call]
    let place: FaultPlace
  }

  /// Runs the command in a new copy; with a number and a fault, spoils that call.
  func run(at number: Int? = nil, _ fault: FaultyCalls.Fault? = nil) throws -> Outcome {
    let place = try FaultPlace(copying: template)
    let script = place.folder + "/beside.sh"
    let other = environment(in: place, as: "huda").map { "\($0.key)='\($0.value)'" }.sorted()
    try Data(
      """
      cd '\(place.register)'
      exec env -i \(other.joined(separator: " ")) '\(Binary.path)' \(beside) \
      > '\(place.folder)/beside.out' 2>&1
      """.utf8
    ).write(to: URL(fileURLWithPath: script))
    let log = place.folder + "/calls"
    let faults = FaultyCalls.variables(
      under: place.folder, log: log, at: number, fault, beside: script)
    // Only the built program can be spoilt so: what is given here says that it is started.
    let result = try place.run(
      line, input: input, environment(in: place, as: member).merging(faults) { $1 })
    return Outcome(result: result, calls: FaultyCalls.calls(in: log), place: place)
  }

  func environment(in place: FaultPlace, as member: String) -> [String: String] {
    var variables = Binary.environment(home: place.folder + "/home")
    variables["DAFTAR_MEMBER"] = member
    variables["DAFTAR_NOW"] = now
    if hasKeys { variables["DAFTAR_IDENTITY"] = place.folder + "/keys/" + member }
    return variables
  }

  /// Whether what the command does is there.
  func isDone(_ place: FaultPlace) throws -> Bool {
    try place.run(look.line, environment(in: place, as: look.member)).output.contains(words)
  }
}

/// A copy of a prepared folder, removed when nobody needs it.
final class FaultPlace: Sendable {
  let folder: String
  var register: String { folder + "/register" }
  /// Where states of the register are kept by number.
  var states: String { folder + "/states" }

  init(copying template: String) throws {
    folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/daftar-fault-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: template, toPath: folder)
    try FileManager.default.createDirectory(
      atPath: folder + "/home/tmp", withIntermediateDirectories: true)
    // A clone names its common place by an absolute path.
    for name in ["register", "other"] {
      let file = folder + "/\(name)/.git/config"
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
      guard text.contains(template) else { continue }
      try Data(text.replacing(template, with: folder).utf8).write(to: URL(fileURLWithPath: file))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func run(
    _ line: String, input: String = "", _ environment: [String: String]
  ) throws -> Result {
    // Whether a process is needed hangs on the variables, not on the thread that looks.
    try Call.$usesBinary.withValue(false) {
      try Call.run(
        CommandLineWords.words(line, folder), in: register, environment: environment, input: input)
    }
  }

  /// Lets an hour go by for the lock files that a killed command left.
  func ageLocks() throws {
    let past = Date().addingTimeInterval(-3_600)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".lock") {
      try FileManager.default.setAttributes(
        [.modificationDate: past], ofItemAtPath: folder + "/" + name)
    }
  }

  func git(_ line: String) throws -> Result {
    try Execution.run(
      "/usr/bin/env", ["git"] + words(line), in: register,
      environment: Binary.environment(home: folder + "/home"), scratch: folder + "/home/tmp")
  }
}

/// Command lines in which `FOLDER` stands for the copy's folder.
private enum CommandLineWords {
  static func words(_ line: String, _ folder: String) -> [String] {
    EndToEndTests.words(line.replacing("FOLDER", with: folder))
  }
}
