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

  /// Reads a YAML file of texts: `key: text`, or `key:` with one level of `form: text` below; in
  /// `brand.yml` with two.
  package typealias TextReader =
    @Sendable (_ bytes: [UInt8], _ path: String) throws(TextProblem) -> [TextEntry]

  /// Finds the known word that a misspelt one most likely stands for.
  package typealias WordFinder =
    @Sendable (_ word: String, _ known: [String]) -> String?

  let layers: [Layer]
  private let read: TextReader
  private let nearest: WordFinder

  /// Puts layers on top of each other.
  ///
  /// - Parameters:
  ///   - layers: The one that wins first, the built-in one last.
  ///   - read: Reads a YAML file of texts.
  ///   - nearest: Finds what a misspelt word was meant to be.
  package init(
    layers: [Layer], read: @escaping TextReader, nearest: @escaping WordFinder
  ) {
    self.layers = layers
    self.read = read
    self.nearest = nearest
  }

  /// What a misspelt word was most likely meant to be, as a question; nil when nothing is near.
  func guess(_ word: String, known: [String]) -> String? {
    nearest(word, known).map { "did you mean `\($0)`?" }
  }

  /// What to say of a word that nobody knows: what it was meant to be, or all that is known.
  func advice(on word: String, known: [String]) -> String {
    guess(word, known: known) ?? "known: " + known.joined(separator: ", ")
  }

  /// A file that was found, with the name that findings use for it.
  package struct Found {
    /// The name of its layer and its path in it.
    package let name: String
    /// What it holds.
    package let bytes: [UInt8]

    /// The same as text; what is not UTF-8 is replaced.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The file at a path, from the first layer that has it.
  package func file(_ path: String) -> Found? {
    for layer in layers {
      if let bytes = layer.files[path] { return Found(name: "\(layer.name)/\(path)", bytes: bytes) }
    }
    return nil
  }

  /// A file without which there is no site; its absence is reported.
  package func required(_ path: String, hint: String = "", findings: inout [SiteFinding]) -> [UInt8]
  {
    if let file = file(path) { return file.bytes }
    findings.append(
      SiteFinding(file: path, summary: "the template has no such file", hint: hint))
    return []
  }

  /// Where a file of the register's own has to lie.
  func ownName(_ path: String) -> String {
    layers.first.map { "\($0.name)/\(path)" } ?? path
  }

  /// Every path under a folder, sorted.
  package func paths(under folder: String) -> [String] {
    Set(layers.flatMap(\.files.keys)).filter { $0.hasPrefix(folder + "/") }.sorted()
  }

  /// The keys of a file of texts over all layers.
  package func texts(_ path: String, findings: inout [SiteFinding]) -> TextTable {
    var table = TextTable(file: file(path)?.name ?? path)
    for layer in layers.reversed() {
      guard let bytes = layer.files[path] else { continue }
      let name = "\(layer.name)/\(path)"
      do {
        for entry in try read(bytes, path) { table.put(entry, file: name) }
      } catch {
        table.isUnreadable = true
        findings.append(
          SiteFinding(file: name, line: error.line, summary: error.summary, hint: error.hint))
      }
    }
    return table
  }
}

/// The keys of one file of texts, each with its place.
package struct TextTable: Sendable {
  struct Located: Sendable {
    let value: TextValue
    let file: String
    let line: Int
  }

  let file: String
  /// Whether a file could not be read, so that what is missing here tells nothing.
  package fileprivate(set) var isUnreadable = false
  private(set) var entries: [String: Located] = [:]

  init(file: String) {
    self.file = file
  }

  /// Where a key stands; only the file for a key that is not there.
  func place(of key: String) -> (file: String, line: Int?) {
    (entries[key]?.file ?? file, entries[key]?.line)
  }

  mutating func put(_ entry: TextEntry, file: String) {
    put(Located(value: entry.value, file: file, line: entry.line), for: entry.key)
  }

  mutating func put(_ entry: Located, for key: String) {
    entries[key] = entry
  }
}
