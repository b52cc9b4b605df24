package import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Layout
internal import Markdown
package import Register
internal import Text

/// A case as a page of text for a terminal.
package struct CasePage {
  private let opened: OpenedCase
  private let register: Register
  /// The width of the terminal; nil for a pipe, where only texts are wrapped.
  private let width: Int?
  private let styled: Bool
  /// How the commands that the page names are typed where the reader is.
  private let commandsInPlace: (String) -> String

  /// Makes the page of an opened case; `width` is that of the terminal, nil for a pipe.
  ///
  /// Words of the page that name a command go through `commandsInPlace`.
  package init(
    _ opened: OpenedCase, in register: Register, width: Int?, styled: Bool,
    commandsInPlace: @escaping (String) -> String
  ) {
    (self.opened, self.register, self.width, self.styled) = (opened, register, width, styled)
    self.commandsInPlace = commandsInPlace
  }

  /// The page, with an end of line between its parts only.
  package var text: String {
    let textWidth = width ?? 80
    var parts = [heading, facts]
    let retracted = opened.history.retracted
    let lost = Dictionary(
      opened.history.lostSteps(in: register.zone).map { ($0.event, $0) }
    ) { first, _ in first }
    for event in opened.history.events {
      if case .register = event.action {
        if let text = event.text {
          parts.append(MarkdownText.terminal(text, width: textWidth, styled: styled))
        } else if event.seal != nil {
          parts.append(bold("(\(whyClosed(event)))"))
        }
        continue
      }
      parts.append(
        line(for: event, isRetracted: retracted.contains(event.id), lost: lost[event.id]))
      if event.action == .contact { continue }
      if let text = event.text {
        parts.append(indented(MarkdownText.terminal(text, width: textWidth - 2, styled: styled)))
      }
    }
    return parts.joined(separator: "\n\n")
  }

  private var heading: String {
    let theCase = opened.folded
    let title = wrapped(visible(theCase.title), indent: 0).map(bold)
    let kind =
      visible("\(theCase.id) · \(label(.states, theCase.state.rawValue)) · ")
      + label(.categories, theCase.category)
    return (title + wrapped(kind, indent: 2)).joined(separator: "\n")
  }

  private var facts: String {
    let shown: Set<String> = ["case", "state", "category", "attention"]
    var pairs = CaseTable.cells(opened.folded).filter { !shown.contains($0.0) }
    if !opened.folded.proposals.isEmpty {
      let words = opened.folded.proposals.map(\.words)
      pairs.append(("proposed", words.joined(separator: ", ") + ": waits for a second person"))
    }
    let limits = register.configuration.targets.limits(of: opened.folded.category)
    if opened.folded.isOpen, opened.folded.due == nil, let limits {
      pairs.append(("due", NoDeadline.words(for: opened.folded, limits)))
    }
    let lost = opened.folded.attention
    if !lost.isEmpty {
      pairs.append(("attention", lost.map(\.description).joined(separator: " ")))
    }
    for (key, members) in [("not-to", opened.folded.notTo), ("by-lot", opened.folded.byLot)]
    where !members.isEmpty {
      pairs.append((key, members.joined(separator: " ")))
    }
    let indent = (pairs.map { DisplayWidth.of($0.0) }.max() ?? 0) + 2
    return pairs.map { key, value in
      // The head takes its columns of the first line.
      let head = DisplayWidth.padded(key, to: indent)
      let lines = wrapped(head + visible(value), indent: indent)
      return ([dim(head) + lines[0].dropFirst(head.count)] + lines.dropFirst())
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func line(
    for event: Event, isRetracted: Bool, lost: LostStep?
  ) -> String {
    let fields = event.action.fields
    let details = JSONValue.sorted(fields.keys).compactMap { key -> String? in
      guard let value = fields[key], key != "objection-explained" else { return nil }
      return "\(key) \(value.text ?? value.canonical)"
    }
    let (date, recorded) = (event.date(in: register.zone), event.recordingDay(in: register.zone))
    var line = "\(date)  \(event.by)  \(event.action.name)"
    if !details.isEmpty { line += "  (" + details.joined(separator: ", ") + ")" }
    if event.action == .contact {
      line += commandsInPlace("  (`daftar contact \(opened.folded.id)` shows it)")
    }
    if recorded != date { line += "  — recorded on \(recorded)" }
    if event.seal != nil { line += "  — " + whyClosed(event) }
    if isRetracted { line += "  — taken back" }
    if let lost { line += "  " + LostStepWords.mark(lost) }
    return wrapped(visible(line), indent: date.description.count + 2).map(bold)
      .joined(separator: "\n")
  }

  /// Why the words of an event are not shown.
  private func whyClosed(_ event: Event) -> String {
    opened.missing.contains(event.id)
      ? commandsInPlace("has not arrived here yet: run `daftar sync`") : "sealed for others"
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

  private func wrapped(_ line: String, indent: Int) -> [String] {
    width.map { WrappedLine.parts(line, width: $0, indent: indent) } ?? [line]
  }

  private func bold(_ text: String) -> String {
    styled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func dim(_ text: String) -> String {
    styled ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
