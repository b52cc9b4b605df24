import CaseVault
import Diagnostics
import Exchange
import Foundation
import Register
import Testing

@Suite struct RefusedRowsFileTests {
  private static let table = """
    some heading;;;;;
    No;Date;Closed;Kind;Text;Phone
    1;03/02/2024;;Water;"a;""b""
    c";0933 123 456
    2;xx/02/2024;;Water;ok;0933 123 457
    """

  private static var map: String { "header-row: 2\nencoding: koi8-r\n" + ImportScene.map }

  @Test func `refused rows go to a file of their owner, and come in when corrected`() throws {
    let scene = try ImportScene()
    let plan = try scene.plan("\u{FEFF}" + Self.table.replacing("1;03", with: "1;33"), Self.map)
    #expect(plan.refusedRows == [3, 4])
    let path = scene.folder + "-refused.csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RefusedRowsFile.write(plan, to: path, register: scene.register)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    var text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("0933 123 457"))
    #expect(text.contains("is not a date"))
    text = text.replacing("1;33", with: "1;03").replacing("2;xx", with: "2;04")
    let corrected = try scene.plan(Array(text.utf8), Self.map)
    #expect(corrected.refused == [])
    #expect(corrected.cases.map(\.text) == ["a;\"b\"\nc", "ok"])
    #expect(!corrected.privateColumns.map(\.column).contains("import-refused"))
  }

  @Test func `the file never lies inside the register`() throws {
    let scene = try ImportScene()
    let plan = try scene.plan(Self.table, Self.map.replacing("encoding: koi8-r\n", with: ""))
    let link = scene.folder + "-link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scene.folder + "/cases")
    defer { try? FileManager.default.removeItem(atPath: link) }
    for folder in [scene.folder, scene.folder + "/cases", scene.folder + "/.git", link] {
      let error = #expect(throws: Diagnostic.self) {
        try RefusedRowsFile.write(plan, to: folder + "/refused.csv", register: scene.register)
      }
      #expect(error?.rule == "private-file.inside")
    }
    #expect(throws: Diagnostic.self) {
      try RefusedRowsFile.write(plan, to: "/no/such/folder/x.csv", register: scene.register)
    }
  }

  @Test func `only refused rows of an earlier import are replaced`() throws {
    let scene = try ImportScene()
    let plan = try scene.plan("\u{FEFF}" + Self.table.replacing("1;03", with: "1;33"), Self.map)
    let folder = scene.folder + "-outside"
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? manager.removeItem(atPath: folder) }
    let (path, key) = (folder + "/refused.csv", folder + "/key")
    try Data("AGE-SECRET-KEY".utf8).write(to: URL(fileURLWithPath: key))
    try manager.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "key")
    for place in [key, folder + "/link", folder] {
      let error = #expect(throws: Diagnostic.self, "\(place)") {
        try RefusedRowsFile.write(plan, to: place, register: scene.register)
      }
      #expect(error?.rule == "private-file.taken")
    }
    #expect(manager.contents(atPath: key) == Data("AGE-SECRET-KEY".utf8))
    #expect(try manager.destinationOfSymbolicLink(atPath: folder + "/link") == "key")
    // A file beside, of a name that is near.
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path + ".new"))
    try RefusedRowsFile.write(plan, to: path, register: scene.register)
    try RefusedRowsFile.write(plan, to: path, register: scene.register)
    #expect(manager.contents(atPath: path + ".new") == Data("mine".utf8))
    #expect(
      try manager.contentsOfDirectory(atPath: folder).sorted() == [
        "key", "link", "refused.csv", "refused.csv.new",
      ])
  }
}
