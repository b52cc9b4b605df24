import Foundation
import Testing

/// The public site and the team's: what each shows, where each may go.
@Suite struct PublicSiteTests {
  private func closed() throws -> PublishingScene {
    let scene = try PublishingScene()
    try scene.register.done("publish close", as: "huda", now: PublishingScene.now)
    return scene
  }

  @Test func `the public site shows frozen numbers, the same bytes twice, and no case`() throws {
    let register = try closed().register
    let (one, two) = (register.folder + "/one", register.folder + "/two")
    try register.done("site build --out \(one)")
    _ = try register.new("--text", "Something new.")
    try register.done("site build --out \(two)")
    let files = try PublishingScene.files(in: one)
    #expect(files == (try PublishingScene.files(in: two)))
    for path in ["index.html", "en/index.html", "ar/2026-Q3/index.html", "ru/method/index.html"] {
      #expect(files[path] != nil, "\(path)")
    }
    #expect(
      files["data/2026-Q3/counts.csv"]
        == FileManager.default.contents(
          atPath: register.path + "/cases/publication/2026-Q3/counts.csv"))
    let ids =
      try register.done("list --json --limit 400").json.list.compactMap { $0["case"].text }
    try #require(ids.count > 200)
    for (path, content) in files {
      let text = String(decoding: content, as: UTF8.self)
      #expect(!ids.contains { text.contains($0) }, "\(path) names a case")
      #expect(!text.contains(" is dry"), "\(path) holds a complaint's words")
    }
  }

  @Test func `a second build leaves unchanged files in their place and mends the others`() throws {
    let register = try closed().register
    try register.done("site build")
    let root = register.path + "/public/"
    let before = try PublishingScene.files(in: root)
    let (kept, edited, linked) = ("LICENSE", "en/index.html", "ledger.csv")
    func number(_ path: String) throws -> UInt64 {
      let attributes = try FileManager.default.attributesOfItem(atPath: root + path)
      return try #require((attributes[.systemFileNumber] as? NSNumber)?.uint64Value)
    }
    let places = try [kept, edited].map(number)
    try Data(before[edited]!.reversed()).write(to: URL(filePath: root + edited), options: [])
    // The same bytes, but somewhere else.
    let elsewhere = register.folder + "/elsewhere"
    try FileManager.default.moveItem(atPath: root + linked, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: root + linked, withDestinationPath: elsewhere)

    try register.done("site build")
    #expect(try PublishingScene.files(in: root) == before)
    #expect(try number(kept) == places[0])
    #expect(try number(edited) != places[1])
    let kind = try FileManager.default.attributesOfItem(atPath: root + linked)[.type]
    #expect(kind as? FileAttributeType == .typeRegular)
  }

  @Test func `before the first block is closed there is a page without numbers`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    try register.done("site build")
    let page = try String(
      contentsOfFile: register.path + "/public/en/index.html", encoding: .utf8)
    #expect(!page.contains("<svg"))
    let result = try register.run("site publish --branch pages")
    #expect(result.status == 1 && result.errors.contains("no block is closed yet"))
  }

  @Test func `the team's pages are marked and never share a folder with the public ones`() throws {
    let register = try closed().register
    try register.done("site build")
    let built = try register.done("site build --internal --as-of 2026-11-21")
    #expect(built.word == register.path + "/internal/index.html")
    let page = try String(
      contentsOfFile: register.path + "/internal/en/index.html", encoding: .utf8)
    #expect(page.contains("noindex"))
    #expect(!FileManager.default.fileExists(atPath: register.path + "/internal/data"))
    for (line, folder) in [
      ("site build --internal", "public"), ("site build", "internal"),
      ("site publish --to internal", "internal"),
    ] {
      let option = line.hasPrefix("site build") ? " --out \(folder)" : ""
      let result = try register.run(line + option)
      #expect(result.status == 1 && result.errors.contains("holds the"), "\(result)")
    }
  }

  @Test(arguments: [
    "a case", "a case in small letters", "a case as it is read out", "an address",
    "an earlier commit", "the object of a case",
  ])
  func `a text that points to the register is not published`(kind: String) throws {
    let register = try closed().register
    let id = try #require(
      try register.done("list --json --limit 1").json.list.first?["case"].text)
    let told =
      switch kind {
      case "a case": id
      case "a case in small letters": id.lowercased().filter { $0 != "-" }
      case "a case as it is read out": id.replacing("-", with: "\u{2011}")
      case "an address": "HUDA@example.org"
      case "an earlier commit": try register.git("rev-parse", "--short", "HEAD~1").word
      default: try register.git("rev-parse", "HEAD:cases/team.yml").word
      }
    try register.run("site eject content/how-to-complain.en.md", checked: false)
    try register.edit("site-template/content/how-to-complain.en.md") { $0 + "\nSee \(told).\n" }
    let result = try register.run("site build", checked: false)
    #expect(result.status == 1)
    let word =
      kind.hasPrefix("a case") ? told.replacing("\u{2011}", with: "-") : told.lowercased()
    #expect(result.errors.contains("the page would show “\(word)”"), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: register.path + "/public"))
  }

  @Test func `a branch gets one commit for each release, and nothing of the register`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    #expect(
      try register.done("site publish --branch pages").output.hasPrefix("pages: 2026-Q2 "))
    #expect(
      try register.done("site publish --branch pages").output.contains("holds this release"))
    try register.done("publish close", as: "huda", now: PublishingScene.now)
    try register.git("init", "-q", "--bare", register.folder + "/public.git")
    try register.done("site publish --branch pages --remote \(register.folder)/public.git")
    let subjects = try register.git(
      "--git-dir", register.folder + "/public.git", "log", "--format=%s %an", "pages"
    ).lines
    #expect(subjects.count == 2 && subjects[0].hasPrefix("release: 2026-Q3 "))
    #expect(subjects.allSatisfy { $0.hasSuffix(" Valley Relief") })
    let objects = try register.git(
      "--git-dir", register.folder + "/public.git", "rev-list", "--all", "--objects"
    ).output
    #expect(!objects.contains("cases"))
    #expect(try register.git("merge-base", "main", "pages").status == 1)
    // Whoever switches to the branch and adds everything must not publish the team's own pages.
    try register.done("site build --internal --as-of 2026-11-21")
    try register.git("switch", "-q", "pages")
    try register.git("add", "--all")
    #expect(try register.git("status", "--porcelain").output == "")
    try register.git("switch", "-q", "main")
    #expect(try register.run("site publish --branch main").status == 1)
  }

  @Test func `a folder that is taken, and a remote that is not there, are told with what to do`()
    throws
  {
    let register = try closed().register
    let taken = register.folder + "/www"
    try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(filePath: taken + "/thesis.txt"))
    let full = try register.run("site publish --to \(taken)")
    #expect(full.status == 1 && full.errors.contains("name another folder with --to"), "\(full)")
    for (remotes, hint) in [
      ([], "there is none yet; add it with `git remote add nope ADDRESS`"),
      (["team", "web"], "there are: team, web; add it with `git remote add nope ADDRESS`"),
    ] {
      for name in remotes { try register.git("remote", "add", name, "/nowhere/\(name).git") }
      let result = try register.run("site publish --branch pages --remote nope")
      #expect(result.status == 1, "\(result)")
      #expect(result.errors.contains("there is no remote called “nope”"), "\(result)")
      #expect(result.errors.contains(hint), "\(result)")
    }
    // Nothing was made for a place that is not there.
    #expect(try register.git("rev-parse", "--verify", "--quiet", "pages").status != 0)
  }

  @Test(arguments: ["core.sshCommand", "remote.web.receivepack", "remote.web.uploadpack"])
  func `the site is sent by no program that the register's own settings name`(key: String) throws {
    let register = try closed().register
    let mark = register.folder + "/ran"
    try register.git("init", "-q", "--bare", register.folder + "/public.git")
    try register.git("remote", "add", "web", register.folder + "/public.git")
    try register.git("config", key, "touch \(mark); git receive-pack")
    for remote in ["web", "ssh://localhost/public.git"] {
      let result = try register.run("site publish --branch pages --remote \(remote)")
      #expect(result.status == 1 && result.errors.contains("[sync.settings]"), "\(result)")
      #expect(result.errors.contains("`git config --unset-all \(key.lowercased())`"), "\(result)")
      #expect(!FileManager.default.fileExists(atPath: mark))
    }
    // Nothing was made for what may not be sent.
    #expect(try register.git("rev-parse", "--verify", "--quiet", "pages").status != 0)
    try register.git("config", "--unset-all", key)
    try register.done("site publish --branch pages --remote web")
  }

  @Test func `on the branch of the site the way back to the register is named`() throws {
    let register = try closed().register
    try register.done("site publish --branch pages")
    try register.git("switch", "--quiet", "pages")
    let lost = try register.run("list", checked: false)
    #expect(lost.status == 1)
    #expect(lost.errors.contains("this looks like the branch of its public site"), "\(lost)")
    #expect(lost.errors.contains("go back to the register: `git switch main`"))
    try register.git("switch", "--quiet", "main")
    try register.done("list")
    let alone = register.folder + "/alone"
    try register.git("clone", "-q", "--branch", "pages", "--single-branch", register.path, alone)
    let elsewhere = try register.run("list", in: alone)
    #expect(elsewhere.errors.contains("the register is in another repository"), "\(elsewhere)")
  }

  @Test func `numbers that are public already are never changed or dropped`() throws {
    let scene = try closed()
    let register = scene.register
    let target = register.folder + "/www"
    try register.done("site publish --to \(target)")
    let counts = target + "/data/2026-Q1/counts.csv"
    let content = try String(contentsOfFile: counts, encoding: .utf8)
    try content.replacing("total", with: "total ")
      .write(toFile: counts, atomically: false, encoding: .utf8)
    let result = try register.run("site publish --to \(target)")
    #expect(result.status == 1 && result.errors.contains("would change or drop them"), "\(result)")
    let other = try PublishingScene().register
    try other.done("publish close", as: "huda", now: PublishingScene.summer)
    #expect(try other.run("site publish --to \(target)").status == 1)
  }

  @Test func `an earlier day shows the blocks that were closed by then`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    try register.done("publish close", as: "huda", now: PublishingScene.now)
    let out = register.folder + "/then"
    try register.done("site build --as-of 2026-08-01 --out \(out)")
    #expect(FileManager.default.fileExists(atPath: out + "/data/2026-Q2"))
    #expect(!FileManager.default.fileExists(atPath: out + "/data/2026-Q3"))
  }
}
