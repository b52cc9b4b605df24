internal import Exchange
internal import Diagnostics
internal import Tables
internal import Text

extension ProposalWriter {
  /// What was recognised, for a person to read before the map.
  var words: [String] {
    let size =
      "\(counted(table.rows.count, "row")), \(counted(choice.profiles.count, "column"))"
    var lines = [size] + formWords
    for (profile, role) in zip(choice.profiles, choice.roles) {
      if let line = sentence(profile, role) { lines.append(line) }
    }
    lines += summary(.private, "private, sealed") + summary(.drop, "empty, dropped")
    lines += summary(.answer, "single answers, dropped")
    if choice.id == nil {
      lines.append("no column is a stable id: rows are known by their contents")
    }
    return lines + missing
  }

  /// What was guessed about the form of the file.
  private var formWords: [String] {
    var lines: [String] = []
    if let encoding = opened.encoding, !opened.sample.isEmpty {
      lines.append("the letters look like \(encoding.name); that is a guess. As it reads them:")
      lines += opened.sample.map { "  \(visible($0))" }
    }
    if table.headerRow != 1 {
      lines.append(
        "row \(table.headerRow) names the columns; what is above it is left out")
    }
    if table.firstRow != table.headerRow + 1 {
      lines.append("the data begin in row \(table.firstRow); the rows before belong to the header")
    }
    return lines
  }

  private func sentence(_ profile: ColumnProfile, _ role: ColumnChoice.Role) -> String? {
    let name = "“\(visible(profile.name))”"
    if profile.index == choice.id?.index, role == .private { return "\(name) is the id of a row" }
    switch role {
    case .date(let field):
      let what = "\(name) is the date “\(field.rawValue)”"
      guard profile.dates.doubt == nil else {
        return what
          + "; day or month first? No date tells, so ask who made the table and decide in "
          + "the map: nothing can be imported until then"
      }
      return what + ", " + profile.dates.patterns.joined(separator: " or ")
    case .code(.state):
      let open = undecided(profile, .state)
      return
        "\(name) says which cases are closed; no column was found that says on which day: they are "
        + "counted and never timed"
        + (open == 0 ? "" : "; \(counted(open, "value")) for you to decide, until then refused")
    case .reply: return "\(name) is what was answered or done"
    case .code(let field):
      let open = field == .category ? undecided(profile, field) : 0
      let decision = open == 0 ? "" : ", of which \(open) for you to decide; until then refused"
      return
        "\(name) is the \(field.rawValue), with \(counted(counts(profile).count, "value"))"
        + decision
    case .narrative:
      let warning =
        profile.personal.isEmpty ? "" : "; some cells hold numbers or addresses of people"
      return "\(name) is the text of the complaint\(warning)"
    case .title: return "\(name) is the title"
    case .answer: return nil
    case .status: return "\(name) says how far a case is: nothing is done with it, only dates count"
    case .text, .private, .drop: return nil
    }
  }

  private func summary(_ role: ColumnChoice.Role, _ what: String) -> [String] {
    let names = zip(choice.profiles, choice.roles)
      .filter { $0.1 == role && $0.0.index != choice.id?.index }
      .map { "“\(visible($0.0.name))”" }
    return names.isEmpty ? [] : ["\(what): " + names.joined(separator: ", ")]
  }

  private var missing: [String] {
    var lines: [String] = []
    if !choice.roles.contains(.date(.received)) {
      lines.append("no column looks like the date of receipt: without one nothing can be imported")
    }
    if !choice.roles.contains(.narrative) {
      lines.append(
        "no column looks like the text of the complaint: cases would be empty; name it in the map")
    }
    if choice.roles.contains(.status), !choice.roles.contains(.date(.closed)),
      !choice.roles.contains(.code(.state))
    {
      lines.append(
        "no column holds dates of closing: all cases would stay open; add one and name it in the map"
      )
    }
    if let column = choice.unclearCategory {
      lines.append(
        (column.namesSensitive
          ? "“\(visible(column.name))” names sensitive categories: decide in the map, "
          : "“\(visible(column.name))” may be the category, but holds no codes: decide in the map, ")
          + "nothing can be imported until then")
    } else if !choice.roles.contains(.code(.category)) {
      lines.append("no column is the category: all rows get the one under “defaults”")
    }
    for (profile, role) in zip(choice.profiles, choice.roles)
    where profile.namesSensitive && role != .code(.category)
      && choice.unclearCategory?.index != profile.index
    {
      lines.append(
        "“\(visible(profile.name))” names sensitive categories, and nothing is made of that: look at "
          + "its rows before you import, what comes in readable stays so")
    }
    if !choice.roles.contains(.code(.channel)) {
      lines.append("no column is the channel: all rows get the one under “defaults”")
    }
    return lines
  }
}
