import Disclosure
internal import Text

/// The folder `data/<period>/` of a closed block.
struct BlockFolder {
  /// One file of the folder, with what catalogues say of it.
  struct Entry {
    let name: String
    let mediaType: String
    let bytes: [UInt8]
    let digest: String
  }

  /// The block.
  let block: BlockNumbers
  /// The tables: `counts.csv`, and the same for HXL.
  let tables: [Entry]
  /// All files, sorted by path.
  let files: [SiteFile]

  /// Where the folder is, relative to the folder of the site.
  static func path(_ block: BlockNumbers) -> String { "data/\(block.period)/" }

  init(of block: BlockNumbers, in data: OpenData) {
    func entry(_ name: String, _ mediaType: String, _ bytes: [UInt8]) -> Entry {
      Entry(name: name, mediaType: mediaType, bytes: bytes, digest: data.sha256(bytes))
    }
    let counts = entry(CountsFile.name, "text/csv", block.counts)
    let hxl = entry("counts.hxl.csv", "text/csv", HXLCounts.bytes(block))
    let columns = DataColumn.counts(CountRow.dimensions(of: block.rows))
    let package = entry(
      "datapackage.json", "application/json", data.package(block, counts, columns).file)
    let metadata = entry(
      "counts.csv-metadata.json", "application/csvm+json",
      data.tableMetadata(block, columns).file)

    let entries = [counts, metadata, hxl, package]
    // Two spaces as `sha256sum --check` reads them.
    let sums = entries.map { "\($0.digest)  \($0.name)\n" }.joined()
    self.block = block
    tables = [counts, hxl]
    let folder = Self.path(block)
    files =
      (entries.map { SiteFile(path: folder + $0.name, bytes: $0.bytes) }
      + [SiteFile(path: folder + "SHA256SUMS", bytes: Array(sums.utf8))])
      .sorted { $0.path < $1.path }
  }
}
