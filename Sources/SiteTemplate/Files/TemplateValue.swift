package import Charts

/// What a layout can show.
package indirect enum TemplateValue: Sendable {
  /// A text; it is escaped on its way into the page.
  case text(String)
  /// Markup made by the program.
  case markup(Markup)
  /// A condition for a section.
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
}
