import Foundation
import Testing

/// Files that git was told not to look at.
@Suite(.durability) struct UnwatchedFileTests {
  @Test(arguments: ["--assume-unchanged", "--skip-worktree"], [false, true])
  func `an edit that git does not show is found by check`(
    flag: String, isConfiguration: Bool
  ) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.inProgress.id
    let file = isConfiguration ? "cases/team.yml" : register.file(of: id)
    try register.git("update-index", flag, file)
    #expect(try register.done("check").errors == "")
    try register.edit(file) {
      isConfiguration
        ? $0.replacing("Rana Khalil", with: "Rana K.") : $0.replacing("rana", with: "sami")
    }
    #expect(try register.git("status", "--short").output == "")
    let found = try register.run("check", checked: false)
    #expect(found.errors.contains(file + ":"), "\(found)")
    #expect(found.status == (isConfiguration ? 0 : 1), "\(found)")
    try FileManager.default.removeItem(atPath: register.path + "/" + file)
    let missing = try register.run("check", checked: false)
    #expect(missing.errors.contains(file), "\(missing)")
  }
}
