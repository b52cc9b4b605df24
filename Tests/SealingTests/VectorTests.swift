import Testing

@testable import Sealing

/// The public test vectors of the age format (C2SP/CCTV), from a folder that the environment names.
@Suite(.enabled(if: Environment.vectors != nil, "DAFTAR_AGE_VECTORS names no folder of vectors"))
struct VectorTests {
  private static let vectors: [(name: String, isCompressed: Bool)] =
    (Environment.vectors.map(fileNames) ?? []).map { name in
      let vector = try? Vector(readFile((Environment.vectors ?? "") + "/" + name))
      return (name, vector?["compressed"] != nil)
    }

  @Test(arguments: vectors.filter { !$0.isCompressed }.map(\.name))
  func `a vector gives what it expects`(name: String) throws { try check(name) }

  @Test(
    .enabled(if: Environment.hasPython, "python3, which decompresses, is not installed"),
    arguments: vectors.filter(\.isCompressed).map(\.name))
  func `a compressed vector gives what it expects`(name: String) throws { try check(name) }

  private func check(_ name: String) throws {
    let vector = try Vector(readFile((Environment.vectors ?? "") + "/" + name))
    guard !vector.needsHybrid else {
      #expect(throws: SealingError.unsupported(.hybrid)) {
        try Identity(reading: vector.all("identity").first ?? "")
      }
      return
    }
    let file = try vector.file()
    let released = try vector.open(file)
    #expect(vector.accepts(released.fault), "\(name): \(String(describing: released.fault))")
    if let digest = vector["payload"] { #expect(SealedDigest.of(released.content) == digest) }
    #expect(try vector.openInMemory(file) == released.fault)
  }
}

/// One vector: a head of keys and values, an empty line, a sealed file.
private struct Vector {
  private let head: [(key: String, value: String)]
  private let body: [UInt8]

  init(_ bytes: [UInt8]) throws {
    let newline = UInt8(ascii: "\n")
    let end = try #require(
      bytes.indices.dropLast().first { bytes[$0] == newline && bytes[$0 + 1] == newline })
    head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").compactMap {
      let parts = $0.split(separator: ": ", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    body = Array(bytes[(end + 2)...])
  }

  subscript(key: String) -> String? { all(key).first }
  func all(_ key: String) -> [String] { head.filter { $0.key == key }.map(\.value) }

  var needsHybrid: Bool { all("identity").contains { $0.hasPrefix("AGE-SECRET-KEY-PQ-") } }

  /// Returns the sealed file, decompressed if needed.
  func file() throws -> [UInt8] {
    guard self["compressed"] == "zlib" else { return body }
    let script = "import sys,zlib;sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))"
    return try Program.run(["/usr/bin/python3", "-c", script], input: body)
  }

  /// What a stream releases, and the error that ends it.
  func open(_ file: [UInt8]) throws -> (content: [UInt8], fault: SealingError?) {
    var content: [UInt8] = []
    let fault = fault { () throws(SealingError) in
      var reader = try reader()
      try reader.read(self["armored"] == "yes" ? Armour.decode(file) : file, into: &content)
      try reader.finish(into: &content)
    }
    return (content, fault)
  }

  func openInMemory(_ file: [UInt8]) throws -> SealingError? {
    fault { () throws(SealingError) in
      let file = self["armored"] == "yes" ? try Armour.decode(file) : file
      if let passphrase = self["passphrase"] {
        _ = try AgeFile.open(file, passphrase: passphrase)
      } else {
        _ = try AgeFile.open(file, with: identities())
      }
    }
  }

  private func reader() throws(SealingError) -> AgeReader {
    if let passphrase = self["passphrase"] { return AgeReader(passphrase: passphrase) }
    return AgeReader(with: try identities())
  }

  private func identities() throws(SealingError) -> [Identity] {
    var identities: [Identity] = []
    for text in all("identity") { identities.append(try Identity(reading: text)) }
    return identities
  }

  /// Whether an error, or none, is what the vector expects.
  func accepts(_ fault: SealingError?) -> Bool {
    switch (self["expect"], fault) {
    case ("success", nil), ("HMAC failure", .headerMAC), ("armor failure", .armour),
      ("header failure", .damagedHeader), ("header failure", .workFactor),
      ("no match", .notForTheseIdentities), ("no match", .wrongPassphrase),
      ("no match", .notSealedWithPassphrase), ("no match", .sealedWithPassphrase),
      ("payload failure", .damagedPayload), ("payload failure", .truncated):
      true
    default: false
    }
  }
}
