import Foundation
import Testing

/// A register with four quarters of complaints from an old list, none of them published yet.
struct PublishingScene {
  let register: TemporaryRegister

  /// After the days of grace of the third quarter of 2026, before those of the fourth.
  static let now = "2026-11-21T09:00:00Z"
  /// The first day on which the first two quarters may be closed.
  static let summer = "2026-07-21T09:00:00Z"

  init() throws {
    register = try TemporaryRegister()
    let folder = register.folder
    try FileManager.default.removeItem(atPath: register.path)
    try FileManager.default.copyItem(
      atPath: try Self.prepared.get().path, toPath: folder + "/register")
  }

  /// Imported once, then copied.
  private static let prepared = Swift.Result<TemporaryRegister, any Error> {
    let scene = try TemporaryRegister()
    let (table, map) = (scene.folder + "/old.csv", scene.folder + "/old.map.yml")
    try rows.write(toFile: table, atomically: false, encoding: .utf8)
    try importMap.write(toFile: map, atomically: false, encoding: .utf8)
    try scene.done("import csv \(table) --map \(map)", as: "huda")
    return scene
  }

  /// Ninety complaints a quarter, more of one kind than of the others, so that some cells are small.
  private static let rows: String = {
    let categories = [
      "minor", "minor", "minor", "major", "assistance", "assistance", "information",
    ]
    let areas = ["A0101", "A0101", "A02", "A0101", "A02", "A01", "A0101", "A02"]
    let channels = ["hotline", "hotline", "desk", "field", "hotline", "box", "desk", "hotline"]
    let lines = (0..<360).map { index in
      let day = (index % 90) % 28 + 1
      let month = index / 90 * 3 + (index % 90) / 30 + 1
      let isOpen = index % 17 == 3
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let closed =
        isOpen ? "" : month < 12 ? "2026-\(two(month + index % 2))-28" : "2026-\(two(month))-28"
      let received = "2026-\(two(month))-\(two(day))"
      let fields = [
        "\(index)", received, closed < received ? "" : closed,
        categories[index * 5 % categories.count], areas[index * 3 % areas.count],
        channels[index * 7 % channels.count], "The tap \(index) is dry.",
      ]
      return fields.joined(separator: ",")
    }
    let past = lines.filter { !$0.contains(",2026-11-2") && !$0.contains(",2026-12") }
    return "ID,Date,Closed,Category,Area,Channel,Text\n" + past.joined(separator: "\n") + "\n"
  }()

  private static let importMap = """
    defaults: {language: en, outcome: answered}
    external: {prefix: old-, column: "ID"}
    columns:
      - {column: "Date", as: coded, to: received, format: "iso8601"}
      - {column: "Closed", as: coded, to: closed, format: "iso8601"}
      - {column: "Category", as: coded, to: category}
      - {column: "Area", as: coded, to: area}
      - {column: "Channel", as: coded, to: channel}
      - {column: "Text", as: text, to: narrative}

    """

  /// The files below `cases/publication`, by path.
  func frozen() throws -> [String: Data] {
    try Self.files(in: register.path + "/cases/publication")
  }

  /// All files of a folder, by path.
  static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      files[path] = FileManager.default.contents(atPath: folder + "/" + path)
    }
    return files
  }
}
