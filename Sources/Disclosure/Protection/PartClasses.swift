internal import CaseModel

/// The classes that the tables tell apart among the codes of each part of a record.
struct PartClasses {
  /// The codes of the fields of one part.
  typealias Codes = [(field: Field, code: String)]

  /// For each part and class all codes in it; a record takes the first that it can have.
  let members: [[[Codes]]]
  /// For each record the class of each part.
  let states: [Int]
  private let probe: Record

  init(dimensions: [Dimension], records: [Record], book: CodeBook) {
    // A complaint that was closed in time: a change of either makes a difference to timeliness.
    let probe = Record(
      id: "", registered: CalendarDate(day: 0),
      codes: [
        .category: book.complaintKinds.min() ?? CodeBook.unknown, .closing: "0-3",
        .outcome: "answered",
      ])
    self.probe = probe
    var members: [[[Codes]]] = []
    var lookups: [[[String]: Int]] = []
    for part in Part.allCases {
      let concerned = dimensions.filter { $0.fields.contains { Part($0) == part } }
      var classes: [[Codes]] = []
      var bySignature: [[String]: Int] = [:]
      var byCodes: [[String]: Int] = [:]
      for codes in Self.values(of: part, records, book) {
        let assigned = Array(zip(part.fields, codes).map { (field: $0.0, code: $0.1) })
        let record = Self.assigning(assigned, to: probe)
        let signature = concerned.map { record.code($0, in: book) }
        let index = bySignature[signature] ?? classes.count
        if index == classes.count { classes.append([]) }
        classes[index].append(assigned)
        bySignature[signature] = index
        byCodes[codes] = index
      }
      members.append(classes)
      lookups.append(byCodes)
    }
    self.members = members
    states = records.flatMap { record in
      Part.allCases.map { part in lookups[part.rawValue][part.fields.map { record[$0] }] ?? 0 }
    }
  }

  /// The axis of a dimension over the classes of the one or two parts that decide it.
  func axis(_ dimension: Dimension, _ book: CodeBook) -> CellSystem.Axis {
    let parts = Set(dimension.fields.map { Part($0).rawValue }).sorted()
    let first = parts[0]
    let second = parts.count > 1 ? parts[1] : nil
    // The codes of a class give the same cells: any of them tells which.
    let secondClasses = second.map { members[$0].map { $0[0] } } ?? [[]]
    let codes = members[first].map { $0[0] }.flatMap { one in
      secondClasses.map { two in
        Self.assigning(one + two, to: probe).code(dimension, in: book)
      }
    }
    let sorted = Set(codes).sorted()
    let position = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    return CellSystem.Axis(
      dimension: dimension, codes: sorted, first: first, second: second,
      indexes: codes.map { position[$0] ?? 0 }, secondCount: secondClasses.count)
  }

  private static func assigning(_ codes: Codes, to record: Record) -> Record {
    var next = record
    for (field, code) in codes { next[field] = code }
    return next
  }

  /// All combinations of codes that a part may hold, in the order of its fields.
  private static func values(
    of part: Part, _ records: [Record], _ book: CodeBook
  ) -> [[String]] {
    guard part == .ending else {
      return part.fields.flatMap { book.codes(of: $0, seenIn: records).map { [$0] } }
    }
    let outcomes = book.codes(of: .outcome, seenIn: records)
    // The longest first: it fits most cases that were open at the end of the block. Those that were too
    // young for it take the next one, or are open still.
    let bands = CodeBook.closingBands.map(\.code)
    let closings = book.codes(of: .closing, seenIn: records).sorted {
      (bands.firstIndex(of: $0) ?? -1, $0) > (bands.firstIndex(of: $1) ?? -1, $1)
    }
    return closings.flatMap { closing in
      outcomes.filter { ($0 == CodeBook.open) == (closing == CodeBook.open) }
        .map { [closing, $0] }
    }
  }
}
