internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Markdown
internal import Register
internal import Text

/// A case as a page of text for a terminal.
struct CasePage {
  let opened: OpenedCase
  let register: Register

  func text(width: Int, styled: Bool) -> String {
    var parts = [heading(styled), facts(styled)]
    let retracted = opened.history.retracted
    let lost = Dictionary(
      opened.history.lostSteps(in: register.zone).map { ($0.event, $0) }
    ) { first, _ in first }
    for event in opened.history.events {
      if case .register = event.action {
        if let text = event.text {
          parts.append(MarkdownText.terminal(text, width: width, styled: styled))
        } else if event.seal != nil {
          parts.append(bold("(\(whyClosed(event)))", styled))
        }
        continue
      }
      parts.append(
        line(
          for: event, isRetracted: retracted.contains(event.id), lost: lost[event.id], styled))
      if event.action == .contact { continue }
      if let text = event.text {
        parts.append(indented(MarkdownText.terminal(text, width: width - 2, styled: styled)))
      }
    }
    return parts.joined(separator: "\n\n")
  }

  private func heading(_ styled: Bool) -> String {
    let theCase = opened.folded
    return bold(visible(theCase.title), styled) + "\n"
      + visible("\(theCase.id) · \(label(.states, theCase.state.rawValue)) · ")
      + label(.categories, theCase.category)
  }

  private func facts(_ styled: Bool) -> String {
    let shown: Set<String> = ["case", "state", "category", "attention"]
    var pairs = CaseTable.cells(opened.folded).filter { !shown.contains($0.0) }
    if !opened.folded.proposals.isEmpty {
      let words = opened.folded.proposals.map(ActionReport.words)
      pairs.append(("proposed", words.joined(separator: ", ") + ": waits for a second person"))
    }
    let lost = opened.folded.attention
    if !lost.isEmpty {
      pairs.append(("attention", lost.map(\.description).joined(separator: " ")))
    }
    for (key, members) in [("not-to", opened.folded.notTo), ("by-lot", opened.folded.byLot)]
    where !members.isEmpty {
      pairs.append((key, members.joined(separator: " ")))
    }
    let width = pairs.map { DisplayWidth.of($0.0) }.max() ?? 0
    return pairs.map { key, value in
      dim(DisplayWidth.padded(key, to: width + 2), styled) + visible(value)
    }.joined(separator: "\n")
  }

  private func line(
    for event: Event, isRetracted: Bool, lost: LostStep?, _ styled: Bool
  ) -> String {
    let fields = event.action.fields
    let details = JSONValue.sorted(fields.keys).compactMap { key -> String? in
      guard let value = fields[key], key != "objection-explained" else { return nil }
      return "\(key) \(value.text ?? value.canonical)"
    }
    let date = event.date(in: register.zone).description
    var line = "\(date)  \(event.by)  \(event.action.name)"
    if !details.isEmpty { line += "  (" + details.joined(separator: ", ") + ")" }
    if event.action == .contact { line += "  (`daftar contact \(opened.folded.id)` shows it)" }
    if event.seal != nil { line += "  — " + whyClosed(event) }
    if isRetracted { line += "  — taken back" }
    if let lost { line += "  " + LostStepWords.mark(lost) }
    return bold(visible(line), styled)
  }

  /// Why the words of an event are not shown.
  private func whyClosed(_ event: Event) -> String {
    opened.missing.contains(event.id)
      ? "has not arrived here yet: run `daftar sync`" : "sealed for others"
  }

  private func label(_ list: CodeList, _ code: String) -> String {
    let labels = register.configuration.labelledCodes(list).first { $0.code == code }?.labels
    let language = register.configuration.settings.languages.first ?? "en"
    return visible(labels?.text(language) ?? code)
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  private func bold(_ text: String, _ styled: Bool) -> String {
    styled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func dim(_ text: String, _ styled: Bool) -> String {
    styled ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
