import Foundation
import Testing

/// The calls by which a command changes a disk or starts a program: counted, and spoilt one by one.
///
/// A small library in C is loaded before the system's own; see `faulty-calls.c`.
enum FaultyCalls {
  /// What happens at the n-th call.
  enum Fault: String, CaseIterable, Sendable {
    /// The call fails: the disk is full, or cannot be written.
    case fail
    /// The process is killed before the call.
    case kill
    /// Another command takes a step before the call, as far as it gets.
    case beside
  }

  /// One call of a command.
  struct Call: Sendable, Hashable {
    /// open, write, fsync, syncfs, truncate, rename, link, unlink, mkdir, rmdir, chmod, spawn.
    let kind: String
    /// What lies at the path.
    let place: String
  }

  /// One call, with the path that it was made on.
  struct PathCall: Sendable {
    let number: Int
    let kind: String
    let path: String
  }

  /// The library, compiled once; nil where there is no C compiler.
  static let library: String? = {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("faulty-calls.c").path
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    let result = folder + "/daftar-faulty-\(ProcessInfo.processInfo.processIdentifier).so"
    let done = try? Execution.run(
      "/usr/bin/env", ["cc", "-shared", "-fPIC", "-O1", "-o", result, source, "-ldl"],
      in: "/", environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"], scratch: folder)
    guard done?.status == 0 else { return nil }
    atexit { if let library = FaultyCalls.library { unsafe unlink(library) } }
    return result
  }()

  /// The variables that make a command count its calls below a folder, and spoil one of them.
  static func variables(
    under folder: String, log: String, at number: Int?, _ fault: Fault?, beside script: String
  ) -> [String: String] {
    var variables = [
      "LD_PRELOAD": library ?? "",
      "FAULT_UNDER": folder + "/register:" + folder + "/common.git:/usr/bin/", "FAULT_LOG": log,
      "FAULT_BESIDE": script,
    ]
    variables["FAULT_AT"] = number.map(String.init)
    variables["FAULT_HOW"] = fault?.rawValue
    return variables
  }

  /// The calls that a log lists, by their numbers.
  static func calls(in log: String) -> [Int: Call] {
    pathCalls(in: log).reduce(into: [:]) {
      $0[$1.number] = Call(kind: $1.kind, place: place(of: $1.path))
    }
  }

  /// The same with their paths, in order.
  static func pathCalls(in log: String) -> [PathCall] {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let number = Int(parts[0]) else { return nil }
      return PathCall(number: number, kind: parts[1], path: parts[2])
    }
  }

  /// The class of a path: which part of a register it belongs to.
  private static func place(of path: String) -> String {
    let classes = [
      ("/daftar/vault", "vault"), ("/daftar/", "state"), ("/objects/pack", "pack"),
      ("/objects", "object"), ("/refs/", "reference"), ("/packed-refs", "reference"),
      ("/logs", "log"), ("/index", "index"), ("/.git/", "git"), ("/usr/", "program"),
    ]
    return classes.first { path.contains($0.0) }?.1 ?? "file"
  }
}
