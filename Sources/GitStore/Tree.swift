/// A tree object taken apart: what one folder holds (git's `gitformat-pack`, "tree").
///
/// Working on the bytes is many times faster than one call into libgit2 for each entry, and names
/// stay bytes until somebody asks for text.
struct Tree {
  struct Item {
    /// Where the item begins in `bytes`.
    let start: Int
    let mode: UInt32
    /// Where the name is in `bytes`.
    let name: Range<Int>
    let id: ObjectID

    /// Where the item is in `bytes`, mode and object name included.
    var extent: Range<Int> { start..<name.upperBound + 1 + ObjectID.byteCount }
    var isFolder: Bool { mode & 0o170000 == 0o040000 }
  }

  let bytes: [UInt8]
  let items: [Item]

  static let empty = Tree(bytes: [], items: [])

  func name(_ item: Item) -> ArraySlice<UInt8> { bytes[item.name] }

  func item(named name: ArraySlice<UInt8>) -> Item? {
    items.first { $0.name.count == name.count && bytes[$0.name] == name }
  }
}

extension Tree {
  /// Takes the bytes apart; nil when they are not a tree.
  init?(parsing buffer: UnsafeRawBufferPointer) {
    var items: [Item] = []
    // Most names are file names: mode, space, some 20 bytes, zero, object name.
    items.reserveCapacity(buffer.count / 48 + 4)
    var position = 0
    while position < buffer.count {
      guard let item = unsafe Self.item(in: buffer, at: position) else { return nil }
      items.append(item)
      position = item.extent.upperBound
    }
    self.items = items
    bytes = unsafe [UInt8](buffer)
  }

  private static func item(in buffer: UnsafeRawBufferPointer, at start: Int) -> Item? {
    var position = start
    var mode: UInt32 = 0
    // At most seven octal digits: the value cannot overflow.
    while position < buffer.count, position - start < 7,
      case let digit = unsafe buffer[position], digit &- 0x30 < 8
    {
      mode = mode << 3 | UInt32(digit &- 0x30)
      position += 1
    }
    guard position > start, position < buffer.count, unsafe buffer[position] == 0x20 else {
      return nil
    }
    let nameStart = position + 1
    position = nameStart
    while position < buffer.count, unsafe buffer[position] != 0 { position += 1 }
    guard position > nameStart, buffer.count - position > ObjectID.byteCount else {
      return nil
    }
    return Item(
      start: start, mode: mode, name: nameStart..<position,
      id: unsafe ObjectID(storedIn: buffer, at: position + 1))
  }
}
