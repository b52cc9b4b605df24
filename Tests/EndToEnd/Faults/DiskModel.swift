import Foundation

/// What a power cut leaves of a folder, by the strictest reading of the system's promises.
///
/// Nothing that was written is there but what was brought onto the disk: a file's content by fsync(2)
/// on the file, the names in a folder by fsync(2) on the folder, everything by syncfs(2). A name whose
/// file was never brought there is an empty file.
struct DiskModel {
  /// What stands at a path, from the folder.
  enum Node: Hashable {
    case folder
    case file(Data)
  }

  /// What is on the disk, by path.
  private(set) var nodes: [String: Node]
  private let root: String
  /// Contents that were brought onto the disk, under whatever name.
  private var safe: Set<Data>

  /// Begins with a folder that lay there for long; `root` is its path while the calls were made.
  init(of state: String, root: String) throws {
    self.root = root
    nodes = try Self.nodes(of: state)
    safe = Self.contents(nodes)
  }

  /// Takes one call into account; `state` is the folder as it was before it.
  mutating func take(_ call: FaultyCalls.PathCall, state: @autoclosure () -> String) throws {
    switch call.kind {
    case "syncfs":
      nodes = try Self.nodes(of: state())
      safe.formUnion(Self.contents(nodes))
    case "fsync":
      guard call.path.hasPrefix(root) else { return }
      let path = String(call.path.dropFirst(root.count).drop { $0 == "/" })
      let seen = try Self.nodes(of: state())
      if case .file(let content) = seen[path] {
        safe.insert(content)
        if nodes[path] != nil { nodes[path] = .file(content) }
      } else {
        takeNames(in: path, from: seen)
      }
    default: return
    }
  }

  private mutating func takeNames(in folder: String, from seen: [String: Node]) {
    func isHere(_ path: String) -> Bool {
      (path as NSString).deletingLastPathComponent == folder
    }
    for path in nodes.keys where isHere(path) && seen[path] == nil {
      nodes = nodes.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
    }
    for (path, node) in seen where isHere(path) && nodes[path] != node {
      switch node {
      case .folder: nodes[path] = .folder
      case .file(let content): nodes[path] = .file(safe.contains(content) ? content : Data())
      }
    }
  }

  /// Makes the folder as it would be found after the cut.
  func write(to folder: String) throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: folder)
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, node) in nodes.sorted(by: { $0.key < $1.key }) {
      switch node {
      case .folder:
        try manager.createDirectory(
          atPath: folder + "/" + path, withIntermediateDirectories: true)
      case .file(let content):
        try content.write(to: URL(fileURLWithPath: folder + "/" + path))
      }
    }
  }

  private static func contents(_ nodes: [String: Node]) -> Set<Data> {
    Set(nodes.values.compactMap { if case .file(let content) = $0 { content } else { nil } })
  }

  private static func nodes(of folder: String) throws -> [String: Node] {
    var nodes: [String: Node] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let content = FileManager.default.contents(atPath: folder + "/" + path)
      nodes[path] = content.map(Node.file) ?? .folder
    }
    return nodes
  }
}
