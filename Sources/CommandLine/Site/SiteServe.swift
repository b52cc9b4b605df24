internal import ArgumentParser
internal import CaseModel
internal import FoundationEssentials
internal import Publishing
internal import Register
internal import Site
internal import Terminal

/// `daftar site serve`: shows the pages on this computer only.
struct SiteServe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the pages in a browser on this computer.",
    discussion: """
      Builds them anew when the register or its site-template has changed, and says on the terminal \
      what is wrong. Listens on 127.0.0.1 only; end it with Ctrl-C.

      Examples:
        daftar site serve
        daftar site serve --internal --port 8081
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var choice: SiteChoice
  @Option(help: ArgumentHelp("The port of the address.", valueName: "number")) var port: UInt16 =
    8080

  func run() throws {
    var preview = SitePreview(global: global, choice: choice)
    _ = try preview.files()
    let server = try LocalServer(port: port)
    try Output.line("http://127.0.0.1:\(port)/")
    try Output.finish()
    server.serve { path in
      var name = String(path.drop { $0 == "/" }.prefix { $0 != "?" && $0 != "#" })
      if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
      return Self.response(to: name, &preview)
    }
  }

  private static func response(
    to name: String, _ preview: inout SitePreview
  ) -> LocalServer.Response {
    do {
      guard let content = try preview.files()[name] else {
        return LocalServer.Response(status: "404 Not Found", "There is no such page.\n")
      }
      return LocalServer.Response(status: "200 OK", type: type(of: name), body: content)
    } catch {
      _ = ErrorReport.print(error, for: Daftar.self)
      return LocalServer.Response(
        status: "500 Internal Server Error",
        "The pages cannot be built; the terminal says why.\n")
    }
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    case "csv": "text/csv; charset=utf-8"
    case "json", "jsonld": "application/json"
    case "xml": "application/atom+xml"
    case "zip": "application/zip"
    default: "application/octet-stream"
    }
  }
}
