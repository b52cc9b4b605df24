import Foundation

/// A table of complaints and its map, beside a register.
struct ImportFiles {
  let command: String

  static func write(
    rows count: Int, category: String = "minor", in folder: String
  ) throws -> ImportFiles {
    let rows = (0..<count).map {
      "\($0),2026-10-\($0 % 28 + 1),\(category),The tap \($0) is dry.\n"
    }
    .map { $0.replacing(#/-(\d),/#) { "-0\($0.output.1)," } }
    try ("ID,Date,Category,Text\n" + rows.joined())
      .write(toFile: folder + "/log.csv", atomically: false, encoding: .utf8)
    try map.replacing("minor", with: category).write(
      toFile: folder + "/log.map.yml", atomically: false, encoding: .utf8)
    return ImportFiles(command: "import csv \(folder)/log.csv --map \(folder)/log.map.yml")
  }

  private static let map = """
    defaults: {channel: web, language: en}
    external: {prefix: log-, column: "ID"}
    columns:
      - column: "Date"
        as: coded
        to: received
        format: "iso8601"
      - column: "Category"
        as: coded
        to: category
        values: {minor: minor}
        otherwise: refuse
      - column: "Text"
        as: text
        to: narrative

    """
}
