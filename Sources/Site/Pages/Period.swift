extension SiteLanguage {
  /// From when to when, or the one day of a stock.
  func period(from: String?, to: String) -> Markup {
    guard let from else { return markup("on-day", ["date": date(to)]) }
    return markup("period", ["from": date(from), "to": date(to)])
  }
}
