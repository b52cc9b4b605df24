import Foundation
import Testing

/// Many processes write one register at the same time.
@Suite(.durability, .builtProgram) struct ManyWritersTests {
  private static let writers = isLongRun ? 8 : 4
  private static let casesEach = isLongRun ? 100 : 4

  @Test func `many writers at once lose no case`() throws {
    let copy = Copy(try TemporaryRegister())
    let before = try copy.git("rev-list --count HEAD").word
    let ids = try inParallel(Self.writers) { writer in
      try (0..<Self.casesEach).map { try copy.new("Writer \(writer), complaint \($0).") }
    }.flatMap(\.self)
    let count = Self.writers * Self.casesEach
    #expect(Set(ids).count == count)
    let files = Set(try copy.caseFiles().compactMap { $0.split(separator: "/").last })
    #expect(files == Set(ids.map { "\($0).md" }.map { $0[...] }))
    let commits = try #require(Int(before))
    #expect(try copy.git("rev-list --count HEAD").word == "\(commits + count)")
    try copy.expectWhole()
  }

  @Test func `many writers of one case lose no note`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let notesEach = isLongRun ? 25 : 4
    _ = try inParallel(4) { writer in
      for note in 0..<notesEach {
        try copy.done("note \(id) --text 'Words \(note) of writer \(writer).'")
      }
    }
    let text = try copy.git("show HEAD:\(copy.register.file(of: id))").output
    for writer in 0..<4 {
      for note in 0..<notesEach {
        #expect(text.contains("\nWords \(note) of writer \(writer).\n"))
      }
    }
    // Written one after the other, so nothing had to be united.
    let numbers = text.split(separator: "\n").filter { $0.hasPrefix("{\"id\":") }.count
    #expect(numbers == 1 + 4 * notesEach)
    try copy.expectWhole()
  }

  @Test func `lists and checks see every step whole while others write`() throws {
    try Self.read(["list", "check"])
  }

  @Test func `a case is shown whole while others write`() throws {
    try Self.read(["show CASE", "show --json CASE", "show --raw CASE"])
  }

  private static func read(_ lines: [String]) throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let rounds = isLongRun ? 60 : 8
    _ = try inParallel(4) { hand in
      for round in 0..<rounds {
        switch hand {
        case 0: try copy.done("note \(id) --text 'Words \(round).'")
        case 1: try copy.new("Complaint \(round).")
        default:
          for line in lines {
            let result = try copy.run(line.replacing("CASE", with: id))
            #expect(result.status == 0 && result.errors == "", "\(result)")
          }
        }
      }
    }
    try copy.expectWhole()
  }
}
