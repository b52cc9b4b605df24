import Foundation
import Testing

/// A signal ends `sync` and what it started.
@Suite(.builtProgram) struct StoppedSyncTests {
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
}
