/// The sizes to which entries are filled up, so that a size says little about what is inside.
enum PaddedSize {
  static let smallest = 2048
  private static let largestPowerOfTwo = 65536

  /// Returns the smallest padded size that holds so many bytes.
  ///
  /// Powers of two up to 64 KiB; above, Padmé (Nikitin et al. 2019): a size keeps as many leading
  /// bits as its exponent has, the rest is rounded up; the filling stays below 4 percent.
  static func holding(_ count: Int) -> Int {
    guard count > largestPowerOfTwo else {
      var size = smallest
      while size < count { size *= 2 }
      return size
    }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    let keptBits = Int.bitWidth - exponent.leadingZeroBitCount
    let unit = 1 << (exponent - keptBits)
    return (count + unit - 1) / unit * unit
  }
}
