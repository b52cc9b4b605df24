internal import FoundationEssentials

/// Files of git that name a commit or a branch; a power cut may leave one empty or with zeros.
package enum LooseReference {
  /// Whether a file is there and names nothing.
  static func isDamaged(_ file: String) -> Bool {
    guard let text = text(of: file) else { return false }
    return !isName(text) && !text.hasPrefix("ref: refs/")
  }

  package static func text(of file: String) -> String? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder,
      let data = FileManager.default.contents(atPath: file)
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private static func isName(_ text: String) -> Bool {
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
    return digits.count == 40
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The damaged ones below a folder of references.
  package static func damaged(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
      .filter { !$0.hasSuffix(".lock") && isDamaged($0) }
  }

  /// Puts a damaged file aside, where nothing looks for references.
  package static func putAside(_ file: String, in gitDirectory: String) throws {
    let place = try placeAside(of: file, in: gitDirectory)
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.moveItem(atPath: file, toPath: place)
  }

  /// Where a damaged file is put aside; the folder is made.
  package static func placeAside(of file: String, in gitDirectory: String) throws -> String {
    let folder = gitDirectory + "/daftar/damaged"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder + "/" + file.dropFirst(gitDirectory.count + 1).replacing("/", with: "-")
  }
}
