import CaseFormat
import CaseModel
import Diagnostics
import Foundation
import GitStore
import Register
import Testing

@Suite struct CaseReferenceTests {
  static let ids = ["2611-5D65-S771", "2611-0P4A-EGFA"].compactMap(CaseID.init(canonical:))

  private func register(_ ids: [CaseID]) throws -> (TemporaryRepository, Register) {
    let place = try TemporaryRepository()
    try place.add(ids)
    return (place, try Register.open(at: place.path))
  }

  private func refusal(of text: String, in register: Register) -> Refusal? {
    #expect(throws: Refusal.self) { _ = try register.caseID(meant: text) }
  }

  @Test(arguments: [
    ("2611-5D65-S771", 0), ("2611 5d65 s77l", 0), ("26115D65S771", 0), ("5D65", 0), ("5d65s77", 0),
    ("26115", 0), ("2611-5D65-S77", 0), ("OP4A", 1), ("٢٦١١٠", 1), ("۲۶۱۱-۰P4A-EGFA", 1),
    ("2611-0P4A-EGFA", 1),
  ])
  func `an id in any form names its case`(text: String, index: Int) throws {
    let (place, register) = try register(Self.ids)
    #expect(try register.caseID(meant: text) == Self.ids[index])
    withExtendedLifetime(place) {}
  }

  @Test(arguments: [
    "2611-5D65-S770", "2611-5D65-S7711", "2611-5D65-7S71", "2611-5D56-S771", "2611-6D65-S771",
    "2611-5D5-S771",
  ])
  func `one slip names the case that may be meant`(text: String) throws {
    let (place, register) = try register(Self.ids)
    let refused = try #require(refusal(of: text, in: register))
    #expect(refused.rule == .caseCheckSymbol)
    #expect(refused.hint.text == "did you mean 2611-5D65-S771?")
    withExtendedLifetime(place) {}
  }

  @Test func `every single slip of every symbol is caught, and never taken for another case`()
    throws
  {
    let (place, register) = try register(Self.ids)
    let symbols = Array("26115D65S771")
    for index in symbols.indices {
      for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != symbols[index] {
        var typed = symbols
        typed[index] = other
        let found = try? register.caseID(meant: String(typed))
        #expect(found == nil, "\(String(typed))")
      }
    }
    withExtendedLifetime(place) {}
  }

  @Test(arguments: ["", "5D6", "x", "2611-AAAA-AAAA", "🙂", "-", "99999999999999999999", "ΩΩΩΩ"])
  func `nothing that is like no case is one`(text: String) throws {
    let (place, register) = try register(Self.ids)
    #expect(refusal(of: text, in: register) != nil)
    withExtendedLifetime(place) {}
  }

  @Test func `what can mean several cases is refused with them`() throws {
    let (place, register) = try register(Self.ids)
    let refused = try #require(refusal(of: "2611", in: register))
    #expect(refused.rule == .caseAmbiguous)
    #expect(
      refused.hint.text.contains("2611-5D65-S771") && refused.hint.text.contains("2611-0P4A-EGFA"))
    withExtendedLifetime(place) {}
  }

  @Test func `a row of the last list names a case, in any digits`() throws {
    let (place, register) = try register(Self.ids)
    #expect(refusal(of: "1", in: register)?.rule == .caseMissing)
    LastList.remember(Self.ids.reversed(), in: place.repository)
    #expect(try register.caseID(meant: "1") == Self.ids[1])
    #expect(try register.caseID(meant: "٢") == Self.ids[0])
    for text in ["0", "3", "-1", "1.5", "00000001"] {
      #expect(refusal(of: text, in: register) != nil, "\(text)")
    }
  }

  @Test func `a row wins over an ambiguous beginning, a beginning over a row that is not there`()
    throws
  {
    let (place, register) = try register(Self.ids)
    LastList.remember(Array(repeating: Self.ids[0], count: 2_611), in: place.repository)
    #expect(try register.caseID(meant: "2611") == Self.ids[0])
    LastList.remember([], in: place.repository)
    #expect(refusal(of: "2611", in: register)?.rule == .caseAmbiguous)
  }

  @Test func `a list of what is gone, or of rubbish, names nothing`() throws {
    let (place, register) = try register([Self.ids[0]])
    LastList.remember([Self.ids[1]], in: place.repository)
    #expect(refusal(of: "1", in: register) != nil)
    try Data([0xFF, 0x0A, 0x00]).write(
      to: URL(fileURLWithPath: place.repository.gitDirectory + "/daftar/last-list"))
    #expect(refusal(of: "1", in: register) != nil)
  }
}
