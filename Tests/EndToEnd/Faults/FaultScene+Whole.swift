import Foundation
import Testing

extension FaultScene {
  /// Expects a register that git, `check` and the vault find whole, files in step with it, and no secret
  /// in clear.
  func expectWhole(_ place: FaultPlace, _ isDone: Bool, _ what: Comment) throws {
    let objects = try place.git("fsck --strict --no-dangling")
    #expect(objects.status == 0 && objects.output == "", "\(what) \(objects)")
    let check = try place.run("check", environment(in: place, as: look.member))
    #expect(check.status == 0, "\(what) \(check)")
    let changes = try WorkTree.changes(of: place.register)
    #expect(changes == (isDone ? [] : edited.map { "modified " + $0 }), "\(what)")
    guard let secret else { return }
    let vault = try place.run(
      "vault check --json", environment(in: place, as: look.member))
    #expect(
      !vault.output.contains("vault.damaged") && !vault.output.contains("vault.missing"),
      "\(what) \(vault)")
    let found = try Execution.run(
      "/usr/bin/env", ["grep", "-rl", secret, place.folder], in: "/",
      environment: ["PATH": "/usr/bin:/bin"], scratch: NSTemporaryDirectory())
    #expect(found.output == "", "\(what) \(found)")
  }
}
