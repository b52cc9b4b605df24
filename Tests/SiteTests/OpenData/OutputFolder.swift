import FoundationEssentials
import Site
import SiteTemplate

/// Files of a site in a temporary folder, for other programs to judge.
struct OutputFolder: ~Copyable {
  let path: String

  init(_ files: [SiteFile]) throws {
    path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    for file in files {
      let url = URL(filePath: path + "/" + file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
