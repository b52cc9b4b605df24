import Foundation
import Testing

/// A signal ends `sync` and what it started.
@Suite(.durability, .builtProgram) struct StoppedSyncTests {
  @Test(arguments: ["TERM", "HUP"])
  func `git does not go on when the command is ended`(signal: String) throws {
    let team = try TeamCopies(["here"])
    let here = team[0]
    let bin = here.register.folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    // A connection that never answers.
    let git = """
      #!/bin/sh
      case " $* " in
      *" ls-remote "*) echo $$ > "$STARTED"; exec sleep 60;;
      esac
      PATH=${PATH#*:} exec git "$@"

      """
    try git.write(toFile: bin + "/git", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bin + "/git")
    let script = """
      export STARTED=\(here.register.folder)/started PATH="\(bin):$PATH"
      cd '\(here.path)'
      "$DAFTAR" --as huda sync & command=$!
      for try in $(seq 400); do [ -s "$STARTED" ] && break; sleep 0.05; done
      kill -\(signal) $command
      wait $command; echo "status $?"
      for try in $(seq 100); do kill -0 $(cat "$STARTED") 2>/dev/null || break; sleep 0.05; done
      kill -0 $(cat "$STARTED") 2>/dev/null && echo alive || echo ended
      kill -KILL $(cat "$STARTED") 2>/dev/null || true
      """
    let result = try here.register.shell(script)
    let number = signal == "HUP" ? 1 : 15
    #expect(result.output.contains("status \(128 + number)"), "\(result)")
    #expect(result.output.contains("ended"), "\(result)")
  }

  @Test(arguments: ["TERM", "HUP"])
  func `the connection that git opened does not stay behind`(signal: String) throws {
    let team = try TeamCopies(["here"])
    let here = team[0]
    let started = here.register.folder + "/started"
    let ssh = here.register.folder + "/ssh"
    try "#!/bin/sh\necho $$ > '\(started)'\nsleep 60; exit 1\n".write(
      toFile: ssh, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: ssh)
    try here.git("remote set-url origin ssh://place/common.git")
    let script = """
      export GIT_SSH_COMMAND='\(ssh)' GIT_SSH_VARIANT=simple
      cd '\(here.path)'
      "$DAFTAR" --as huda sync & command=$!
      for try in $(seq 400); do [ -s '\(started)' ] && break; sleep 0.05; done
      kill -\(signal) $command
      wait $command; echo "status $?"
      # One that nobody has asked for its status has ended as well.
      runs() { grep -q '^State:.[^Z]' /proc/$(cat '\(started)')/status 2>/dev/null; }
      for try in $(seq 100); do runs || break; sleep 0.05; done
      runs && echo alive || echo ended
      kill -KILL $(cat '\(started)') 2>/dev/null || true
      """
    let result = try here.register.shell(script)
    let number = signal == "HUP" ? 1 : 15
    #expect(result.output.contains("status \(128 + number)"), "\(result)")
    #expect(result.output.contains("ended"), "\(result)")
  }

  /// The signal may come at any moment of a program's start: then git ends first, and that is no
  /// fault of the common place.
  @Test func `a signal at any moment ends the command as a signal does`() throws {
    let team = try TeamCopies(["here", "there"])
    let here = team[0]
    let script = """
      cd '\(here.path)'
      for time in $(seq 10 3 130); do
        "$DAFTAR" --as huda sync > ../said 2>&1 & command=$!
        sleep 0.$(printf %03d $time)
        kill -HUP $command 2>/dev/null
        wait $command; status=$?
        [ $status = 129 ] || [ $status = 0 ] || { echo "status $status after $time"; cat ../said; }
      done
      """
    let result = try here.register.shell(script)
    #expect(result.output == "", "\(result)")
    try here.done("sync")
  }
}
