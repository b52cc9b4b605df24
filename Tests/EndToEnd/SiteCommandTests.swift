import Foundation
import Testing

/// The pages of statistics and the sample register, in temporary folders.
@Suite struct SiteCommandTests {
  private func tree(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(
        atPath: folder + "/" + path, isDirectory: &isFolder)
      guard !isFolder.boolValue else { continue }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
    }
    return files
  }

  @Test
  func
    `the team's pages say so in every language, are found by no search engine, and are the same twice`()
    throws
  {
    let register = try TemporaryRegister(staged: ())
    let (one, two) = (register.folder + "/one", register.folder + "/two")
    let result = try register.done("site build --internal --out \(one) --as-of 2026-11-21")
    #expect(result.output == one + "/index.html\n")
    try register.done("site build --internal --out \(two) --as-of 2026-11-21")
    let files = try tree(one)
    #expect(files == (try tree(two)))
    for (language, marker) in [
      ("en", "not safe to publish"), ("ar", "نشرها غير آمن"), ("ru", "публиковать небезопасно"),
    ] {
      let page = String(decoding: try #require(files["\(language)/index.html"]), as: UTF8.self)
      #expect(page.contains(marker), "\(language)")
      #expect(page.contains("noindex"))
      #expect(page.contains("lang=\"\(language)\""))
      #expect(!page.contains("No shade"))
    }
    #expect(!files.keys.contains { $0.hasPrefix("data/") })
  }

  @Test func `the usual folder is public, which git leaves out`() throws {
    let register = try TemporaryRegister(staged: ())
    let result = try register.done("site build")
    #expect(result.word == register.path + "/public/index.html")
    try register.done("site build")
  }

  @Test func `a folder with other files is never overwritten`() throws {
    let register = try TemporaryRegister(staged: ())
    let target = register.folder + "/precious"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: target + "/thesis.txt"))
    let result = try register.run("site build --out \(target)")
    #expect(result.status == 1)
    #expect(result.errors.contains("thesis.txt"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == ["thesis.txt"])
    #expect(!FileManager.default.fileExists(atPath: register.folder + "/.daftar-build-precious"))
  }

  @Test func `a template file is taken out once, changed, and used`() throws {
    let register = try TemporaryRegister(staged: ())
    let names = try register.done("site eject").lines
    #expect(names.contains("brand.yml"))
    let texts = try #require(names.first { $0.hasSuffix("en.yml") })
    let result = try register.run("site eject \(texts)", checked: false)
    #expect(result.output == "site-template/\(texts)\n")
    #expect(
      try register.run("site eject \(texts)", checked: false).errors.contains("there already"))
    let wrong = try register.run("site eject brand.yaml", checked: false)
    #expect(wrong.errors.contains("did you mean brand.yml?"))
    try register.edit("site-template/\(texts)") {
      $0.replacing("not safe to publish", with: "keep it in the office")
    }
    let out = register.folder + "/out"
    let built = try register.run("site build --internal --out \(out)", checked: false)
    #expect(built.status == 0, "\(built)")
    let page = try String(contentsOfFile: out + "/en/index.html", encoding: .utf8)
    #expect(page.contains("keep it in the office"))
  }

  @Test func `the preview answers this computer's browser and no page from elsewhere`() throws {
    let register = try TemporaryRegister(staged: ())
    let port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 20_000
    let script = """
      ask() {
        exec 3<>/dev/tcp/127.0.0.1/\(port) &&
        printf 'GET %s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' "$1" "$2" >&3 && head -c 2000 <&3
        exec 3>&-
      }
      "$DAFTAR" site serve --internal --port \(port) > served & server=$!
      for try in $(seq 100); do grep -q http served && break; sleep 0.1; done
      echo "printed: $(cat served)"; rm served
      ask /en/ 127.0.0.1:\(port); echo; echo =====
      ask /../register.yml 127.0.0.1:\(port); echo; echo =====
      ask /en/ evil.example:\(port); echo
      kill $server
      """
    try Data(script.utf8).write(to: URL(fileURLWithPath: register.home + "/script"))
    let parts = try register.shell("bash \(register.home)/script").output
      .split(separator: "=====")
    try #require(parts.count == 3)
    #expect(parts[0].contains("printed: http://127.0.0.1:\(port)/"))
    #expect(parts[0].contains(" 200 ") && parts[0].contains("not safe to publish"))
    #expect(!parts[1].contains(" 200 ") && !parts[1].contains("Valley"))
    #expect(!parts[2].contains(" 200 ") && !parts[2].contains("not safe to publish"))
  }

  @Test func `the sample register is replayed to the same bytes`() throws {
    let place = try TemporaryRegister(empty: ())
    let result = try place.run("demo register", now: nil)
    #expect(result.status == 0, "\(result)")
    #expect(try place.run("check").output.hasPrefix("everything is in order"))
    let project = URL(fileURLWithPath: Golden.folder).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().path
    #expect(try tree(place.path + "/cases") == tree(project + "/cases"))
    #expect(try place.git("fsck", "--strict").status == 0)
    let again = try place.run("demo register", in: place.folder)
    #expect(again.status == 1)
    #expect(again.errors.contains("the folder is not empty"))
  }
}
