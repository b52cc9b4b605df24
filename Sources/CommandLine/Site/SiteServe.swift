internal import ArgumentParser
internal import CaseModel
internal import Diagnostics
internal import FlyingFox
internal import FlyingSocks
internal import FoundationEssentials
internal import Register
internal import Site

/// `daftar site serve`: shows the pages on this computer only.
struct SiteServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the pages in a browser on this computer.",
    discussion: """
      Builds them anew on each visit and listens on 127.0.0.1 only; end it with Ctrl-C.
      Example: daftar site serve --port 8080
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("The port.", valueName: "number")) var port: UInt16 = 8080
  @Option(help: ArgumentHelp("The day for which the figures hold.", valueName: "date"))
  var asOf: DateWord?

  func run() async throws {
    let folder = global.directory ?? FileManager.default.currentDirectoryPath
    let pages = ServedPages(folder: folder, asOf: asOf)
    _ = try await pages.files()
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
    await server.appendRoute("GET *") { request in
      await pages.response(to: request.path)
    }
    await server.appendRoute("HEAD *") { request in
      await pages.response(to: request.path)
    }
    try Output.line("http://127.0.0.1:\(port)/")
    try Output.finish()
    do {
      try await server.run()
    } catch {
      throw Diagnostic(
        rule: "site.port", message: "the port \(port) cannot be used: \(error)",
        hint: "choose another one with --port")
    }
  }
}

/// The pages as they are now, one visit after the other.
private actor ServedPages {
  private let folder: String
  private let asOf: DateWord?

  init(folder: String, asOf: DateWord?) {
    self.folder = folder
    self.asOf = asOf
  }

  func files() throws -> [String: [UInt8]] {
    let register = try Register.open(at: folder, clock: try Session.clock())
    let day = try asOf?.date(today: register.today) ?? register.today.endOfLastMonth
    let site = try DraftSite(register: register, asOf: day)
    return Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  func response(to path: String) -> HTTPResponse {
    var name = String(path.drop { $0 == "/" })
    if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
    do {
      guard let content = try files()[name] else {
        return HTTPResponse(statusCode: .notFound, body: Data("There is no such page.\n".utf8))
      }
      return HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: Self.type(of: name), HTTPHeader("Cache-Control"): "no-store"],
        body: Data(content))
    } catch {
      return HTTPResponse(
        statusCode: .internalServerError, body: Data("The pages cannot be built.\n".utf8))
    }
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    case "csv": "text/csv; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
