/// A ZIP file (APPNOTE 6.3.10) of a whole site, to carry it on a stick.
///
/// Files are stored, not compressed, under one time, so that equal sites are equal archives.
package enum ZipArchive {
  /// The archive of files, sorted by path.
  ///
  /// Its numbers have 16 and 32 bits: 65,535 files of 4 GiB together, far more than any site has.
  package static func bytes(_ files: [SiteFile]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in sorted {
      let name = Array(file.path.utf8)
      let header = header(of: file, name: name)
      let offset = archive.count
      append(0x0403_4B50, 4, to: &archive)
      archive += header + name + file.bytes
      append(0x0201_4B50, 4, to: &directory)
      // Made by version 2.0 on Unix, so that the rights below count.
      append(0x0314, 2, to: &directory)
      directory += header
      for size in [2, 2, 2] { append(0, size, to: &directory) }
      // A regular file, readable by everybody.
      append(0o100_644 << 16, 4, to: &directory)
      append(offset, 4, to: &directory)
      directory += name
    }
    let start = archive.count
    archive += directory
    append(0x0605_4B50, 4, to: &archive)
    for _ in 0..<2 { append(0, 2, to: &archive) }
    for _ in 0..<2 { append(sorted.count, 2, to: &archive) }
    append(directory.count, 4, to: &archive)
    append(start, 4, to: &archive)
    append(0, 2, to: &archive)
    return archive
  }

  /// What the entry and the directory both say of a file.
  private static func header(of file: SiteFile, name: [UInt8]) -> [UInt8] {
    var header: [UInt8] = []
    // Version 2.0; names in UTF-8; stored.
    for number in [20, 0x0800, 0] { append(number, 2, to: &header) }
    // Midnight of 1 January 1980, the first time that the format knows.
    for number in [0, 0x0021] { append(number, 2, to: &header) }
    append(Int(CRC32.of(file.bytes)), 4, to: &header)
    for _ in 0..<2 { append(file.bytes.count, 4, to: &header) }
    for number in [name.count, 0] { append(number, 2, to: &header) }
    return header
  }

  private static func append(_ number: Int, _ size: Int, to bytes: inout [UInt8]) {
    for shift in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
}

/// The check sum of ZIP (ISO 3309, polynomial 0xEDB88320 in reversed order).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in
      sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
  }
}
