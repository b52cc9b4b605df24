import Foundation

/// The built program.
enum Binary {
  /// Whether another program than the one built beside the tests is to be looked at.
  static let isGiven = ProcessInfo.processInfo.environment["DAFTAR_BINARY"]?.isEmpty == false

  /// `DAFTAR_BINARY`, else the one beside the test bundle, else the one that a debug build leaves.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["DAFTAR_BINARY"], !given.isEmpty {
      return given
    }
    let bundle = CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }
    if let beside = bundle?.deletingLastPathComponent().appendingPathComponent("daftar").path,
      FileManager.default.isExecutableFile(atPath: beside)
    {
      return beside
    }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let built = folder.appendingPathComponent(".build/debug/daftar").path
      if FileManager.default.isExecutableFile(atPath: built) { return built }
    }
    return "daftar"
  }()

  /// The variables that every program of a test sees: none from the person who runs the tests.
  static func environment(home: String) -> [String: String] {
    let outside = ProcessInfo.processInfo.environment
    var variables = [
      "HOME": home, "XDG_CONFIG_HOME": home + "/.config", "XDG_CACHE_HOME": home + "/.cache",
      "XDG_DATA_HOME": home + "/.local/share", "XDG_STATE_HOME": home + "/.local/state",
      "TMPDIR": home + "/tmp", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Somebody", "GIT_AUTHOR_EMAIL": "somebody@example.org",
      "GIT_COMMITTER_NAME": "Somebody", "GIT_COMMITTER_EMAIL": "somebody@example.org",
      "GIT_TERMINAL_PROMPT": "0",
      // A build that measures coverage must not leave its counts in the register.
      "LLVM_PROFILE_FILE": outside["LLVM_PROFILE_FILE"] ?? home + "/tmp/%p.profraw",
    ]
    for name in ["PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
      variables[name] = outside[name]
    }
    return variables
  }
}
