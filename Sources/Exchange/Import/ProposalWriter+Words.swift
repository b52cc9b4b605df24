internal import Diagnostics

extension ProposalWriter {
  /// What was recognised, for a person to read before the map.
  var words: [String] {
    var lines = ["\(counted(rows, "row")), \(counted(choice.profiles.count, "column"))"]
    if let encoding {
      lines.append("the letters look like \(encoding.rawValue); that is a guess")
    }
    for (profile, role) in zip(choice.profiles, choice.roles) {
      if let line = sentence(profile, role) { lines.append(line) }
    }
    lines += summary(.private, "private, sealed") + summary(.drop, "empty, dropped")
    if choice.id == nil {
      lines.append("no column is a stable id: rows are known by their contents")
    }
    return lines + missing
  }

  private func sentence(_ profile: ColumnProfile, _ role: ColumnChoice.Role) -> String? {
    let name = "“\(visible(profile.name))”"
    if profile.index == choice.id?.index, role == .private { return "\(name) is the id of a row" }
    switch role {
    case .date(let field):
      let unclear =
        profile.datePatterns.count > 1
        ? "; day or month first? No date in it tells, so ask who made the table" : ""
      return
        "\(name) is the date “\(field.rawValue)”, \(profile.datePatterns.first ?? "")\(unclear)"
    case .code(let field):
      let open = field == .category ? undecidedCategories(profile) : 0
      let decision = open == 0 ? "" : ", of which \(open) for you to decide; until then refused"
      return
        "\(name) is the \(field.rawValue), with \(counted(profile.values?.count ?? 0, "value"))"
        + decision
    case .narrative:
      let warning =
        profile.personal.isEmpty ? "" : "; some cells hold numbers or addresses of people"
      return "\(name) is the text of the complaint\(warning)"
    case .title: return "\(name) is the title"
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
    if choice.roles.contains(.status), !choice.roles.contains(.date(.closed)) {
      lines.append(
        "no column holds dates of closing: all cases would stay open; add one and name it in the map"
      )
    }
    if let column = choice.unclearCategory {
      lines.append(
        "“\(visible(column.name))” may be the category, but holds no codes: decide in the map, "
          + "nothing can be imported until then")
    } else if !choice.roles.contains(.code(.category)) {
      lines.append("no column is the category: all rows get the one under “defaults”")
    }
    if !choice.roles.contains(.code(.channel)) {
      lines.append("no column is the channel: all rows get the one under “defaults”")
    }
    return lines
  }
}
