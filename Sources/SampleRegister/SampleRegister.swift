internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import Text

/// The writer of the sample register from its stories: `SampleRegister CASES-DIR [--stories DIR]`.
///
/// Every run gives the same bytes. It writes case files below `CASES-DIR/YYYY/` and deletes none.
@main
enum SampleRegister {
  /// Decides ids and times of day; another number gives another register.
  private static let seed: UInt64 = 0x0DAF_7A20_2510_0219

  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    var stories = "Sources/SampleRegister/stories"
    if let option = arguments.firstIndex(of: "--stories"), option + 1 < arguments.endIndex {
      stories = arguments[option + 1]
      arguments.removeSubrange(option...(option + 1))
    }
    guard let cases = arguments.first, arguments.count == 1, !cases.hasPrefix("-") else {
      print("usage: SampleRegister CASES-DIR [--stories DIR]")
      exit(2)
    }
    do {
      try run(cases: cases, stories: stories)
    } catch {
      print("\(error)")
      exit(1)
    }
  }

  private static func run(cases folder: String, stories storyFolder: String) throws {
    var stories: [Story] = []
    for kind in ["", "everyday."] {
      for language in ["en", "ar", "ru"] {
        let path = storyFolder + "/" + kind + language + ".yml"
        stories += try Story.reading(try bytes(path), path: path, language: language)
      }
    }
    let (ids, moments) = try identify(stories)
    var keys: [String: CaseID] = [:]
    for (story, id) in zip(stories, ids) {
      if let key = story.key { keys[key] = id }
    }
    let writer = CaseWriter(
      codebook: try configuration("categories.yml", in: folder, Codebook.reading),
      targets: try configuration("targets.yml", in: folder, Targets.reading),
      team: try configuration("team.yml", in: folder, Team.reading), cases: keys)
    var paths: Set<String> = []
    for (index, story) in stories.enumerated() {
      let history = try writer.history(of: story, ids[index], at: moments[index])
      let path = path(of: ids[index])
      try write(try checkedBytes(history, path: "cases/" + path), to: folder + "/" + path)
      paths.insert(path)
    }
    print("\(stories.count) cases")
    for path in existingCases(in: folder) where !paths.contains(path) {
      print("no story tells \(folder)/\(path): remove the file if its story is gone")
    }
  }

  /// Gives every story an id and its steps their moments.
  private static func identify(
    _ stories: [Story]
  ) throws -> (ids: [CaseID], moments: [[Timestamp]]) {
    var ids: [CaseID] = []
    var moments: [[Timestamp]] = []
    for story in stories {
      var generator = SeededGenerator(seed: seed, name: story.language + " " + story.title)
      let random = (0..<7).map { _ in generator.number(in: 0...31) }
      let times = Timetable.moments(of: story, using: &generator)
      let registered = times.first.map(Timetable.zone.date) ?? story.received
      // A case from an older list carries the month of receipt.
      let (year, month, _) = (story.takenOver == nil ? registered : story.received).parts
      guard let id = CaseID(year: year, month: month, random: random), !ids.contains(id) else {
        throw story.node.problem(
          rule: "story.title", "“\(story.title)” is there twice", hint: "change one title")
      }
      ids.append(id)
      moments.append(times)
    }
    return (ids, moments)
  }

  /// The bytes of a case file, after reading them back as every other command will.
  private static func checkedBytes(_ history: History, path: String) throws -> [UInt8] {
    let zone = Timetable.zone
    let bytes = try CaseDocument(path: path, history: history, zone: zone).bytes(zone: zone)
    let document = try CaseDocument(reading: bytes, path: path, zone: zone)
    if let difference = document.differences.first { throw difference }
    guard document.history == history, document.unknownParts.isEmpty else {
      throw Diagnostic(
        rule: "story.file", at: SourceLocation(path: path), message: "the file reads differently")
    }
    return bytes
  }
}

// MARK: - Files

extension SampleRegister {
  private static func path(of id: CaseID) -> String {
    let (year, month) = id.yearAndMonth
    return "20\(year)/\(month)/\(id).md"
  }

  private static func configuration<Part>(
    _ name: String, in folder: String,
    _ read: ([UInt8], String) throws(Diagnostic) -> Part
  ) throws -> Part {
    try read(try bytes(folder + "/" + name), "cases/" + name)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        rule: "file.missing", at: SourceLocation(path: path), message: "the file cannot be read")
    }
    return Array(data)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw Diagnostic(
        rule: "file.write", at: SourceLocation(path: path), message: "the file cannot be written")
    }
  }

  /// The paths of all case files that are there, below a folder named by a year.
  private static func existingCases(in folder: String) -> [String] {
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    return (paths ?? []).filter { $0.hasPrefix("20") && $0.hasSuffix(".md") }.sorted()
  }
}
