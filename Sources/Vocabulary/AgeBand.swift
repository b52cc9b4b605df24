/// The bands in which ages are recorded, such as `18-59` and `60+`.
package enum AgeBand {
  /// The band of an age in whole years; nil for what is no age, or when no band holds it.
  package static func code(ofYears text: String, in bands: [String]) -> String? {
    guard text.count <= 3, text.allSatisfy({ ("0"..."9").contains($0) }), let years = Int(text)
    else { return nil }
    return bands.first { range(of: $0)?.contains(years) == true }
  }

  private static func range(of band: String) -> ClosedRange<Int>? {
    if band.hasSuffix("+") { return Int(band.dropLast()).flatMap { $0 <= 130 ? $0...130 : nil } }
    let ends = band.split(separator: "-").map { Int($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
    return low...high
  }
}
