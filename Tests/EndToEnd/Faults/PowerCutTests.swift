import Foundation
import Testing

/// What was not brought onto the disk is gone after a power cut: the register is whole whenever it comes.
@Suite(.durability, .enabled("a C compiler is here", { FaultyCalls.library != nil }))
struct PowerCutTests {
  private static let scenes = (try? FaultScene.steps.get()) ?? []

  @Test(.timeLimit(.minutes(60)), arguments: Self.scenes)
  func `a step is whole or absent after a power cut at any call`(scene: FaultScene) throws {
    let (place, calls, result) = try scene.runKeepingStates()
    try #require(result.status == 0, "\(result)")
    try #require(calls.count > 20)
    var disk = try DiskModel(of: place.states + "/1", root: place.register)
    var states: [(number: Int, disk: DiskModel)] = [(1, disk)]
    for call in calls {
      let before = disk.nodes
      try disk.take(call, state: place.states + "/\(call.number)")
      if disk.nodes != before { states.append((call.number + 1, disk)) }
    }
    // Before anything was brought onto the disk, then all but the name, then the step.
    #expect(states.count >= 3)
    for (number, disk) in states {
      try disk.write(to: place.register)
      try expectWhole(
        scene, place, isEnd: number == states.last?.number, "\(scene), a cut before call \(number)")
    }
  }

  @Test(arguments: Self.scenes.prefix(3), ["syncfs", "fsync"])
  func `a step that was not brought onto the disk is lost here`(
    scene: FaultScene, kind: String
  ) throws {
    let (place, calls, result) = try scene.runKeepingStates()
    try #require(result.status == 0, "\(result)")
    var disk = try DiskModel(of: place.states + "/1", root: place.register)
    for call in calls where call.kind != kind {
      try disk.take(call, state: place.states + "/\(call.number)")
    }
    try disk.write(to: place.register)
    try place.ageLocks()
    #expect(try !scene.isDone(place), "the model would notice nothing")
  }

  private func expectWhole(
    _ scene: FaultScene, _ place: FaultPlace, isEnd: Bool, _ what: Comment
  ) throws {
    try place.ageLocks()
    let isDone = try scene.isDone(place)
    // Whoever was told that it is done can rely on it.
    #expect(isDone || !isEnd, what)
    let list = try place.run("list", scene.environment(in: place, as: scene.look.member))
    #expect(list.status == 0, "\(what) \(list)")
    try scene.expectWhole(place, isDone, what)
    guard !isDone else { return }
    let again = try place.run(
      scene.line, input: scene.input, scene.environment(in: place, as: scene.member))
    #expect(again.status == 0, "\(what) again: \(again)")
    #expect(try scene.isDone(place), "\(what) again: \(again)")
    try scene.expectWhole(place, true, what)
  }
}
