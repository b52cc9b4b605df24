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
}
