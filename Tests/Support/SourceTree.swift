internal import Foundation

/// The files of the project that a test reads: the sources themselves, and fixtures.
package enum SourceTree {
  /// The project's folder.
  package static let root: String = {
    // …/Tests/Support/SourceTree.swift
    var path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    path.removeLast(3)
    return path.joined(separator: "/")
  }()

  /// Returns the paths of all Swift files below a folder of the project, sorted.
  package static func swiftFiles(below folder: String) throws -> [String] {
    // A folder may be a symbolic link; `subpathsOfDirectory` does not follow one by itself.
    let base = URL(fileURLWithPath: root + "/" + folder).resolvingSymlinksInPath().path
    return try FileManager.default.subpathsOfDirectory(atPath: base)
      .filter { $0.hasSuffix(".swift") }.sorted().map { base + "/" + $0 }
  }

  /// Returns the names of the folders directly inside a folder of the project, sorted.
  package static func folders(in folder: String) throws -> [String] {
    let base = URL(fileURLWithPath: root + "/" + folder).resolvingSymlinksInPath().path
    return try FileManager.default.contentsOfDirectory(atPath: base).sorted().filter { name in
      var isFolder: ObjCBool = false
      let exists = unsafe FileManager.default.fileExists(
        atPath: base + "/" + name, isDirectory: &isFolder)
      return exists && isFolder.boolValue
    }
  }

  /// Returns a file's text.
  package static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Returns a file's bytes; nil when there is no such file.
  package static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }
}
