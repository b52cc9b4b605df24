import Disclosure

/// A headline number as its tile shows it.
struct TileView {
  let figure: PublishedFigure
  let language: SiteLanguage

  var value: TemplateValue {
    let key = "figure-\(figure.id)"
    return .object([
      "id": .text(figure.id),
      "label": .text(language.text(key)),
      "definition": .text(language.text("\(key)-definition")),
      "value": .markup(number),
      "is-published": .flag(isPublished),
      "is-share": .flag(figure.unit == .percent),
      "meter": .markup(meter),
      "sample": .markup(sample),
      "target": .markup(target),
      "period": .markup(language.period(from: figure.from, to: figure.to)),
    ])
  }

  private var isPublished: Bool {
    if case .whole(let value) = figure.value { value.number != nil } else { true }
  }

  /// Shares of fewer than twenty cases are said as cases: a percentage would pretend precision.
  private var isSmallShare: Bool {
    figure.unit == .percent && (figure.denominator?.number ?? 0) < 20
  }

  private var number: Markup {
    switch figure.value {
    case .moreThan(let days): return language.plural("more-than-days", days)
    case .decimal(let text): return language.plural("days", decimal: text)
    case .whole(let value):
      guard let number = value.number else { return Markup(text: language.value(value)) }
      if isSmallShare, let ratio { return ratio }
      switch figure.unit {
      case .percent: return .isolated(language.numbers.percent(number))
      case .days: return language.plural("days", number)
      case .count: return .isolated(language.numbers.whole(number))
      }
    }
  }

  private var meter: Markup {
    guard figure.unit == .percent, case .whole(let value) = figure.value else {
      return Markup(trusted: "")
    }
    return Meter.svg(
      percent: value, target: figure.target, isMirrored: language.isRightToLeft)
  }

  private var ratio: Markup? {
    guard let part = figure.numerator?.number, let whole = figure.denominator?.number else {
      return nil
    }
    return language.markup(
      "ratio", ["n": language.numbers.whole(part), "total": language.numbers.whole(whole)])
  }

  /// How many cases the number is made of.
  private var sample: Markup {
    if !isSmallShare, let ratio { return ratio }
    guard let cases = figure.denominator?.number, figure.unit == .days else {
      return Markup(trusted: "")
    }
    return language.plural("cases", cases)
  }

  private var target: Markup {
    guard let target = figure.target else { return Markup(trusted: "") }
    let value =
      figure.unit == .percent
      ? Markup.isolated(language.numbers.percent(target)) : language.plural("days", target)
    return filled(language.text("target"), ["n": value])
  }
}
