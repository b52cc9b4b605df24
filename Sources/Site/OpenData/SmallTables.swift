import Disclosure
import SiteTemplate
internal import Text

/// The tables beside the counts: what codes mean, what is counted yearly, and where the blocks are.
extension OpenData {
  /// `data/codes.csv`: what pages call the codes that stand in a table, in each language, and in their
  /// order.
  var codes: [UInt8] {
    // A code with each way in which the blocks write it.
    var used: [Dimension: [String: Set<String>]] = [:]
    for block in blocks {
      for cell in block.rows.map(\.cell) {
        for (dimension, code) in zip(cell.dimensions, cell.codes) {
          used[dimension, default: [:]][code, default: []].insert(block.spelling.text(of: code))
        }
      }
    }
    let lines = used.sorted { $0.key < $1.key }.flatMap { dimension, codes in
      codes.sorted { BlockFacts.rank($0.key) < BlockFacts.rank($1.key) }.flatMap { code, written in
        written.sorted().map { text in
          [dimension.rawValue, CountSpelling.forSpreadsheets.text(of: text)]
            + words.languages.map { $0.label(dimension, code, in: publication) }
        }
      }
    }
    return OpenTable.bytes([["dimension", "code"] + languages] + lines)
  }

  /// `data/sensitive.csv`: the one number a year of sensitive cases, which no other table holds.
  var sensitiveYears: [UInt8] {
    let lines = publication.sensitiveYears.map {
      [String($0.year), $0.value.number.map { String($0) } ?? "", $0.value.flag]
    }
    return OpenTable.bytes([["year", "value", "flag"]] + lines)
  }

  /// `data/index.json`: the blocks, oldest first, and the name of the last one.
  func index(of folders: [BlockFolder]) -> JSONDocument {
    let list = folders.map { folder in
      JSONDocument.object([
        "period": .text(folder.block.period), "from": .text("\(folder.block.block.start)"),
        "to": .text("\(folder.block.block.end)"), "closed_on": .text("\(folder.block.closedOn)"),
        "files": .object(
          Dictionary(
            uniqueKeysWithValues: folder.tables.map {
              ("\(folder.block.period)/\($0.name)", .text("sha256:" + $0.digest))
            })),
      ])
    }
    var index: [String: JSONDocument] = [
      "blocks": .list(list), "codes": .text("codes.csv"),
    ]
    if let last = folders.last { index["latest"] = .text(last.block.period) }
    if !publication.sensitiveYears.isEmpty { index["sensitive"] = .text("sensitive.csv") }
    return .object(index)
  }

  /// `LICENSE`: the terms in short, with the address of their text.
  var licenceText: [UInt8] {
    let source = publisher(defaultLanguage) + (base.map { ", " + $0 } ?? "")
    let paragraphs = [
      "The numbers and texts of this site are published by \(publisher(defaultLanguage)) under",
      licence.title + "\n" + licence.address,
      licence.summary + "\nThe text at the address above is what counts.",
      "Source to name: " + source,
      """
      Please do not try to find out withheld numbers or who is behind a number.
      That is a request to protect people, not a condition of the licence.
      """,
    ]
    return Array((paragraphs.joined(separator: "\n\n") + "\n").utf8)
  }
}
