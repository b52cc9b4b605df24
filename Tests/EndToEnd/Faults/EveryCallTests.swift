import Foundation
import Testing
import Text

/// Every call by which a command changes the disk fails once, is the last one once, and once
/// somebody else takes a step just before it.
@Suite(.durability, .enabled("a C compiler is here", { FaultyCalls.library != nil }))
struct EveryCallTests {
  private static let scenes = (try? FaultScene.steps.get()) ?? []
  private static let longScenes = (try? FaultScene.longCommands.get()) ?? []

  @Test func `the scenes could be prepared`() throws {
    #expect(try FaultScene.steps.get().count == 5)
    #expect(try FaultScene.longCommands.get().count == 3)
  }

  @Test(arguments: Self.scenes)
  func `a step waits for the disk a few times only`(scene: FaultScene) throws {
    let counted = try scene.run()
    try #require(counted.result.status == 0, "\(counted.result)")
    let waits = counted.calls.values.count { ["fsync", "syncfs"].contains($0.kind) }
    // Each is up to a tenth of a second on a cheap laptop.
    #expect((1...(scene.hasKeys ? 5 : 3)).contains(waits), "\(counted.calls)")
  }

  @Test(.timeLimit(.minutes(60)), arguments: Self.scenes, FaultyCalls.Fault.allCases)
  func `a step is whole or absent, and its answer is true, whichever call is spoilt`(
    scene: FaultScene, fault: FaultyCalls.Fault
  ) throws {
    let counted = try scene.run()
    try #require(counted.result.status == 0, "\(counted.result)")
    try #require(try scene.isDone(counted.place))
    try #require(counted.calls.count > 20, "\(counted.calls)")
    // The other command is the same at each call, so that some calls tell enough of it.
    let stride = fault == .beside && !isLongRun ? 6 : 1
    let numbers = Array(Swift.stride(from: 1, through: counted.calls.count, by: stride))
    try spoil(scene, numbers, fault, of: counted.calls.count)
  }

  @Test(.timeLimit(.minutes(60)), arguments: Self.longScenes, FaultyCalls.Fault.allCases)
  func `a long command is whole or absent, whichever kind of call is spoilt in whichever place`(
    scene: FaultScene, fault: FaultyCalls.Fault
  ) throws {
    let counted = try scene.run()
    try #require(counted.result.status == 0, "\(counted.result)")
    try #require(try scene.isDone(counted.place))
    var seen: Set<FaultyCalls.Call> = []
    var numbers = counted.calls.sorted { $0.key < $1.key }
      .filter { seen.insert($0.value).inserted }.map(\.key)
    if fault == .beside, !isLongRun { numbers = numbers.filter { $0 % 3 == 0 } }
    if isLongRun {
      let seed = UInt64.random(in: 0...UInt64.max)
      print("spoilt calls of \(scene): seed \(seed)")
      var generator = SeededGenerator(seed: seed)
      let all = Array(1...counted.calls.count)
      numbers += (0..<200).compactMap { _ in all.randomElement(using: &generator) }
    }
    try spoil(scene, Array(Set(numbers)).sorted(), fault, of: counted.calls.count)
  }

  /// Spoils the calls of one command, one in each run, on both cores.
  private func spoil(
    _ scene: FaultScene, _ numbers: [Int], _ fault: FaultyCalls.Fault, of count: Int
  ) throws {
    let reached = try inParallel(2) { half in
      try numbers.enumerated().filter { $0.offset % 2 == half }
        .map { try expectSound(scene, at: $0.element, fault) ? $0.element : 0 }
    }
    // Ids are drawn by lot, and whether the folder of an object is there already hangs on them: a
    // run may make a few calls fewer than the one that was counted.
    let missed = numbers.filter { number in !reached.joined().contains(number) }
    #expect(missed.allSatisfy { $0 > count - count / 4 }, "not reached: \(missed) of \(count)")
    #expect(missed.count <= numbers.count / 4)
  }

  /// Spoils one call and looks at everything; false when the command made fewer calls.
  private func expectSound(
    _ scene: FaultScene, at number: Int, _ fault: FaultyCalls.Fault
  ) throws -> Bool {
    let outcome = try scene.run(at: number, fault)
    guard let call = outcome.calls[number] else { return false }
    let (place, result) = (outcome.place, outcome.result)
    let what = Comment(
      rawValue: "\(scene), call \(number) (\(call.kind) \(call.place)): \(fault)\n\(result)")
    // Who comes later waits ten seconds for a lock that was made just now.
    if fault == .kill { try place.ageLocks() }
    // Who waited for a lock goes on when the command has ended.
    var tries = 0
    while tries < 100, try fault == .beside && kelpies(scene, place) == 0 {
      tries += 1
      usleep(100_000)
    }
    let isDone = try scene.isDone(place)
    switch fault {
    case .fail:
      #expect(result.status != 0 || isDone, what)
      #expect(result.status == 0 || !isDone || scene.isGradual, what)
    case .kill: #expect(result.status == 128 + SIGKILL, what)
    case .beside:
      #expect(result.status == 0 && isDone, what)
      #expect(try kelpies(scene, place) == 1, what)
    }
    if scene.isGradual, result.status != 0 {
      let again = try place.run(scene.line, scene.environment(in: place, as: scene.member))
      #expect(again.status == 0, "\(what) again: \(again)")
      #expect(try scene.isDone(place), "\(what) again: \(again)")
      try scene.expectWhole(place, true, what)
      return true
    }
    // The next command finds a whole register and brings the files after.
    let list = try place.run("list", scene.environment(in: place, as: scene.look.member))
    #expect(list.status == 0, "\(what) \(list)")
    try scene.expectWhole(place, isDone, what)
    if !isDone {
      let again = try place.run(
        scene.line, input: scene.input, scene.environment(in: place, as: scene.member))
      #expect(again.status == 0, "\(what) again: \(again)")
      #expect(try scene.isDone(place), "\(what) again: \(again)")
      try scene.expectWhole(place, true, what)
    }
    return true
  }

  private func kelpies(_ scene: FaultScene, _ place: FaultPlace) throws -> Int {
    let found = try place.run("search kelpieQ2", scene.environment(in: place, as: "huda"))
    return found.output.split(separator: "\n").filter { $0.contains("kelpieQ2") }.count
  }
}
