internal import CaseModel

/// What each record may become in a world, where its age and the time until its closing bind each
/// other.
struct RecordLimits {
  /// For each record the number of its kind; records of one kind have the same limits.
  let kinds: [Int]
  /// How many kinds there are.
  let count: Int
  /// For each kind, part and class whether it can be.
  private let isAllowed: [[[Bool]]]
  /// For each kind, part and class the codes that it has there; nil where it cannot be.
  private let codes: [[[PartClasses.Codes?]]]

  /// What decides the limits of a record.
  private struct Kind: Hashable {
    let age: String
    let closing: String
    let isOpen: Bool
    let registered: CalendarDate?
  }

  /// - Parameters:
  ///   - records: The records.
  ///   - classes: For each part and class all codes in it, those first that should stand for it.
  ///   - days: Those by which age and ending bind each other.
  init(_ records: [Record], classes: [[[PartClasses.Codes]]], days: BlockDays) {
    // Only one of the two has several classes: that of the tables.
    let agesChange = classes[Part.ageing.rawValue].count > 1
    let isStockShown = records.showStock
    var numbers: [Kind: Int] = [:]
    var codes: [[[PartClasses.Codes?]]] = []
    kinds = records.map { record in
      let kind = Kind(
        age: agesChange && !record.isYoungerThanRegistered(on: days) ? "" : record[.ageing],
        closing: agesChange ? record[.closing] : "",
        isOpen: record[.closing] == CodeBook.open, registered: agesChange ? record.registered : nil)
      if let number = numbers[kind] { return number }
      let number = numbers.count
      numbers[kind] = number
      codes.append(
        classes.map { values in
          values.map { members in
            members.first { assigned in
              var next = record
              for (field, code) in assigned { next[field] = code }
              return record.mayBecome(next, on: days, besideStock: isStockShown)
            }
          }
        })
      return number
    }
    count = numbers.count
    self.codes = codes
    isAllowed = codes.map { parts in parts.map { values in values.map { $0 != nil } } }
  }

  /// Whether a part of a record may have the value of a class.
  func allows(_ record: Int, _ part: Int, _ value: Int) -> Bool {
    isAllowed[kinds[record]][part][value]
  }

  /// The codes that a record has in a class of a part: the first of the class that it can have.
  func codes(_ record: Int, _ part: Int, _ value: Int) -> PartClasses.Codes? {
    codes[kinds[record]][part][value]
  }
}

extension [Record] {
  /// Whether the records tell which cases were open on the last day, because that is shown too.
  var showStock: Bool { contains { $0[.ageing] != CodeBook.notMeasured } }
}
