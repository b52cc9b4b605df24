import CaseFormat

@testable import Disclosure
@testable import Site

/// The open data of an invented register, with the digests that a closing gives its blocks.
enum OpenDataSample {
  static let site = OpenData.Site(
    base: "https://example.org/voice",
    publisher: ["en": "Riverside </script> & \"Desk\"", "ar": "مكتب النهر", "ru": "Бюро"],
    contact: .email("desk@example.org"))

  /// Made once for all tests: the proofs take a while.
  static let publication = Result { () throws in
    let sample = try SamplePublication.full.get()
    let blocks = sample.blocks.map { block in
      BlockNumbers(
        flows: block.flows, stock: block.stock, closedOn: block.closedOn, choices: block.choices,
        counts: block.counts, digest: Digest.hex(block.counts))
    }
    let years = [(2024, 3), (2025, 14)].map { year, count in
      SensitiveYear(
        year: year, complainants: Array(repeating: nil, count: count), plan: sample.plan)
    }
    return Publication(
      sample.context, plan: sample.plan, blocks: blocks, sensitiveYears: years)
  }

  static func openData(
    _ site: OpenData.Site = site, languages: String? = nil
  ) throws -> OpenData {
    openData(of: try publication.get(), site: site, languages: languages)
  }

  static func openData(
    of publication: Publication, site: OpenData.Site = site, languages: String? = nil
  ) -> OpenData {
    let brand = languages.map { ["brand.yml": "languages: \"\($0)\"\n"] } ?? [:]
    let words = SiteWords(publication, TemplateFolder.source(overrides: brand))
    return OpenData(publication, words: words, site: site) { Digest.hex($0) }
  }
}
