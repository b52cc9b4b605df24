internal import ArgumentParser
internal import CaseModel
internal import FoundationEssentials
internal import Register
internal import Site

/// `daftar site serve`: shows the pages on this computer only.
struct SiteServe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the pages in a browser on this computer.",
    discussion: """
      Builds them anew on each visit and listens on 127.0.0.1 only; end it with Ctrl-C.

      Examples:
        daftar site serve
        daftar site serve --port 8081
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("The port of the address.", valueName: "number")) var port: UInt16 =
    8080
  @Option(
    help: ArgumentHelp("The day of the figures: 2026-10-31, today …", valueName: "date")
  )
  var asOf: DateWord?

  func run() throws {
    _ = try files()
    let server = try LocalServer(port: port)
    try Output.line("http://127.0.0.1:\(port)/")
    try Output.finish()
    server.serve { path in
      var name = String(path.drop { $0 == "/" }.prefix { $0 != "?" && $0 != "#" })
      if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
      return response(to: name)
    }
  }

  private func response(to name: String) -> LocalServer.Response {
    do {
      guard let content = try files()[name] else {
        return LocalServer.Response(status: "404 Not Found", "There is no such page.\n")
      }
      return LocalServer.Response(status: "200 OK", type: Self.type(of: name), body: content)
    } catch {
      _ = ErrorReport.print(error, for: Daftar.self)
      return LocalServer.Response(
        status: "500 Internal Server Error",
        "The pages cannot be built; the terminal says why.\n")
    }
  }

  private func files() throws -> [String: [UInt8]] {
    let register = try Session(global).register
    let day = try asOf?.date(today: register.today) ?? register.today.endOfLastMonth
    let site = try DraftSite(register: register, asOf: day)
    return Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
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
