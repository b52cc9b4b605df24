/// Whole-number arithmetic for charts, so that a chart is the same bytes on every machine.
package enum ChartScale {
  /// Value axis marks from 0: at most five, in steps of 1, 2 or 5 times a power of ten.
  package static func ticks(upTo largest: Int) -> [Int] {
    let largest = max(1, largest)
    var step = 1
    var power = 1
    let factors = [1, 2, 5]
    var index = 0
    while step < largest && largest / step + (largest % step == 0 ? 0 : 1) > 4 {
      index += 1
      if index == factors.count {
        index = 0
        let (next, overflow) = power.multipliedReportingOverflow(by: 10)
        guard !overflow else { return [0, largest] }
        power = next
      }
      let (next, overflow) = power.multipliedReportingOverflow(by: factors[index])
      guard !overflow else { return [0, largest] }
      step = next
    }
    var ticks = [0]
    var last = 0
    while last < largest {
      let (next, overflow) = last.addingReportingOverflow(step)
      guard !overflow else { break }
      ticks.append(next)
      last = next
    }
    return ticks
  }

  /// `length` × `part` ÷ `whole`, rounded down; 0 for an empty whole.
  package static func scaled(_ part: Int, of whole: Int, to length: Int) -> Int {
    guard whole > 0, part > 0 else { return 0 }
    let part = min(part, whole)
    let product = part.multipliedFullWidth(by: length)
    return whole.dividingFullWidth(product).quotient
  }

  /// Hundredths as a decimal number without needless zeros: 1250 → `12.5`.
  static func decimal(_ hundredths: Int) -> String {
    let sign = hundredths < 0 ? "-" : ""
    let whole = hundredths.magnitude / 100
    let rest = hundredths.magnitude % 100
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
