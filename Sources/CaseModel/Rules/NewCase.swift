/// What somebody tells about a complaint when it is registered; codes not yet checked.
package struct NewCase: Sendable {
  package var category: String
  package var channel: String
  package var language: String
  package var received: CalendarDate?
  package var themes: [String] = []
  package var title: String?
  /// The narrative, normalised.
  package var text: String?
  package var happened: CalendarDate?
  /// Where, which unit, which project.
  package var concern = Concern()
  package var sensitivity: Sensitivity?
  package var priority: Priority?
  package var subjects: [Subject] = []
  package var external: String?
  package var receivedBy: String?
  package var consent: Consent = .notAsked
  /// The remedy that the complainant asks for.
  package var wanted: String?
  package var isOnBehalf = false
  /// The complainant could not be told that the complaint was registered.
  package var isNotTold = false
  /// The complainant has the answer already: the case is closed at once.
  package var isAnswered = false
  package var isRepeated = false
  package var complainant = Complainant()
  /// Members who must not read a sensitive case.
  package var notTo: [String] = []
  /// How to reach the complainant, in the canonical form of ``ContactRecord``; always sealed.
  package var contact: String?
  /// Why words that reach a person may stand in clear; nil refuses them.
  package var permission: String?

  /// Makes a new case from what every case must have.
  package init(category: String, channel: String, language: String) {
    self.category = category
    self.channel = channel
    self.language = language
  }
}
