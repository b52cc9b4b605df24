import CaseFormat

@testable import Disclosure
@testable import Site
@testable import SiteTemplate

/// The open data of an invented register, with the digests that a closing gives its blocks.
enum OpenDataSample {
  static let brand = """
    name:
      en: 'Riverside </script> & "Desk"'
      ar: مكتب النهر
      ru: Бюро
    web-address: "https://example.org/voice"
    contacts:
      email: desk@example.org

    """

  /// Made once for all tests: the proofs take a while.
  static let publication = Result { () throws in
    let sample = try SamplePublication.full.get()
    let blocks = sample.blocks.map { block in
      BlockNumbers(
        flows: block.flows, stock: block.stock, closedOn: block.closedOn, plan: block.plan,
        choices: block.choices, counts: block.counts, digest: Digest.hex(block.counts))
    }
    let years = [(2024, 3), (2025, 14)].map { year, count in
      SensitiveYear(
        year: year, complainants: Array(repeating: nil, count: count), plan: sample.plan)
    }
    return Publication(
      sample.context, plan: sample.plan, blocks: blocks, sensitiveYears: years)
  }

  static func openData(
    _ brand: String = brand, languages: String? = nil
  ) throws -> OpenData {
    openData(of: try publication.get(), brand: brand, languages: languages)
  }

  static func openData(
    of publication: Publication, brand: String = brand, languages: String? = nil
  ) -> OpenData {
    let order = languages.map { "languages: \"\($0)\"\n" } ?? ""
    let template = TemplateFolder.source(overrides: ["brand.yml": brand + order])
    return OpenData(publication, words: SiteWords(publication, template)) { Digest.hex($0) }
  }
}
