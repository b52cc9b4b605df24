/// The chunks of what arrives, of which the last one is always held back.
///
/// Only the end tells that it is the last.
struct Chunker {
  private let size: Int
  /// What has arrived and not been handed on: at most one chunk.
  private(set) var held: [UInt8] = []

  init(size: Int) { self.size = size }

  /// Hands on every chunk that cannot be the last.
  mutating func push(
    _ bytes: ArraySlice<UInt8>, to body: (ArraySlice<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    var rest = bytes
    while rest.count > size - held.count {
      if held.isEmpty {
        try body(rest.prefix(size))
        rest = rest.dropFirst(size)
      } else {
        let missing = size - held.count
        held += rest.prefix(missing)
        rest = rest.dropFirst(missing)
        try body(held[...])
        held.removeAll(keepingCapacity: true)
      }
    }
    held += rest
  }
}
