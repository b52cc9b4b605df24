/// The signature inside a commit object, and the bytes that it covers.
package struct CommitSignature: Equatable, Sendable {
  /// The armoured signature, each line ended by a line feed.
  package let armored: [UInt8]
  /// The commit without its `gpgsig` header.
  package let signedBytes: [UInt8]

  /// Takes the signature out of the bytes of a commit; nil when there is none.
  ///
  /// Only the first `gpgsig` header counts as the signature and only it is taken out, so a second
  /// one makes the verification fail.
  package init?(in commit: [UInt8]) {
    let marker = Array("gpgsig ".utf8)
    var armored: [UInt8] = []
    var signed: [UInt8] = []
    signed.reserveCapacity(commit.count)
    var rest = commit[...]
    var isInside = false
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      if line.count == 1 { break }
      if armored.isEmpty, line.starts(with: marker) {
        isInside = true
        armored += line.dropFirst(marker.count)
      } else if isInside, line.first == 0x20 {
        armored += line.dropFirst()
      } else {
        isInside = false
        signed += line
      }
      rest = rest[end...]
    }
    guard !armored.isEmpty else { return nil }
    self.armored = armored
    signedBytes = signed + rest
  }
}
