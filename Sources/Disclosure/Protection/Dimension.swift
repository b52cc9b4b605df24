/// A property of cases by which tables may count them.
package enum Dimension: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Category of the case.
  case category
  /// Group of categories.
  case group
  /// Whether the case is a complaint to which the fifteen days apply.
  case complaint
  /// Second level of the area tree.
  case district
  /// First level of the area tree.
  case region
  /// Channel of receipt.
  case channel
  /// Sex of the complainant.
  case sex
  /// Age band of the complainant.
  case age
  /// Age band, reduced to child or adult.
  case adult
  /// Whether a complaint was closed within fifteen days of receipt.
  case timely
  /// How the case ended.
  case outcome
  /// Band of days from receipt to closing.
  case closing
  /// Whether the complainant said afterwards that the answer satisfied them.
  case satisfied
  /// Band of days since receipt, of a case that is open on the last day of a block (R8).
  case ageing

  /// The next coarser dimension that a table may step up to.
  package var coarser: Dimension? {
    switch self {
    case .category: .group
    case .district: .region
    case .age: .adult
    case .group, .complaint, .region, .channel, .sex, .adult, .timely, .outcome, .closing,
      .satisfied,
      .ageing:
      nil
    }
  }

  /// Whether this dimension is the other one or a coarser level of it.
  package func isSameOrCoarser(than other: Dimension) -> Bool {
    self == other || other.coarser.map { isSameOrCoarser(than: $0) } == true
  }

  /// The tables of one or two dimensions that follow from shown ones although none shows them, such as
  /// sex by channel, or groups where categories are shown.
  ///
  /// Two counts may each be none while their sum, one level coarser, is known and small.
  static func unlistedTables(beside tables: [[Dimension]]) -> [[Dimension]] {
    var used = Set(tables.flatMap { $0 })
    var next = Array(used)
    while let dimension = next.popLast() {
      if let coarser = dimension.coarser, used.insert(coarser).inserted { next.append(coarser) }
    }
    let listed = Set(tables.flatMap { table in [table.sorted()] + table.map { [$0] } })
    let sorted = used.sorted()
    let pairs = sorted.flatMap { one in
      sorted.filter { two in
        one < two && !one.isSameOrCoarser(than: two) && !two.isSameOrCoarser(than: one)
      }.map { [one, $0] }
    }
    return (sorted.map { [$0] } + pairs).filter { !listed.contains($0) }
  }

  /// The fields of a record that decide its code.
  package var fields: [Field] {
    switch self {
    case .category, .group, .complaint: [.category]
    case .district, .region: [.area]
    case .channel: [.channel]
    case .sex: [.sex]
    case .age, .adult: [.age]
    case .timely: [.category, .closing]
    case .outcome: [.outcome]
    case .closing: [.closing]
    case .satisfied: [.satisfied]
    case .ageing: [.ageing]
    }
  }

  /// The dimensions from whose cells the headlines of a page are computed: answered in time, median
  /// days, satisfied.
  static let headline: Set<Dimension> = [.timely, .closing, .satisfied]

  package static func < (left: Dimension, right: Dimension) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A stored field of a record; dimensions are computed from fields.
package enum Field: String, Hashable, Sendable, CaseIterable {
  case category, area, channel, sex, age, closing, outcome, satisfied, ageing
}
