import CaseModel
import Testing

@testable import Disclosure

/// Closed blocks: frozen, read back, proved again, and refused when anything was changed.
@Suite struct ClosedBlockTests {
  private static let digest: @Sendable ([UInt8]) -> String = { bytes in
    // Any function of the bytes serves: the program takes SHA-256.
    String(
      bytes.reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, byte in
        hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
      })
  }

  private struct Closing {
    let closed: ClosedBlock
    let files: [String: [UInt8]]
    let before: PublicationLedger
  }

  /// Closes every block of two years, each with the stock of open cases at its end.
  private static func closings(seed: UInt64, casesAYear: Int = 200) throws -> [Closing] {
    let all = SyntheticRegister.records(casesAYear: casesAYear, seed: seed)
    let plan = try SyntheticRegister.plan()
    let registrations = all.map { (id: $0.id, registered: $0.registered) }
    let today = CalendarDate(day: 20_500)
    var ledger = PublicationLedger()
    var closings: [Closing] = []
    while let block = Block.due(
      registrations: registrations, after: ledger, plan: plan, on: today)
    {
      let closed = try ClosedBlock.closing(
        block,
        contents: BlockContents(
          records: block.records(of: all, after: ledger), open: open(all, on: block.end),
          book: SyntheticRegister.book,
          sensitiveYears: [
            SensitiveYear(
              year: 2024, complainants: Array(repeating: nil, count: 30), plan: plan)
          ]),
        plan: plan, after: ledger, on: today, seed: seed)
      let proved = try closed.proved(after: ledger, digest: digest)
      var files = try closed.archive
      files[CountsFile.name] = proved.numbers.counts
      closings.append(Closing(closed: closed, files: files, before: ledger))
      ledger = proved.ledger
    }
    return closings
  }

  /// Made once: choosing what to hide takes longest.
  private static let made = Result { try closings(seed: 1) }

  private static func open(_ all: [Record], on day: CalendarDate) -> [Record] {
    all.filter { $0.registered <= day && $0[.closing] == CodeBook.open }.map { record in
      let days = day - record.registered
      let band = CodeBook.ageingBands.first { $0.days.contains(days) }?.code ?? ""
      return Record(
        id: record.id, registered: record.registered, complainant: record.complainant,
        codes: [.ageing: band])
    }
  }

  @Test func `what is frozen is read back whole, and proved to the same bytes`() throws {
    let closings = try Self.made.get()
    try #require(closings.count >= 6)
    for closing in closings {
      let again = try ClosedBlock { closing.files[$0] }
      #expect(try again.archive == closing.files.filter { $0.key != CountsFile.name })
      let proved = try again.proved(after: closing.before, digest: Self.digest)
      #expect(proved.numbers.counts == closing.files[CountsFile.name])
      #expect(proved.numbers.digest == Self.digest(proved.numbers.counts))
      #expect(again.seed == 1 && again.sensitiveYears.first?.value == .published(30))
    }
    // A few of each block stay open: the stock grows into something that can be shown.
    #expect(closings.contains { $0.closed.stock != nil })
    #expect(closings.contains { $0.closed.stock == nil })
  }

  @Test func `a block names its rules, and one that names none was closed under the first`() throws
  {
    let closing = try #require(try Self.made.get().first)
    #expect(closing.closed.rules == .newest)
    func read(_ change: (String) -> String) throws -> ClosedBlock {
      var files = closing.files
      let text = String(decoding: try #require(files[ArchiveFile.block]), as: UTF8.self)
      files[ArchiveFile.block] = Array(change(text).utf8)
      return try ClosedBlock { files[$0] }
    }
    let old = try read {
      $0.replacing("format,2", with: "format,1").replacing("rules,2\n", with: "")
    }
    #expect(old.rules == .first && old.claim(digest: "").rules == .first)
    let again = try #require(try old.archive[ArchiveFile.block])
    #expect(String(decoding: again, as: UTF8.self).hasPrefix("key,value\nformat,1\nfirst-day,"))
    // It hides more than its rules ask, and is sound by them.
    #expect(try old.proved(after: closing.before, digest: Self.digest).ledger.entries.count == 1)
    for (word, other) in [("rules,2", "rules,3"), ("rules,2\n", ""), ("format,2", "format,1")] {
      #expect(throws: ArchiveProblem.self) { try read { $0.replacing(word, with: other) } }
    }
  }

  @Test func `counts are read back as they were written`() throws {
    for closing in try Self.made.get() {
      let bytes = try #require(closing.files[CountsFile.name])
      let rows = try CountsFile.rows(reading: bytes)
      #expect(try CountsFile.bytes(rows) == bytes)
      #expect(rows.allSatisfy { $0.value.number.map { $0 == 0 || $0 >= 5 } ?? true })
    }
  }

  /// Lines of every file, changed or taken away: what they say is proved again.
  @Test func `a change of a closed block is refused`() throws {
    let closing = try #require(try Self.made.get().last)
    var tried = 0
    for (name, bytes) in closing.files.sorted(by: { $0.key < $1.key }) {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      for index in lines.indices where index % 5 == 1 || name == ArchiveFile.block {
        for change in Self.changes(of: lines[index], in: name) {
          var changed = lines
          if let change { changed[index] = change } else { changed.remove(at: index) }
          var files = closing.files
          files[name] = Array((changed.joined(separator: "\n") + "\n").utf8)
          tried += 1
          let isUnnoticed = isUnnoticed(files, closing)
          #expect(!isUnnoticed, "\(name), line \(index + 1): \(change ?? "removed")")
        }
      }
    }
    #expect(tried > 40)
  }

  /// Ways to spoil a line; those that say the same in a proof are left out.
  private static func changes(of line: String, in name: String) -> [String?] {
    switch name {
    // A certificate more or less may leave the proof standing: there only have to be enough.
    case ArchiveFile.certificates: [line + ",x"]
    // The seed decides nothing any more; a code of the book that no case has says the same.
    case ArchiveFile.block:
      // A table that is left out may be left out of the list, too.
      line.hasPrefix("choice")
        ? [line + "9"]
        : ["format,", "first-day", "last-day", "threshold", "width", "closed-on"]
          .contains { line.hasPrefix($0) } ? [nil, line + "9"] : []
    case ArchiveFile.records, ArchiveFile.open: [nil]
    default: [nil, line + "1"]
    }
  }

  /// Whether changed files are proved as if they were the closed block.
  private func isUnnoticed(_ files: [String: [UInt8]], _ closing: Closing) -> Bool {
    guard let closed = try? ClosedBlock(reading: { files[$0] }),
      let proved = try? closed.proved(after: closing.before, digest: Self.digest)
    else { return false }
    return proved.numbers.counts == files[CountsFile.name]
      && proved.numbers.digest == Self.digest(closing.files[CountsFile.name] ?? [])
      && proved.numbers.closedOn == closing.closed.closedOn
  }

  @Test(arguments: [
    ("block.csv", "key,value\n"), ("block.csv", ""), ("counts.csv", "period,table,value,flag\nx\n"),
    ("records.csv", "case\n"), ("certificates.csv", "\u{FFFD}"),
    ("counts.csv", "period,table,value,flag\n2024-Q1,total,-3,\n"),
    ("counts.csv", "period,table,value,flag\n2024-Q1,total,3,c\n"),
    ("counts.csv", "period,table,value,flag\n2024-Q1,channel,3,\n"),
  ])
  func `files that are no closed block are refused, with theCase and line`(
    name: String, text: String
  ) throws {
    let closing = try #require(try Self.made.get().first)
    var files = closing.files
    files[name] = Array(text.utf8)
    #expect(throws: ArchiveProblem.self) { try ClosedBlock { files[$0] } }
    files[name] = nil
    #expect(throws: ArchiveProblem.self) { try ClosedBlock { files[$0] } }
  }

  @Test func `a code that would break a line is refused instead of quoted`() throws {
    var table = ArchiveTable(["a"])
    table.append(["x,y"])
    #expect(throws: ArchiveProblem.self) { try table.bytes(name: "t") }
  }

  @Test func `few open cases are not shown, and many are protected like any table`() throws {
    let plan = try SyntheticRegister.plan()
    let day = SyntheticRegister.start.adding(days: 90)
    func closed(_ bands: [String: Int]) throws -> ClosedBlock {
      let records = SyntheticRegister.records(casesAYear: 100, seed: 1).filter {
        $0.registered <= day
      }
      let open = bands.sorted { $0.key < $1.key }.flatMap { band, count in
        (0..<count).map {
          Record(id: "\(band) \($0)", registered: day, codes: [.ageing: band])
        }
      }
      let block = Block(containing: SyntheticRegister.start, plan: plan)
      return try ClosedBlock.closing(
        block,
        contents: BlockContents(
          records: records, open: open, book: SyntheticRegister.book, sensitiveYears: []),
        plan: plan, after: PublicationLedger(), on: block.closesOn, seed: 1)
    }
    #expect(try closed(["0-15": 9]).stock == nil)
    let many = try closed(["0-15": 30, "16-30": 12, "over-90": 3])
    let stock = try many.proved(after: PublicationLedger(), digest: Self.digest).numbers.stock
    func value(_ band: String) -> PublishedValue? {
      stock?[CellKey(sorted: [.ageing], [band])]
    }
    #expect(stock?[.total] == .published(45))
    #expect(value("0-15") == .published(30))
    #expect(value("over-90") == .hidden)
    // A second one must be hidden, or the total would tell the first; zeros may be hidden with them.
    #expect(stock?.cells(of: [.ageing]).count { $0.value == .hidden } ?? 0 >= 2)
  }

  @Test func `a line of too few sensitive cases is refused however it came there`() throws {
    let closing = try #require(try Self.made.get().first)
    let text = String(decoding: try #require(closing.files["block.csv"]), as: UTF8.self)
    var files = closing.files
    files["block.csv"] = Array(text.replacing("sensitive,2024=30", with: "sensitive,2024=3").utf8)
    let closed = try ClosedBlock { files[$0] }
    #expect(throws: ProofFailure.self) {
      try closed.proved(after: closing.before, digest: Self.digest)
    }
  }

  @Test func `a world that forgets how old a case was at the end is refused`() throws {
    try expectImpossible({ $0[.ageing] == "31-60" }, closing: "0-3", outcome: "answered")
  }

  @Test func `a world that opens a case that was closed by the end is refused`() throws {
    try expectImpossible(
      { $0[.ageing] == "not-measured" && $0[.closing] != "open" }, closing: "open", outcome: "open")
  }

  /// Adds a world to a closed block with stock that changes how one case ended, and expects that the
  /// proof names the case.
  private func expectImpossible(
    _ isChosen: @escaping (Record) -> Bool, closing: String, outcome: String
  ) throws {
    let closings = try Self.made.get().filter { $0.closed.stock != nil }
    let block = try #require(
      closings.first { $0.closed.flows.records.contains(where: isChosen) })
    let record = try #require(block.closed.flows.records.first(where: isChosen))
    var files = block.files
    files[ArchiveFile.certificates]? += Array(
      "flows,999,\(record.id),closing,\(closing)\nflows,999,\(record.id),outcome,\(outcome)\n".utf8)
    let closed = try ClosedBlock { files[$0] }
    let failure = #expect(throws: ProofFailure.self) {
      try closed.proved(after: block.before, digest: Self.digest)
    }
    #expect(
      failure?.findings.contains { finding in
        if case .impossibleWorld(_, let id) = finding { id == record.id } else { false }
      } == true)
  }
}
