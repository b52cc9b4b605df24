/// The points of Curve25519 for which every shared secret is zero.
///
/// The underlying X25519 returns the zero secret without an error, so that these points are
/// refused here: the u-coordinates of order 1, 2, 4 and 8 on the curve and its twist, with their
/// representations above the prime (RFC 7748 §6.1 leaves the check to the caller).
enum LowOrderPoint {
  /// Each has a first byte of its own.
  private static let points: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [
      0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa,
      0xf1, 0x9f, 0xc4, 0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd,
      0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00,
    ],
    [
      0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55,
      0x9c, 0x83, 0xef, 0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86,
      0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57,
    ],
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [0xee] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
  ]

  /// Whether a 32-byte public point is one of them; its highest bit is ignored, as X25519 does.
  static func contains(_ point: [UInt8]) -> Bool {
    guard let match = points.first(where: { $0.first == point.first }), let last = point.last
    else { return false }
    return match.dropLast() == point.dropLast() && match.last == last & 0x7f
  }
}
