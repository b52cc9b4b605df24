internal import Diagnostics
internal import Glibc
internal import FileSystem

/// A server for one person's browser on this computer: HTTP/1.0, GET, one request at a time.
///
/// It listens on 127.0.0.1 and answers only requests that name this computer, so that no page from
/// elsewhere can read the draft through the browser. The HTTP libraries for Swift bring a network
/// stack that would double the program; a preview needs a dozen system calls.
struct LocalServer {
  /// An answer.
  struct Response {
    let status: String
    let type: String
    let body: [UInt8]

    init(status: String, type: String, body: [UInt8]) {
      self.status = status
      self.type = type
      self.body = body
    }

    init(status: String, _ text: String) {
      self.init(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
  }

  private let listener: Int32
  private let port: UInt16
  private static let largestRequest = 8_192

  /// Begins to listen; throws when the port is taken.
  init(port: UInt16) throws(Diagnostic) {
    self.port = port
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var yes: Int32 = 1
    _ = unsafe setsockopt(
      listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard listener >= 0, bound == 0, listen(listener, 8) == 0 else {
      throw Diagnostic(
        rule: "site.port",
        message: "the port \(port) cannot be used: \(SystemError.reason)",
        hint: "choose another one with --port")
    }
  }

  /// Answers requests until the process ends.
  func serve(_ answer: (String) -> Response) {
    // A browser that goes away in the middle of an answer must not end the program.
    _ = signal(SIGPIPE, SIG_IGN)
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      limitWaiting(connection)
      if let request = Self.request(connection) { send(reply(to: request, answer), connection) }
      close(connection)
    }
  }

  private func limitWaiting(_ connection: Int32) {
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    _ = unsafe setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    _ = unsafe setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
  }

  /// Reads up to the blank line that ends a request's head.
  private static func request(_ connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1_024)
    while bytes.count < largestRequest {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(connection, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
      let text = String(decoding: bytes, as: UTF8.self)
      if text.contains("\r\n\r\n") || text.contains("\n\n") { return text }
    }
    return nil
  }

  private func reply(to request: String, _ answer: (String) -> Response) -> Response {
    let lines = request.split(whereSeparator: \.isNewline)
    let words = lines.first?.split(separator: " ") ?? []
    let host = lines.dropFirst().first { $0.lowercased().hasPrefix("host:") }
      .map { $0.dropFirst(5).drop { $0 == " " } }
    let own = ["127.0.0.1:\(port)", "localhost:\(port)", "127.0.0.1", "localhost"]
    guard words.count >= 2, words[0] == "GET" else {
      return Response(status: "405 Method Not Allowed", "Only GET is answered.\n")
    }
    guard host.map({ own.contains(String($0)) }) ?? false else {
      return Response(status: "403 Forbidden", "This address is not answered.\n")
    }
    return answer(String(words[1]))
  }

  private func send(_ response: Response, _ connection: Int32) {
    let head = """
      HTTP/1.0 \(response.status)\r
      Content-Type: \(response.type)\r
      Content-Length: \(response.body.count)\r
      Cache-Control: no-store\r
      X-Content-Type-Options: nosniff\r
      Connection: close\r
      \r

      """
    var rest = (Array(head.utf8) + response.body)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(connection, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
