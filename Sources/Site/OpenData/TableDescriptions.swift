import Disclosure
import SiteTemplate
internal import Text

extension OpenData {
  /// `datapackage.json` (Frictionless Data Package 1).
  func package(
    _ block: BlockNumbers, _ counts: BlockFolder.Entry, _ columns: [DataColumn]
  ) -> JSONDocument {
    let fields = columns.map { column in
      var field: [String: JSONDocument] = [
        "name": .text(column.name), "title": .text(column.title),
        "description": .text(column.description),
        "type": .text(column.kind == .count ? "integer" : "string"),
      ]
      if let rules = Self.constraints(column) { field["constraints"] = .object(rules) }
      return JSONDocument.object(field)
    }
    let resource: [String: JSONDocument] = [
      "name": .text("counts"), "path": .text(counts.name),
      "profile": .text("tabular-data-resource"),
      "format": .text("csv"), "mediatype": .text(counts.mediaType), "encoding": .text("utf-8"),
      "bytes": .integer(counts.bytes.count), "hash": .text("sha256:" + counts.digest),
      "schema": .object(["fields": .list(fields), "missingValues": .texts([""])]),
      "dialect": .object(["lineTerminator": .text("\n")]),
    ]
    var package: [String: JSONDocument] = [
      "name": .text("complaints-" + block.period.lowercased()), "id": .text(identifier(block)),
      "profile": .text("tabular-data-package"), "title": .text(title(block, defaultLanguage)),
      "description": .text(description(defaultLanguage, of: [block])),
      "created": .text("\(block.closedOn)T00:00:00Z"), "keywords": .texts(Self.keywords),
      "licenses": .list([
        .object([
          "name": .text(licence.identifier), "title": .text(licence.title),
          "path": .text(licence.address),
        ])
      ]),
      "contributors": .list([
        .object(["title": .text(publisher(defaultLanguage)), "role": .text("publisher")])
      ]),
      "resources": .list([.object(resource)]),
    ]
    if let base = base { package["homepage"] = .text(base) }
    return .object(package)
  }

  /// `counts.csv-metadata.json` (W3C Metadata Vocabulary for Tabular Data, 2015).
  func tableMetadata(_ block: BlockNumbers, _ columns: [DataColumn]) -> JSONDocument {
    let descriptions = columns.map { column in
      JSONDocument.object([
        "name": .text(column.name), "titles": .text(column.name),
        "dc:title": .text(column.title), "dc:description": .text(column.description),
        "datatype": Self.datatype(column), "null": .text(""),
      ])
    }
    return .object([
      "@context": .list([
        .text("http://www.w3.org/ns/csvw"), .object(["@language": .text("en")]),
      ]),
      "url": .text(CountsFile.name), "dc:identifier": .text(identifier(block)),
      // The columns are described in English, the table in the language of the site.
      "dc:title": Self.text(title(block, defaultLanguage), in: defaultLanguage),
      "dc:description": Self.text(description(defaultLanguage, of: [block]), in: defaultLanguage),
      "dc:publisher": Self.text(publisher(defaultLanguage), in: defaultLanguage),
      "dc:license": .object(["@id": .text(licence.address)]),
      "dc:issued": .object([
        "@value": .text("\(block.closedOn)"), "@type": .text("xsd:date"),
      ]),
      "dialect": .object([
        "header": .boolean(true), "encoding": .text("utf-8"), "lineTerminators": .texts(["\n"]),
      ]),
      "tableSchema": .object(["columns": .list(descriptions)]),
    ])
  }

  /// Words by which people look for such data.
  static let keywords = ["accountability", "complaints", "feedback", "humanitarian"]

  private static func constraints(_ column: DataColumn) -> [String: JSONDocument]? {
    switch column.name {
    case "period", "table": ["required": .boolean(true)]
    case "value": ["minimum": .integer(0)]
    case "flag": ["enum": .texts(DataColumn.flags)]
    default: nil
    }
  }

  private static func datatype(_ column: DataColumn) -> JSONDocument {
    switch column.name {
    case "value": .object(["base": .text("nonNegativeInteger")])
    case "flag":
      .object([
        "base": .text("string"), "format": .text("[" + DataColumn.flags.joined() + "]"),
      ])
    default: .text("string")
    }
  }
}
