import Foundation
import Testing

/// The roster changes while a command waits for the register.
@Suite(.durability) struct ChangedRosterTests {
  /// Runs a command of huda while the roster changes; returns what it said, and its status.
  ///
  /// When it has opened the register and waits for the lock, another program edits `team.yml` and
  /// commits it.
  private func raced(
    _ line: String, in register: TemporaryRegister, edit: String
  ) throws -> (said: String, status: String) {
    let script = """
      exec 9<>.git/daftar/lock
      flock 9
      "$DAFTAR" --as huda \(line) >../said 2>&1 9>&- &
      waiting=$!
      for try in $(seq 200); do
        grep -q -- "-> FLOCK.* $waiting " /proc/locks && break
        sleep 0.05
      done
      sed -i '\(edit)' cases/team.yml
      git commit --quiet --all --message roster
      flock --unlock 9
      wait $waiting
      echo $?
      """
    let status = try register.shell(script).word
    let said = try String(contentsOfFile: register.folder + "/said", encoding: .utf8)
    return (said, status)
  }

  @Test(arguments: [
    "/id: huda/,/roles:/s/manager/handler/", "/id: huda/a\\    to: 2026-06-30",
  ])
  func `who lost a role while a command waited does not act with it`(edit: String) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    for line in ["amend \(id) priority low --reason 'A slip.'", "note \(id) --text 'W'"] {
      let before = try register.json(id)["events"].list.count
      let (said, status) = try raced(line, in: register, edit: edit)
      #expect(status == "1", "\(said)")
      #expect(said.contains("[team.changed]"), "\(said)")
      #expect(try register.json(id)["events"].list.count == before)
      try register.git("reset", "--quiet", "--hard", "HEAD~1")
    }
    #expect(try register.done("check").status == 0)
  }

  @Test func `a role of somebody else that changed meanwhile is the one that counts`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    let (said, status) = try raced(
      "assign \(id) rana", in: register, edit: "/id: rana/a\\    to: 2026-06-30")
    #expect(status == "1" && said.contains("[team.inactive]"), "\(said)")
  }

  @Test func `what changed elsewhere in the file stops nobody`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    let (said, status) = try raced(
      "note \(id) --text 'W'", in: register, edit: "/id: rana/a\\    to: 2027-06-30")
    #expect(status == "0", "\(said)")
  }
}
