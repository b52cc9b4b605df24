import Disclosure

/// A table with its chart as a page shows them: the table is the master, the chart its copy.
struct TableView {
  let table: PublishedTable
  let release: Release
  let language: SiteLanguage

  var value: TemplateValue {
    .object([
      "id": .text(table.id),
      "title": .text(language.text(table.titleKey)),
      "definition": .text(language.text("\(table.titleKey)-definition")),
      "message": .markup(
        message.map { filled($0.pattern, $0.values.mapValues(Markup.isolated)) }
          ?? Markup(trusted: "")),
      "chart": .markup(chart.svg()),
      "is-empty": .flag(table.rows.isEmpty),
      "is-over-time": .flag(isOverTime),
      "period": .markup(language.period(from: table.from, to: table.to)),
      "sample": .markup(sample),
      "row-name": .text(language.text("dimension-\(table.rowDimension)")),
      "columns": .list(columnNames.map { .object(["name": .text($0)]) }),
      "rows": .list(table.rows.map(row)),
      "has-total": .flag(hasTotal),
      "totals": .list(totals.map(cell)),
    ])
  }

  private var isOverTime: Bool { table.rowDimension == "month" }

  // MARK: Table

  private var columnNames: [String] {
    table.columns.map { language.text("measure-\($0)") }
      + (showsShares ? [language.text("share")] : [])
  }

  /// A column of shares needs no name of what it is a share of when only one thing is counted.
  private var showsShares: Bool { table.columns.count == 1 && shareTotal != nil }

  private func row(_ row: PublishedTable.Row) -> TemplateValue {
    let share = showsShares ? [share(row.values.first) ?? ""] : []
    return .object([
      "heading": .text(label(row)),
      "cells": .list(
        (row.values.map(language.value) + share).enumerated().map { index, text in
          .object([
            "text": .text(text),
            "is-number": .flag(index >= row.values.count || row.values[index].number != nil),
          ])
        }),
    ])
  }

  private var hasTotal: Bool {
    table.isPartition && !table.rows.isEmpty
      && table.columns.indices.allSatisfy { table.total(column: $0).number != nil }
  }

  private var totals: [String] {
    guard hasTotal else { return [] }
    return table.columns.indices.map { language.value(table.total(column: $0)) }
      + (showsShares ? [language.numbers.percent(100)] : [])
  }

  private func cell(_ text: String) -> TemplateValue {
    .object(["text": .text(text), "is-number": .flag(true)])
  }

  private func label(_ row: PublishedTable.Row) -> String {
    language.label(dimension: table.rowDimension, code: row.code, release: release)
  }

  // MARK: Derived from published values only

  /// The whole that shares are of; nil where shares would say little or give something away.
  private var shareTotal: Int? {
    guard hasTotal, !isOverTime, let total = table.total(column: 0).number, total >= 20
    else { return nil }
    return total
  }

  private func share(_ value: PublishedValue?) -> String? {
    guard let total = shareTotal, let number = value?.number,
      let percent = wholePercent(number, of: total).number
    else { return nil }
    if number > 0 && percent == 0 {
      return language.line("less-than", ["n": language.numbers.percent(1)])
    }
    return language.numbers.percent(percent)
  }

  private var sample: Markup {
    guard hasTotal, !isOverTime, let total = table.total(column: 0).number else {
      return Markup(trusted: "")
    }
    return language.plural("cases", total)
  }

  /// One sentence with what the table says first; nil when it would not be true or not be safe.
  private var message: (pattern: String, values: [String: String])? {
    isOverTime ? latestMessage : largestMessage
  }

  private var largestMessage: (pattern: String, values: [String: String])? {
    guard hasTotal, let total = table.total(column: 0).number, total > 0 else { return nil }
    let ranked = table.rows.compactMap { row in row.values.first?.number.map { (row, $0) } }
      .sorted { $0.1 > $1.1 }
    guard let first = ranked.first, ranked.count > 1, first.1 > ranked[1].1 else { return nil }
    return (
      language.text("message-largest"),
      [
        "label": label(first.0), "n": language.numbers.whole(first.1),
        "total": language.numbers.whole(total),
      ]
    )
  }

  private var latestMessage: (pattern: String, values: [String: String])? {
    guard let last = table.rows.last, last.values.allSatisfy({ $0.number != nil }) else {
      return nil
    }
    let values = zip(table.columns, last.values).map { column, value in
      "\(language.text("measure-\(column)")): \(language.value(value))"
    }
    return (
      language.text("message-latest"),
      ["label": label(last), "values": values.joined(separator: " · ")]
    )
  }

  // MARK: Chart

  private var chart: ChartSpec {
    let rows = chartRows.map { row in
      ChartSpec.Row(
        label: label(row), values: row.values, texts: row.values.map(language.value),
        share: share(row.values.first) ?? "")
    }
    let largest = rows.flatMap(\.values).compactMap(\.number).max() ?? 1
    let ticks = ChartScale.ticks(upTo: largest)
    return ChartSpec(
      id: "chart-\(table.id)", kind: isOverTime ? .timeColumns : .bars,
      title: language.text(table.titleKey),
      summary: message.map { filled($0.pattern, $0.values.mapValues(SiteLanguage.isolated)) }
        ?? language.text("\(table.titleKey)-definition"),
      series: table.columns.map { language.text("measure-\($0)") }, rows: rows,
      isMirrored: language.isRightToLeft,
      tickTexts: Dictionary(ticks.map { ($0, language.numbers.whole($0)) }) { first, _ in first },
      hiddenText: language.text("hidden"))
  }

  /// Longest first where any order will do; what is not published stands at the end, unsorted.
  private var chartRows: [PublishedTable.Row] {
    guard table.order == .bySize else { return table.rows }
    let shown = table.rows.enumerated().filter { $0.element.values.first?.number != nil }
    let others = table.rows.filter { $0.values.first?.number == nil }
    return shown.sorted { one, two in
      let (first, second) = (one.element.values[0].number ?? 0, two.element.values[0].number ?? 0)
      return first == second ? one.offset < two.offset : first > second
    }.map(\.element) + others
  }
}
