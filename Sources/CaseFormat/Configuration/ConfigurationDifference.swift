internal import CaseModel
internal import Diagnostics

/// What differs between two versions of a configuration file, key by key, whatever the keys mean.
///
/// What nobody wrote a sentence of its own for is named by this, so that no key is forgotten.
package struct ConfigurationDifference {
  private let file: String
  /// The places for which others have words: keys with a dot between, `*` for any; `+` before the place
  /// of an entry that is new, `-` of one that is gone.
  private let told: [[String]]
  private var sentences: [String] = []

  /// The differences, each as the beginning of a sentence; none where a version cannot be read.
  ///
  /// Beyond `limit` they are only counted.
  package static func sentences(
    in file: String, from old: [UInt8], to new: [UInt8], besides told: [String] = [],
    limit: Int = 12
  ) -> [String] {
    guard let before = try? parsed(old, file), let after = try? parsed(new, file) else { return [] }
    var difference = ConfigurationDifference(
      file: file, told: told.map { $0.split(separator: ".").map(String.init) })
    difference.compare(before, after, Place(subject: file))
    let found = difference.sentences
    guard found.count > limit else { return found }
    return found.prefix(limit) + ["\(found.count - limit) more values of \(file) are other ones"]
  }

  /// A key in another spelling is the same key.
  private static func parsed(_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> YAMLNode {
    let root = try YAMLNode.parse(bytes, path: file)
    return file == "publication.yml" ? try PublicationSettings.inPresentSpelling(root) : root
  }

  private init(file: String, told: [[String]]) {
    self.file = file
    self.told = told
  }

  /// Where a value stands: below which entry of a list, and under which keys of it.
  private struct Place {
    var subject: String
    var keys: [String] = []
    var path: [String] = []

    func below(_ key: String) -> Place {
      Place(subject: subject, keys: keys + [key], path: path + [key])
    }

    func entry(_ name: String) -> Place { Place(subject: name, path: path + [name]) }

    var words: String { "“\(keys.joined(separator: "."))” of \(subject)" }
  }

  private mutating func compare(_ old: YAMLNode?, _ new: YAMLNode?, _ place: Place) {
    if Self.isMap(old), Self.isMap(new), old?.pairs != nil || new?.pairs != nil {
      let pairs = (old?.pairs ?? []) + (new?.pairs ?? [])
      var seen: Set<String> = []
      for key in pairs.compactMap(\.key.text) where seen.insert(key).inserted {
        compare(old?[key], new?[key], place.below(key))
      }
    } else if let before = Self.entries(old), let after = Self.entries(new),
      !(before.isEmpty && after.isEmpty)
    {
      compareEntries(before, after, place)
    } else {
      let (before, after) = (Self.words(old), Self.words(new))
      guard before != after, !isTold(place.path) else { return }
      sentences.append(
        "\(place.words) is \(Self.shown(after)) instead of \(Self.shown(before))")
    }
  }

  private typealias Entry = (name: String, node: YAMLNode)

  private mutating func compareEntries(_ old: [Entry], _ new: [Entry], _ place: Place) {
    let list = place.keys.joined(separator: ".")
    for entry in new {
      let inner = place.entry(entry.name)
      if let before = old.first(where: { $0.name == entry.name }) {
        compare(before.node, entry.node, inner)
      } else if !isTold(inner.path, sign: "+") {
        sentences.append("\(entry.name) is new in \(list) of \(place.subject)")
      }
    }
    for entry in old where !new.contains(where: { $0.name == entry.name }) {
      guard !isTold(place.entry(entry.name).path, sign: "-") else { continue }
      sentences.append("\(entry.name) is no longer in \(list) of \(place.subject)")
    }
    let (before, after) = (old.map(\.name), new.map(\.name))
    guard before != after, Set(before) == Set(after) else { return }
    sentences.append("\(list) of \(place.subject) stand in another order")
  }

  private func isTold(_ path: [String], sign: String = "") -> Bool {
    told.contains { known in
      guard var first = known.first, known.count == path.count else { return false }
      if !sign.isEmpty {
        guard first.hasPrefix(sign) else { return false }
        first = String(first.dropFirst())
      }
      return zip([first] + known.dropFirst(), path).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  private static func isMap(_ node: YAMLNode?) -> Bool {
    guard let node else { return true }
    return node.pairs != nil || node.isAbsent
  }

  /// The entries of a list by their codes or ids; nil where they have none.
  private static func entries(_ node: YAMLNode?) -> [Entry]? {
    guard let node, !node.isAbsent else { return [] }
    guard let items = node.items else { return nil }
    let named = items.compactMap { item in
      (item.text("id") ?? item.text("code")).map { (name: $0, node: item) }
    }
    return named.count == items.count ? named : nil
  }

  private static func words(_ node: YAMLNode?) -> String {
    guard let node else { return "" }
    if let text = node.text { return text }
    if let items = node.items {
      return items.map { item in
        let text = words(item)
        return item.text == nil ? "(\(text))" : text
      }.joined(separator: ", ")
    }
    return (node.pairs ?? []).map { "\($0.key.text ?? ""): \(words($0.value))" }
      .joined(separator: ", ")
  }

  private static func shown(_ text: String) -> String {
    if text.isEmpty { return "none" }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
