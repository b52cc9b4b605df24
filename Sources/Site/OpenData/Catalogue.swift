import Disclosure
import SiteTemplate
internal import Text

extension OpenData {
  /// `dcat.jsonld`: the data sets for catalogues of open data (DCAT 3).
  ///
  /// Every prefix is spelled out, so that no program has to load a context from elsewhere.
  func catalogue(of folders: [BlockFolder]) -> JSONDocument {
    var catalogue: [String: JSONDocument] = [
      "@context": .object(Self.prefixes), "@id": .text(address("dcat.jsonld") + "#catalogue"),
      "@type": .text("dcat:Catalog"),
      "dct:title": inEachLanguage { publisher($0) },
      "dct:description": descriptions(of: blocks), "dct:publisher": agent,
      "dct:license": licenceReference,
      "dct:language": .texts(languages),
      "dcat:dataset": .list(folders.map { .object(dataset($0)) }),
    ]
    if let base = base { catalogue["foaf:homepage"] = reference(base) }
    if let last = blocks.map(\.closedOn).max() { catalogue["dct:modified"] = date("\(last)") }
    return .object(catalogue)
  }

  /// The address of a file: absolute when the site's is known, else relative to a page or a file.
  func address(_ path: String, from root: String = "") -> String { (base ?? root) + path }

  private func dataset(_ folder: BlockFolder) -> [String: JSONDocument] {
    let block = folder.block
    let path = BlockFolder.path(block)
    var dataset: [String: JSONDocument] = [
      "@id": .text(identifier(block)), "@type": .text("dcat:Dataset"),
      "dct:identifier": .text(identifier(block)),
      "dct:title": inEachLanguage { title(block, $0) },
      "dct:description": descriptions(of: [block]), "dct:publisher": agent,
      "dct:license": licenceReference,
      "dct:issued": date("\(block.closedOn)"), "dcat:keyword": .texts(Self.keywords),
      "dct:temporal": .object([
        "@type": .text("dct:PeriodOfTime"), "dcat:startDate": date("\(block.block.start)"),
        "dcat:endDate": date("\(block.block.end)"),
      ]),
      "dcat:landingPage": .list(
        languages.map { reference(address(page(block, $0))) }),
      "dcat:distribution": .list(folder.tables.map { .object(distribution($0, in: path)) }),
    ]
    if let contact = contactPoint { dataset["dcat:contactPoint"] = contact }
    return dataset
  }

  private func distribution(
    _ table: BlockFolder.Entry, in folder: String
  ) -> [String: JSONDocument] {
    let address = address(folder + table.name)
    return [
      "@id": .text(address), "@type": .text("dcat:Distribution"), "dct:title": .text(table.name),
      "dcat:accessURL": reference(address), "dcat:downloadURL": reference(address),
      "dct:license": licenceReference,
      "dcat:mediaType": reference(
        "https://www.iana.org/assignments/media-types/" + table.mediaType),
      "dcat:byteSize": .object([
        "@type": .text("xsd:nonNegativeInteger"), "@value": .text(String(table.bytes.count)),
      ]),
      "spdx:checksum": .object([
        "@type": .text("spdx:Checksum"),
        "spdx:algorithm": reference("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": .object([
          "@type": .text("xsd:hexBinary"), "@value": .text(table.digest),
        ]),
      ]),
    ]
  }

  private static let prefixes: [String: JSONDocument] = [
    "dcat": .text("http://www.w3.org/ns/dcat#"), "dct": .text("http://purl.org/dc/terms/"),
    "foaf": .text("http://xmlns.com/foaf/0.1/"), "spdx": .text("http://spdx.org/rdf/terms#"),
    "vcard": .text("http://www.w3.org/2006/vcard/ns#"),
    "xsd": .text("http://www.w3.org/2001/XMLSchema#"),
  ]

  private func reference(_ address: String) -> JSONDocument { .object(["@id": .text(address)]) }

  private func date(_ day: String) -> JSONDocument {
    .object(["@type": .text("xsd:date"), "@value": .text(day)])
  }

  private var licenceReference: JSONDocument { reference(licence.address) }

  private var agent: JSONDocument {
    .object([
      "@id": .text(address("dcat.jsonld") + "#publisher"), "@type": .text("foaf:Agent"),
      "foaf:name": inEachLanguage { publisher($0) },
    ])
  }

  private var contactPoint: JSONDocument? {
    email.map { email in
      .object(["@type": .text("vcard:Kind"), "vcard:hasEmail": reference("mailto:" + email)])
    }
  }

  private func inEachLanguage(_ text: (String) -> String) -> JSONDocument {
    .list(languages.map { Self.text(text($0), in: $0) })
  }

  private func descriptions(of blocks: [BlockNumbers]) -> JSONDocument {
    inEachLanguage { description($0, of: blocks) }
  }

  /// A text with its language, as JSON-LD writes it.
  static func text(_ text: String, in language: String) -> JSONDocument {
    .object(["@language": .text(language), "@value": .text(text)])
  }
}
