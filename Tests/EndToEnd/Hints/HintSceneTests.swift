import Foundation
import Testing

/// Every hint that names a command is given by the built program, followed, and helps.
@Suite(.durability) struct HintSceneTests {
  @Test(arguments: HintScene.all)
  func `a hint helps where it is given`(scene: HintScene) throws {
    let place = try HintPlace(scene)
    try follow(scene, in: place, saidFrom: .register, typedFrom: .register)
  }

  /// The scenes whose hint names a command of git for the repository around: typed in another one, it
  /// would change that.
  private static let ofGit = HintScene.written.filter { scene in
    scene.place != "empty"
      && scene.places.contains { $0.command.hasPrefix("git ") && HintScene.worksAround($0.command) }
  }

  @Test(arguments: ofGit)
  func `a hint helps from another repository, and leaves that as it is`(scene: HintScene) throws {
    let place = try HintPlace(scene)
    try place.makeDecoy()
    let before = try place.lookAtDecoy()
    try follow(scene, in: place, saidFrom: .named, typedFrom: .decoy)
    #expect(try place.lookAtDecoy() == before)
  }

  /// Makes the state of a scene, lets the program give the hint, does what it says, and looks whether
  /// that helped.
  private func follow(
    _ scene: HintScene, in place: HintPlace, saidFrom: HintPlace.Stand, typedFrom: HintPlace.Stand
  ) throws {
    let made = try place.run("set -e\n" + scene.before, as: scene.member, at: scene.now)
    try #require(made.status == 0, "before: \(made)")
    let first = try place.run(scene.say, as: scene.member, at: scene.now, from: saidFrom)
    let said = HintScene.joined(first.output + " " + first.errors)
    var followed: Result?
    var commands: [String] = []
    for hint in scene.places {
      let command = try #require(
        HintScene.command(hint.command, in: said), "`\(hint.command)` is not said: \(first)")
      if typedFrom == .decoy {
        try #require(!HintScene.worksAround(command), "it does not say where: \(command)")
      }
      let typed = scene.filled(command, case: place.id)
      try #require(!HintSceneTests.hasGap(typed), "a gap is left: \(typed)")
      let done = try place.run(
        typed, as: scene.follower, at: scene.now, input: scene.input, from: typedFrom)
      try #require(done.status == 0, "it does not help: \(done)")
      commands.append(command)
      followed = done
    }
    if let shown = scene.shown {
      let result = try #require(followed)
      #expect((result.output + result.errors).contains(shown), "\(result)")
    }
    if let then = scene.then {
      let after = try place.run("set -e\n" + then, as: scene.member, at: scene.now)
      #expect(after.status == 0, "then: \(after)")
    } else if scene.shown == nil {
      let after = try place.run(scene.say, as: scene.member, at: scene.now, from: saidFrom)
      let words = HintScene.joined(after.output + " " + after.errors)
      #expect(after.status == 0, "it is not gone: \(after)")
      #expect(!commands.contains { words.contains("`\($0)`") }, "it is said again: \(after)")
    }
  }

  /// A hint that no scene can give here, and why.
  private static let exceptions: [HintScan.Place: (count: Int, reason: String)] = {
    let path = Golden.folder + "/Hints/exceptions.txt"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    var found: [HintScan.Place: (count: Int, reason: String)] = [:]
    var reason = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        reason = String(line.dropFirst(2))
      } else if let colon = line.range(of: ": ") {
        let place = HintScan.Place(
          file: line[..<colon.lowerBound] + ".swift", command: String(line[colon.upperBound...]))
        found[place] = ((found[place]?.count ?? 0) + 1, reason)
      }
    }
    return found
  }()

  @Test func `every hint of the sources has a scene, or a reason why it has none`() throws {
    let written = try HintScan.places()
    #expect(written.count > 150)
    var shown = Self.exceptions.mapValues(\.count)
    for place in HintScene.written.flatMap(\.places) { shown[place, default: 0] += 1 }
    let missing = written.filter { shown[$0.key, default: 0] < $0.value }.keys.sorted()
    let list = missing.map {
      "\($0.file): \($0.command) (\(shown[$0, default: 0]) of \(written[$0] ?? 0))"
    }
    #expect(missing.isEmpty, "without a scene:\n\(list.joined(separator: "\n"))")
    let unknown = shown.keys.filter { written[$0] == nil }.sorted()
    #expect(unknown.isEmpty, "no longer in the sources: \(unknown)")
    #expect(Self.exceptions.values.allSatisfy { !$0.reason.isEmpty })
  }

  /// How the reason of a hint begins that another test follows where it is given.
  private static let follows = "A test of its own follows it: "

  @Test func `exceptions stay few`() {
    let without = Self.exceptions.values.filter { !$0.reason.hasPrefix(Self.follows) }
    #expect(without.map(\.count).reduce(0, +) <= 25)
  }

  @Test func `a test that follows a hint in a scene's stead is there`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Golden.folder)
    let names = Set(files.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    let tests = Set(Self.exceptions.values.map(\.reason).filter { $0.hasPrefix(Self.follows) })
      .map { $0.dropFirst(Self.follows.count) }
    #expect(!tests.isEmpty)
    for test in tests { #expect(names.contains(test + ".swift"), "\(test)") }
  }

  @Test func `a command is found in a source as it is written over several lines`() {
    let source = """
      /// `daftar in a comment`
      discussion: \"""
        `daftar help text`
        \"""
      hint: "first `daftar member "
        + "key set \\(member.id) age1…`"
      """
    #expect(HintScan.commands(in: source) == ["daftar member key set * age1…"])
  }

  private static func hasGap(_ command: String) -> Bool {
    command.contains("…") || command.contains(/\b(?:CASE|MEMBER|ADDRESS|FOLDER|NEW|DIR|HOST)\b/)
  }
}
