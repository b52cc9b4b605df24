import CaseFormat
import CaseModel
import Diagnostics
import Testing

@Suite struct PublicationSettingsTests {
  private let former = """
    threshold: 6
    sensitive_threshold: 11
    min_denominator: 12
    min_median: 22
    grace_days: 23
    max_hidden: 0.3
    tables: []

    """

  private func read(_ text: String) throws -> PublicationSettings {
    try PublicationSettings.reading(Array(text.utf8), path: "cases/publication.yml")
  }

  @Test func `keys as version 0.1.0 spelt them read as the present ones`() throws {
    for text in [former, former.replacing("_", with: "-")] {
      let settings = try read(text)
      let numbers = PublicationSettings.numbers.map { settings.number($0) }
      #expect(numbers == [6, 11, nil, 12, 22, 23])
      #expect(settings.maxHidden == 0.3)
    }
  }

  @Test func `a finding points at the key in the old spelling too`() throws {
    let place = try read(former).problem("min-median", "It is too small").location
    #expect(place?.line == 4 && place?.column == 13)
  }

  @Test func `both spellings of one key are refused`() throws {
    let problem = #expect(throws: Diagnostic.self) { try read(former + "grace-days: 40\n") }
    #expect(problem?.rule == "publication.plan" && problem?.location?.line == 5)
  }

  @Test func `no other key may have an underscore`() {
    for text in ["min_medians: 20\n", "block_: year\n"] {
      #expect(throws: Diagnostic.self) {
        try PublicationSettings.requireKnown(Array(text.utf8), path: "cases/publication.yml")
      }
    }
  }

  @Test func `another spelling is no change`() {
    let (old, new) = (Array(former.utf8), Array(former.replacing("_", with: "-").utf8))
    #expect(
      ConfigurationDifference.sentences(in: "publication.yml", from: old, to: new).isEmpty)
    let raised = Array(former.replacing("median: 22", with: "median: 30").utf8)
    let told = ConfigurationDifference.sentences(in: "publication.yml", from: old, to: raised)
    #expect(told.count == 1 && told[0].contains("min-median"))
  }
}
