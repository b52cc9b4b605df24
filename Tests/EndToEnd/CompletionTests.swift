import Foundation
import Testing

/// What a shell is offered for the word that is being typed.
@Suite struct CompletionTests {
  /// Asks as the completion scripts do: command, option or place of the argument, then all words.
  private func offered(
    _ register: TemporaryRegister, _ command: String, _ argument: String, typed: String,
    words: String
  ) throws -> [String] {
    let all = ["---completion"] + command.split(separator: " ").map(String.init)
    let line = ["daftar"] + words.split(separator: " ").map(String.init)
    let result = try register.run(
      words: all + ["--"] + argument.split(separator: " ").map(String.init)
        + ["\(line.count - 1)", "\(typed.count)"] + line)
    #expect(result.status == 0 && result.errors == "", "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func `ids of cases, by their beginning or that of their second part`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    let all = try offered(register, "show", "positional@0", typed: "", words: "show ")
    #expect(all.contains(id) && all.count > 5, "\(all)")
    let second = String(id.dropFirst(5))
    let short = String(second.prefix(4))
    for typed in [short, short.lowercased()] {
      let found = try offered(
        register, "show", "positional@0", typed: typed, words: "show \(typed)")
      #expect(found == [typed + second.dropFirst(4)], "\(found)")
    }
  }

  @Test func `members, categories and areas of this register`() throws {
    let register = try TemporaryRegister(staged: ())
    let categories = try offered(
      register, "new", "--category", typed: "m", words: "new --category m")
    #expect(categories == ["minor", "major"], "\(categories)")
    let areas = try offered(register, "list", "--area", typed: "A01", words: "list --area A01")
    #expect(areas == ["A01", "A0101"], "\(areas)")
    let members = try offered(register, "assign", "positional@1", typed: "", words: "assign 1 ")
    #expect(members.contains("rana") && members.contains("yara"), "\(members)")
  }

  @Test func `another folder is looked at where the words name one, and none is no error`() throws {
    let register = try TemporaryRegister(staged: ())
    let empty = try TemporaryRegister(empty: ())
    #expect(try offered(empty, "show", "positional@0", typed: "", words: "show ") == [])
    let found = try offered(
      empty, "show", "positional@0", typed: "", words: "-C \(register.path) show ")
    #expect(found.contains(try Stage.registered.id))
  }

  @Test func `nothing is offered that only some may read`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("", "--title", "A name nobody should see")
    let offered = try offered(register, "show", "positional@0", typed: "", words: "show ")
    #expect(offered == [id])
  }

  @Test(
    arguments: [
      (["daftar", "no"], ["note"]), (["daftar", "list", "--area", "A0101"], ["A0101"]),
      (["daftar", "new", "--category", "m"], ["minor", "major"]),
    ])
  func `the script that is installed offers them in bash itself`(
    typed: [String], expected: [String]
  ) throws {
    let register = try TemporaryRegister(staged: ())
    let words = typed.map { "'\($0)'" }.joined(separator: " ")
    let answer = try register.shell(
      """
      cat > ../complete.bash <<'END'
      source <(daftar --generate-completion-script bash)
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      _daftar daftar "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      END
      PATH="$(dirname "$DAFTAR"):$PATH" bash ../complete.bash
      """)
    #expect(answer.status == 0 && answer.errors == "", "\(answer)")
    #expect(answer.output.split(separator: "\n").map(String.init) == expected, "\(answer)")
  }
}
