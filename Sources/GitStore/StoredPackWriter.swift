internal import CGit2
internal import Crypto
internal import FileSystem

/// The writer that collects objects in memory and stores them as one pack, as they are.
///
/// They are neither compressed nor compared.
///
/// For what cannot be made smaller, such as sealed files: packing them takes a tenth of the time,
/// and reading them back does not pay for a compression that saved nothing.
///
/// The layout is that of git's pack, version 2 (`gitformat-pack`), with stored blocks (RFC 1951
/// §3.2.4) in the zlib format (RFC 1950).
struct StoredPackWriter: ObjectWriter, ~Copyable {
  private let repository: Repository
  private var pack: [UInt8]
  private var written: Set<ObjectID> = []

  init(for repository: Repository) {
    self.repository = repository
    pack = Array("PACK".utf8)
    pack.append(bigEndian: 2)
    // The number of objects, known at the end.
    pack.append(bigEndian: 0)
  }

  mutating func write(
    _ bytes: [UInt8], as type: git_object_t, path: String
  ) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try attempt("storing \(path.isEmpty ? "an object" : path)") {
      unsafe bytes.withUnsafeBytes { unsafe git_odb_hash(&oid, $0.baseAddress, $0.count, type) }
    }
    let id = ObjectID(oid)
    guard written.insert(id).inserted else { return id }
    pack.appendPackHeader(type: UInt8(type.rawValue), size: bytes.count)
    pack.appendStored(bytes)
    return id
  }

  consuming func finish() throws(GitError) {
    guard !written.isEmpty else { return }
    let doing = "writing a pack of \(written.count) objects"
    guard let count = UInt32(exactly: written.count) else {
      throw GitError(doing, .refused, message: "a pack holds fewer objects")
    }
    pack.replaceSubrange(8..<12, with: count.bigEndianBytes)
    pack.append(contentsOf: Insecure.SHA1.hash(data: pack))
    let folder = try repository.packFolder()
    let indexer = try unsafe Handle<IndexerKind>(doing) { out in
      unsafe git_indexer_new(out, folder, 0, nil, nil)
    }
    var progress = git_indexer_progress()
    let bytes = pack
    try attempt(doing) {
      unsafe bytes.withUnsafeBytes {
        unsafe git_indexer_append(indexer.pointer, $0.baseAddress, $0.count, &progress)
      }
    }
    try attempt(doing) { unsafe git_indexer_commit(indexer.pointer, &progress) }
    UnsyncedWrites.note()
    try attempt(doing) { unsafe git_odb_refresh(repository.objects.pointer) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: UInt32) {
    append(contentsOf: number.bigEndianBytes)
  }

  /// The type and the size of an object: four bits of the size, then seven in each further byte.
  fileprivate mutating func appendPackHeader(type: UInt8, size: Int) {
    var byte = type << 4 | UInt8(size & 15)
    var rest = size >> 4
    while rest > 0 {
      append(byte | 0x80)
      byte = UInt8(rest & 0x7F)
      rest >>= 7
    }
    append(byte)
  }

  /// A zlib stream that holds the bytes as they are.
  fileprivate mutating func appendStored(_ bytes: [UInt8]) {
    append(contentsOf: [0x78, 0x01])
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      append(rest.isEmpty ? 1 : 0)
      for half in [count, ~count] { append(contentsOf: [UInt8(half & 0xFF), UInt8(half >> 8)]) }
      append(contentsOf: block)
    } while !rest.isEmpty
    append(bigEndian: bytes.adler32)
  }

  /// The checksum of a zlib stream (RFC 1950 §8.2).
  private var adler32: UInt32 {
    var (low, high): (UInt32, UInt32) = (1, 0)
    // So many sums of bytes fit into 32 bits before the remainder must be taken.
    let most = 5552
    let bytes = span
    for start in stride(from: 0, to: bytes.count, by: most) {
      for index in start..<Swift.min(start + most, bytes.count) {
        low &+= UInt32(bytes[index])
        high &+= low
      }
      low %= 65521
      high %= 65521
    }
    return high << 16 | low
  }
}

extension UInt32 {
  fileprivate var bigEndianBytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: self >> (24 - 8 * $0)) }
  }
}
