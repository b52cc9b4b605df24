extension Tree {
  /// The order of a tree object: by bytes, a folder as if its name ended with a slash.
  static func precedes(
    _ left: ArraySlice<UInt8>, _ leftIsFolder: Bool,
    _ right: ArraySlice<UInt8>, _ rightIsFolder: Bool
  ) -> Bool {
    let shared = min(left.count, right.count)
    for offset in 0..<shared {
      let (one, other) = (left[left.startIndex + offset], right[right.startIndex + offset])
      if one != other { return one < other }
    }
    return end(left, leftIsFolder, at: shared) < end(right, rightIsFolder, at: shared)
  }

  /// The byte at a place that may be just behind the name.
  private static func end(_ name: ArraySlice<UInt8>, _ isFolder: Bool, at offset: Int) -> UInt8 {
    if offset < name.count { return name[name.startIndex + offset] }
    return isFolder ? UInt8(ascii: "/") : 0
  }
}
