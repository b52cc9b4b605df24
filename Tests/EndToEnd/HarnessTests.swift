import Foundation
import Testing

@Suite struct HarnessTests {
  @Test func `a prepared register is in order and clean`() throws {
    let register = try TemporaryRegister()
    #expect(try register.done("check").output.contains("everything is in order"))
    #expect(try register.git("log", "--format=%s").lines.last == "register: init")
  }

  @Test func `a command line splits at blanks outside of quotes`() {
    #expect(words("new --text 'two words'  -C ''") == ["new", "--text", "two words", "-C", ""])
  }

  @Test(arguments: ["Durability", "Faults"])
  func `what lies with the tests of durability is left out of the quick run`(folder: String) throws
  {
    let path = Golden.folder + "/" + folder
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    let suites = names.filter { $0.hasSuffix("Tests.swift") }
    #expect(!suites.isEmpty)
    for name in suites {
      let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
      #expect(text.contains("@Suite(.durability"), "\(name)")
    }
  }
}
