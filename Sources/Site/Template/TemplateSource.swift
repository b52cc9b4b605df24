/// The files that pages are made from, in layers: an earlier layer overrides a later one.
///
/// Files are replaced as a whole, texts (`i18n/…​.yml`) and settings (`brand.yml`) key by key, so
/// that a register that wants one other word writes one line.
package struct TemplateSource: Sendable {
  /// Some files under one name.
  package struct Layer: Sendable {
    /// What findings call it, such as `site-template`.
    package let name: String
    /// The files by path relative to the template, such as `layouts/index.mustache`.
    package let files: [String: [UInt8]]

    /// Describes a layer.
    package init(name: String, files: [String: [UInt8]]) {
      self.name = name
      self.files = files
    }
  }

  /// Reads a YAML file of texts: `key: text`, or `key:` with one level of `form: text` below.
  package typealias TextReader =
    @Sendable (_ bytes: [UInt8], _ path: String) throws(TextProblem) -> [TextEntry]

  private let layers: [Layer]
  private let read: TextReader

  /// Puts layers on top of each other.
  ///
  /// - Parameters:
  ///   - layers: The one that wins first, the built-in one last.
  ///   - read: Reads a YAML file of texts.
  package init(layers: [Layer], read: @escaping TextReader) {
    self.layers = layers
    self.read = read
  }

  /// A file that was found, with the name that findings use for it.
  struct Found {
    let name: String
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The file at a path, from the first layer that has it.
  func file(_ path: String) -> Found? {
    for layer in layers {
      if let bytes = layer.files[path] { return Found(name: "\(layer.name)/\(path)", bytes: bytes) }
    }
    return nil
  }

  /// A file without which there is no site; its absence is reported.
  func required(_ path: String, findings: inout [SiteFinding]) -> [UInt8] {
    if let file = file(path) { return file.bytes }
    findings.append(SiteFinding(file: path, summary: "the template has no such file"))
    return []
  }

  /// Every path under a folder, sorted.
  func paths(under folder: String) -> [String] {
    Set(layers.flatMap(\.files.keys)).filter { $0.hasPrefix(folder + "/") }.sorted()
  }

  /// The keys of a file of texts over all layers.
  func texts(_ path: String, findings: inout [SiteFinding]) -> TextTable {
    var table = TextTable(file: file(path)?.name ?? path)
    for layer in layers.reversed() {
      guard let bytes = layer.files[path] else { continue }
      let name = "\(layer.name)/\(path)"
      do {
        for entry in try read(bytes, path) { table.put(entry, file: name) }
      } catch {
        findings.append(SiteFinding(file: name, line: error.line, summary: error.summary))
      }
    }
    return table
  }

  /// Files of the overriding layers that nothing uses, most likely misspelt.
  func unusedFiles(languages: [String]) -> [SiteFinding] {
    guard let builtIn = layers.last else { return [] }
    return layers.dropLast().flatMap { layer in
      layer.files.keys.sorted().compactMap { path -> SiteFinding? in
        let isKnown =
          builtIn.files[path] != nil || path.hasPrefix("assets/") || path.hasPrefix("partials/")
          || languages.contains { path.hasSuffix("/\($0).yml") || path.hasSuffix(".\($0).md") }
        guard !isKnown else { return nil }
        return SiteFinding(
          .warning, file: "\(layer.name)/\(path)", summary: "no page uses this file",
          hint: "its name must be that of a built-in file, or it must be for a language in use")
      }
    }
  }
}

/// The keys of one file of texts, each with its place.
struct TextTable: Sendable {
  struct Located: Sendable {
    let value: TextValue
    let file: String
    let line: Int
  }

  let file: String
  private(set) var entries: [String: Located] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func put(_ entry: TextEntry, file: String) {
    entries[entry.key] = Located(value: entry.value, file: file, line: entry.line)
  }
}
