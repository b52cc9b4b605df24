internal import CGit2
internal import Text

/// The SHA-1 name of a git object: 20 bytes.
package struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  // Big-endian words, so that comparing words is comparing bytes.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt32

  /// Number of bytes of an object name.
  package static let byteCount = 20

  /// Reads 40 hexadecimal digits, of either case; anything else is nil.
  package init?(hex: String) {
    guard let id = Self(hexDigits: hex.utf8) else { return nil }
    self = id
  }

  /// Reads 20 raw bytes; any other count is nil.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var iterator = bytes.makeIterator()
    self.init { iterator.next() ?? 0 }
  }

  /// Computes the name a blob of these bytes would have, without writing it.
  package static func ofBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
    try Library.start()
    return try of(bytes, as: GIT_OBJECT_BLOB)
  }

  static func of(_ bytes: [UInt8], as type: git_object_t) throws(GitError) -> ObjectID {
    var id = git_oid()
    try attempt("hashing an object") {
      unsafe bytes.withUnsafeBytes {
        unsafe git_odb_hash(&id, $0.baseAddress, $0.count, type)
      }
    }
    return ObjectID(id)
  }

  /// The 20 bytes.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(Self.byteCount)
    for shift in stride(from: 56, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: first >> UInt64(shift)))
    }
    for shift in stride(from: 56, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: second >> UInt64(shift)))
    }
    for shift in stride(from: 24, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: third >> UInt32(shift)))
    }
    return result
  }

  /// 40 lower-case hexadecimal digits.
  package var hex: String { Hexadecimal.text(bytes) }

  /// 40 lower-case hexadecimal digits.
  package var description: String { hex }

  /// Orders by bytes, which is also the order of the hexadecimal form.
  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.first, left.second, left.third) < (right.first, right.second, right.third)
  }
}

extension ObjectID {
  /// Reads 40 hexadecimal digits from bytes.
  init?(hexDigits: some Collection<UInt8>) {
    // A long history has many names in it: nothing is allocated on the way.
    var (words, count): ((UInt64, UInt64, UInt32), Int) = ((0, 0, 0), 0)
    for digit in hexDigits {
      guard let value = Hexadecimal.value(of: digit) else { return nil }
      switch count {
      case ..<16: words.0 = words.0 << 4 | UInt64(value)
      case ..<32: words.1 = words.1 << 4 | UInt64(value)
      case ..<(2 * Self.byteCount): words.2 = words.2 << 4 | UInt32(value)
      default: return nil
      }
      count += 1
    }
    guard count == 2 * Self.byteCount else { return nil }
    (first, second, third) = words
  }

  /// Takes 20 bytes one after the other.
  init(_ next: () -> UInt8) {
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for _ in 0..<8 { words.0 = words.0 << 8 | UInt64(next()) }
    for _ in 0..<8 { words.1 = words.1 << 8 | UInt64(next()) }
    for _ in 0..<4 { words.2 = words.2 << 8 | UInt32(next()) }
    (first, second, third) = words
  }

  init(_ oid: git_oid) {
    self = unsafe withUnsafeBytes(of: oid.id) { unsafe ObjectID(storedIn: $0, at: 0) }
  }

  /// Loads a name from 20 bytes of a buffer; the caller has checked that they exist.
  init(storedIn buffer: UnsafeRawBufferPointer, at offset: Int) {
    first = unsafe UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    second = unsafe UInt64(
      bigEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
    third = unsafe UInt32(
      bigEndian: buffer.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self))
  }

  var oid: git_oid {
    var result = git_oid()
    unsafe withUnsafeMutableBytes(of: &result.id) { buffer in
      unsafe buffer.storeBytes(of: first.bigEndian, toByteOffset: 0, as: UInt64.self)
      unsafe buffer.storeBytes(of: second.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe buffer.storeBytes(of: third.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return result
  }
}
