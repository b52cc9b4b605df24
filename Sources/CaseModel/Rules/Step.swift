/// One thing to record in a case: what, with which words, and when it happened if earlier.
package struct Step: Sendable {
  /// What is done.
  package var action: Action
  /// Free text, normalised.
  package var text: String?
  /// The local date on which it happened, when it is not recorded on that day.
  package var on: CalendarDate?
  /// Whether nobody knows the day; only of an ending that another system's log tells.
  package var isDayUnknown = false

  /// Makes a step.
  package init(_ action: Action, text: String? = nil, on: CalendarDate? = nil) {
    self.action = action
    self.text = text
    self.on = on
  }
}
