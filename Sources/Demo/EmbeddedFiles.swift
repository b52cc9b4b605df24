internal import CEmbedded
package import SiteTemplate

/// The files inside the binary: the site template and the sample register.
package enum EmbeddedFiles {
  /// The profiles of deadlines that this version brings along.
  package static let profiles = ["acted15"]

  /// The content of a file by its path from the top of the project, such as `cases/targets.yml`.
  package static func content(_ path: String) -> [UInt8]? { all[path] }

  /// The paths below a folder, sorted.
  package static func paths(below folder: String) -> [String] {
    all.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
  }

  /// The files of the site template, under a register's own.
  package static var siteTemplate: TemplateSource.Layer {
    let names = paths(below: "site-template").map { String($0.dropFirst("site-template/".count)) }
    let files = names.map { ($0, content("site-template/" + $0) ?? []) }
    return TemplateSource.Layer(
      name: "built-in site-template", files: Dictionary(uniqueKeysWithValues: files))
  }

  /// The files of the sample register: its cases and configuration, and its own site template.
  package static var sample: [(path: String, content: [UInt8])] {
    let own = "Sources/SampleRegister/"
    return (paths(below: "cases") + paths(below: own + "site-template")).compactMap { path in
      content(path).map { content in
        (path: path.hasPrefix(own) ? String(path.dropFirst(own.count)) : path, content: content)
      }
    }
  }

  private static let all: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for index in 0..<Int(daftar_embedded_count) {
      let entry = unsafe daftar_embedded(index)
      guard let path = unsafe entry.path, let bytes = unsafe entry.bytes else { continue }
      files[unsafe String(cString: path)] = unsafe Array(
        UnsafeBufferPointer(start: bytes, count: Int(entry.count)))
    }
    return files
  }()
}
