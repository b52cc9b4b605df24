/// The limits of what a YAML document may cost before it is refused.
package struct YAMLLimits: Sendable, Hashable {
  /// The number of collections around the innermost value.
  package var maximumDepth: Int
  /// The size of the document in bytes.
  package var maximumBytes: Int

  package init(maximumDepth: Int = 16, maximumBytes: Int = 1 << 20) {
    self.maximumDepth = maximumDepth
    self.maximumBytes = maximumBytes
  }
}
