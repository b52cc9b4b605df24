import TestSupport
import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct ZipArchiveTests {
  private static let files = [
    SiteFile(path: "en/index.html", bytes: Array("<p>Hello</p>\n".utf8)),
    SiteFile(path: "ar/صفحة.html", bytes: Array("مرحبا".utf8)),
    SiteFile(path: "empty", bytes: []),
    SiteFile(path: "all.bin", bytes: (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
  ]

  @Test func `the check sum is that of the standard`() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
  }

  @Test func `Python reads names, contents and the fixed time`() throws {
    let archive = SiteFile(path: "site.zip", bytes: ZipArchive.bytes(Self.files))
    let folder = try OutputFolder([archive] + Self.files.map { Self.inside($0) })
    let script = """
      import pathlib, sys, zipfile
      folder = pathlib.Path(sys.argv[1])
      archive = zipfile.ZipFile(folder / "site.zip")
      assert archive.testzip() is None
      names = archive.namelist()
      assert names == sorted(names, key=lambda n: n.encode()), names
      for info in archive.infolist():
          assert archive.read(info) == (folder / "in" / info.filename).read_bytes(), info
          assert info.date_time == (1980, 1, 1, 0, 0, 0), info
      print(len(names))
      """
    let output = try Command.output(["python3", "-", folder.path], input: script)
    #expect(output == "\(Self.files.count)\n")
  }

  @Test(.enabled(if: Command.works("unzip", "-v")))
  func `unzip finds no fault`() throws {
    let folder = try OutputFolder([
      SiteFile(path: "site.zip", bytes: ZipArchive.bytes(Self.files))
    ])
    let output = try Command.output(["unzip", "-t", folder.path + "/site.zip"])
    #expect(output.contains("No errors detected"))
  }

  @Test func `the order of the files changes nothing`() {
    #expect(ZipArchive.bytes(Self.files) == ZipArchive.bytes(Self.files.reversed()))
  }

  private static func inside(_ file: SiteFile) -> SiteFile {
    SiteFile(path: "in/" + file.path, bytes: file.bytes)
  }
}
