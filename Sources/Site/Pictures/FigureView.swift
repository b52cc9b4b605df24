import Charts
import Disclosure
import SiteTemplate

/// A figure as a page shows it: the table is the master, the chart its copy.
struct FigureView {
  let id: String
  let language: SiteLanguage
  var message = Phrase.none
  var charts: [Markup] = []
  /// What each chart counts by, where several stand under one title.
  var chartNames: [String] = []
  /// Number of cases, period and the like.
  var facts: [Phrase] = []
  /// One table or, where dimensions stand apart, one for each.
  var tables: [FigureTable] = []
  /// Whether the table is the picture, so that it is not folded away.
  var isTableOpen = false
  /// Whether the figure takes the whole width of a page.
  var isWide = false
  /// Sentences after the definition, where it alone would not say all.
  var more: [String] = []
  /// Whether anything in it is hatched, so that the page says what that means.
  var hasHatch = false
  /// Whether nothing of it can be shown: the page then names it in one line.
  private(set) var isAbsent = false
  /// The names of its charts that cannot be shown, although the rest of it can.
  var absentCharts: [String] = []
  /// What the figure states beside published cells.
  var numbers: [DerivedNumber] = []

  /// A figure of which this block shows nothing.
  static func absent(_ id: String, _ language: SiteLanguage) -> FigureView {
    var view = FigureView(id: id, language: language)
    view.isAbsent = true
    return view
  }

  func value(isPrint: Bool) -> TemplateValue {
    .object([
      "id": .text(id),
      "title": .text(language.text("figure-\(id)")),
      "definition": .text(
        ([language.text("figure-\(id)-definition")] + more).joined(separator: " ")),
      "message": .markup(message.markup),
      "charts": .list(
        charts.enumerated().map { index, chart in
          let part = chartNames.indices.contains(index) ? chartNames[index] : ""
          return .object(["chart": .markup(chart), "part": .text(part)])
        }),
      "facts": .list(facts.filter { !$0.isEmpty }.map { .object(["fact": .markup($0.markup)]) }),
      "is-wide": .flag(isWide),
      "is-open": .flag(isTableOpen || isPrint),
      "is-plain": .flag(isTableOpen),
      "table": .list(tables.map(\.value)),
    ])
  }
}

/// The table behind a picture, in words.
struct FigureTable {
  /// A cell with how it looks.
  struct Cell {
    let text: Phrase
    var style = "n"

    /// A published value; of five shades the one that fits, when a scale is given.
    init(_ value: PublishedValue, _ language: SiteLanguage, shadedTo largest: Int? = nil) {
      text = Phrase(language.value(value))
      switch value {
      case .published(let number):
        let shade = largest.map { ChartScale.scaled(number, of: $0, to: 5) } ?? 0
        if let largest, number > 0, largest > 0 { style = "n s\(max(1, shade))" }
      case .hidden: style = "absent hatched"
      case .notApplicable, .missing: style = "absent"
      }
    }

    init(_ text: Phrase, isNumber: Bool = true) {
      self.text = text
      style = isNumber ? "n" : "absent"
    }
  }

  var caption: Phrase
  let rowName: String
  let columns: [String]
  let rows: [(heading: String, cells: [Cell])]
  var total: (heading: String, cells: [Cell])?

  var value: TemplateValue {
    .object([
      "caption": .markup(caption.markup),
      "row-name": .text(rowName),
      "columns": .list(columns.map { .object(["name": .text($0)]) }),
      "rows": .list(rows.map { Self.row($0.heading, $0.cells) }),
      "total-row": .list(total.map { [Self.row($0.heading, $0.cells)] } ?? []),
    ])
  }

  private static func row(_ heading: String, _ cells: [Cell]) -> TemplateValue {
    .object([
      "heading": .text(heading),
      "cells": .list(
        cells.map { .object(["text": .markup($0.text.markup), "style": .text($0.style)]) }),
    ])
  }
}
