/// What a commit says.
package struct CommitRecord: Sendable {
  /// The name of the commit.
  package let id: ObjectID
  /// The name of its top folder.
  package let tree: ObjectID
  /// Its parents, in order.
  package let parents: [ObjectID]
  /// Who did it, and when.
  package let author: Signature
  /// Who recorded it, and when.
  package let committer: Signature
  /// The message, without anything repaired when `isWellFormed`; else bytes that are not UTF-8 are
  /// shown as U+FFFD.
  package let message: String
  /// False when a field is missing or malformed, or the commit is not UTF-8.
  package let isWellFormed: Bool
}

extension CommitRecord {
  /// Reads the bytes of a commit object; nil without a tree, or with a parent that is no name.
  package init?(id: ObjectID, bytes: [UInt8]) {
    let end = Self.endOfHeader(bytes)
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var people: [String: Signature] = [:]
    for line in bytes[..<end].split(separator: UInt8(ascii: "\n")) {
      guard let space = line.firstIndex(of: 0x20) else { continue }
      let value = line[(space + 1)...]
      switch String(decoding: line[..<space], as: UTF8.self) {
      case "tree" where tree == nil:
        tree = ObjectID(hexDigits: value)
      case "parent":
        guard let parent = ObjectID(hexDigits: value) else { return nil }
        parents.append(parent)
      case let role where (role == "author" || role == "committer") && people[role] == nil:
        people[role] = Signature(commitLine: value)
      default:
        continue
      }
    }
    guard let tree else { return nil }
    let unknown = Signature(name: "", email: "", seconds: 0)
    self.id = id
    self.tree = tree
    self.parents = parents
    author = people["author"] ?? unknown
    committer = people["committer"] ?? unknown
    message = String(decoding: bytes[min(end + 2, bytes.count)...], as: UTF8.self)
    isWellFormed =
      people["author"] != nil && people["committer"] != nil && end < bytes.count
      && String(validating: bytes, as: UTF8.self) != nil
  }

  /// The position of the first empty line's line feed before it.
  private static func endOfHeader(_ bytes: [UInt8]) -> Int {
    var position = 0
    while position + 1 < bytes.count {
      if bytes[position] == 0x0A, bytes[position + 1] == 0x0A { return position }
      position += 1
    }
    return bytes.count
  }
}

extension Signature {
  /// Reads `NAME <EMAIL> SECONDS +HHMM`; nil when a part is missing.
  init?(commitLine line: ArraySlice<UInt8>) {
    guard let open = line.firstIndex(of: UInt8(ascii: "<")),
      let close = line[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let time = line[(close + 1)...].split(separator: 0x20)
    guard time.count == 2, let seconds = Int64(String(decoding: time[0], as: UTF8.self)),
      let zone = Int(String(decoding: time[1], as: UTF8.self)), time[1].count == 5,
      abs(zone) < 10_000
    else { return nil }
    var name = line[..<open]
    if name.last == 0x20 { name.removeLast() }
    self.init(
      name: String(decoding: name, as: UTF8.self),
      email: String(decoding: line[(open + 1)..<close], as: UTF8.self),
      seconds: seconds, offsetMinutes: zone / 100 * 60 + zone % 100)
  }
}
