internal import PersonalData
package import CaseModel
package import Diagnostics
internal import Text

/// The rules of single fields of `cases/*.yml`, asked at every door by which a value comes in.
///
/// What is in force stays readable, whatever an older program let in: reading a register asks none
/// of this, so that a wrong value can always be mended.
package struct FieldRules {
  private let path: String
  private var findings: [Diagnostic] = []
  /// The ids of the team, for the fields that name somebody of it.
  private var members: Set<String> = []
  private let today: CalendarDate

  /// The findings of one file, in the order of its lines; none for a file that cannot be read.
  package static func findings(
    in bytes: [UInt8], path: String, today: CalendarDate
  ) -> [Diagnostic] {
    var rules = FieldRules(path: path, today: today)
    do throws(Diagnostic) {
      let root = try YAMLNode.parse(bytes, path: path)
      for member in root["members"]?.items ?? [] {
        if let id = member.text("id") { rules.members.insert(id) }
      }
      rules.look(at: root)
      if path == "cases/targets.yml" { rules.checkTargets(of: root) }
    } catch {
      return []
    }
    return rules.findings
  }

  /// The findings of an edited file that the one in force does not have already.
  package static func newFindings(
    in bytes: [UInt8], since old: [UInt8]?, path: String, today: CalendarDate
  ) -> [Diagnostic] {
    let known = Set((old.map { findings(in: $0, path: path, today: today) } ?? []).map(\.message))
    return findings(in: bytes, path: path, today: today).filter { !known.contains($0.message) }
  }

  private init(path: String, today: CalendarDate) {
    self.path = path
    self.today = today
  }

  private mutating func look(at node: YAMLNode) {
    for item in node.items ?? [] { look(at: item) }
    for pair in node.pairs ?? [] {
      let key = pair.key.text ?? ""
      if let text = pair.value.text { check(text, key, pair.value) }
      checkList(key, pair.value)
      look(at: pair.value)
    }
    guard let text = node.text else { return }
    if let scalar = text.unicodeScalars.first(where: isUnprintable) {
      add(
        "config.character", node,
        "the character \(codePoint(scalar.value)) is written here, which nobody sees",
        "write the text again without it")
    }
  }

  private mutating func check(_ text: String, _ key: String, _ node: YAMLNode) {
    switch (path, key) {
    case ("cases/team.yml", "name"):
      guard let problem = AuthorText.problem(ofName: text) else { return }
      add(
        "team.name", node, "the name “\(text)” cannot stand in the history: \(problem)", Self.name)
    case ("cases/team.yml", "email"):
      guard let problem = MailAddress.problem(text) else { return }
      add("team.email", node, "“\(text)” is no e-mail address: \(problem)", Self.email)
    case ("cases/team.yml", "phone"):
      guard PhoneNumber.all(in: text).isEmpty else { return }
      add(
        "team.phone", node, "“\(text)” is no telephone number",
        "write the number with its digits, or leave the line out")
    case ("cases/calendar.yml", "date"), ("cases/calendar.yml", "from"),
      ("cases/calendar.yml", "to"):
      checkDay(text, node)
    case (_, "code"):
      guard let problem = Self.problem(ofCode: text) else { return }
      add(
        "config.code", node, "“\(text)” cannot be a code: \(problem)",
        "use a short word without spaces, such as upper-valley")
    default: break
    }
  }

  private mutating func checkList(_ key: String, _ node: YAMLNode) {
    let texts = node.items ?? (node.text != nil ? [node] : [])
    switch (path, key) {
    case ("cases/team.yml", "deputies"):
      for item in texts {
        guard let id = item.text, !members.contains(id) else { continue }
        add(
          "team.deputy", item, "the deputy “\(id)” is no member",
          nearest(to: id, among: members.sorted()).map { "did you mean “\($0)”?" }
            ?? "members: " + members.sorted().joined(separator: ", "))
      }
    case ("cases/calendar.yml", "holidays"), ("cases/calendar.yml", "half-days"),
      ("cases/calendar.yml", "closures"):
      for item in texts { if let text = item.text { checkDay(text, item) } }
    case ("cases/register.yml", "languages"):
      for (index, item) in texts.enumerated() {
        checkLanguage(item)
        guard let code = item.text, texts[..<index].contains(where: { $0.text == code }) else {
          continue
        }
        add(
          "config.language", item, "the language “\(code)” is there twice",
          "name each language once")
      }
    case (_, "labels"):
      for pair in node.pairs ?? [] { checkLanguage(pair.key) }
    default: break
    }
  }

  /// A target for a figure that nobody computes, or that is no share, would never be judged.
  private mutating func checkTargets(of root: YAMLNode) {
    for pair in root["figures"]?.pairs ?? [] {
      guard let id = pair.key.text, !Targets.shares.contains(id) else { continue }
      add(
        "targets.figure", pair.key, "“\(id)” is no figure that can have a target in per cent",
        (nearest(to: id, among: Targets.shares).map { "did you mean “\($0)”? " } ?? "")
          + "these can: " + Targets.shares.joined(separator: ", "))
    }
  }

  /// A day of the office: one that there is, in a year that can be meant.
  private mutating func checkDay(_ text: String, _ node: YAMLNode) {
    guard let day = CalendarDate(text) else {
      let numbers = text.split(separator: "-").compactMap { Int($0) }
      let meant =
        numbers.count == 3
        ? DateBounds.meant(
          byYear: numbers[0], month: numbers[1], day: numbers[2], today: today) : nil
      return add("config.date", node, "“\(text)” is no date", meant?.text ?? "write it as \(today)")
    }
    guard let refusal = DateBounds.planned.refusal(of: day, today: today, canBeMeant: false) else {
      return
    }
    findings.append(refusal.diagnostic(at: node.location))
  }

  private mutating func checkLanguage(_ node: YAMLNode) {
    guard let text = node.text, !LanguageCode.isKnown(text) else { return }
    let refusal = LanguageCode.refusal(text)
    add("config.language", node, refusal.message.text, refusal.hint.text)
  }

  private mutating func add(
    _ rule: String, _ node: YAMLNode, _ message: String, _ hint: String
  ) {
    findings.append(node.problem(rule: rule, message, hint: hint))
  }

  private static let name = "write the name as people say it, nothing before or after it"
  private static let email = "write it as rana@example.org, or leave the line out"

  private static func problem(ofCode text: String) -> String? {
    if text.unicodeScalars.contains(where: isBlankOrInvisible) {
      return "it holds a space or an invisible character"
    }
    if text.contains(where: { ",:\"'<>`/\\|{}[]".contains($0) }) {
      return "it holds a character that parts codes in lists and paths"
    }
    return text.utf8.count <= 64 ? nil : "it is longer than 64 bytes"
  }

  /// Controls that a quoted text can bring in, and characters that turn the order of others round.
  private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: scalar.properties.generalCategory == .control
    }
  }
}
