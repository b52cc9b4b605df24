internal import CaseModel
internal import CaseVault

/// Words that a later export says otherwise: what was told stays, and a note says the rest.
extension CaseComparison {
  mutating func compareTexts() {
    for text in row.texts where text.place != .title && !isKnown(text) {
      // The answer came with a step that is taken now.
      if steps.contains(where: { $0.text?.hasParagraphs(text.text) == true }) { continue }
      var change = RowChange(
        row: row.row, caseID: row.old.caseID, column: text.column, words: "other words",
        fate: .taken)
      if let barred {
        change.fate = .left(barred)
      } else {
        steps.append(Step(.note, text: text.labelled))
      }
      changes.append(change)
    }
  }

  /// Whether an import recorded these words, and none others for the column since.
  private func isKnown(_ text: ColumnText) -> Bool {
    let label = "**\(text.column):** "
    let notes = known.imported.filter { $0.action == .note }.compactMap(\.text)
    if let newest = notes.last(where: { $0.hasPrefix(label) }) { return newest == text.labelled }
    let words = text.place == .labelled ? text.labelled : text.text
    return known.imported.contains { $0.text?.hasParagraphs(words) == true }
  }
}

extension String {
  /// Whether some whole paragraphs of the text are these.
  fileprivate func hasParagraphs(_ words: String) -> Bool {
    ("\n\n" + self + "\n\n").contains("\n\n" + words + "\n\n")
  }
}
