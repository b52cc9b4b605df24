import Diagnostics

/// The composer of a tree from parser events; the depth limit also bounds its own recursion.
struct YAMLComposer: ~Copyable {
  private var reader: YAMLEventReader
  private let maximumDepth: Int

  init(reader: consuming YAMLEventReader, maximumDepth: Int) {
    self.reader = reader
    self.maximumDepth = maximumDepth
  }

  mutating func document() throws(Diagnostic) -> YAMLNode {
    guard case .documentStart = try reader.next() else {
      return YAMLNode(.mapping([]), at: reader.location)
    }
    let root = try node(from: try reader.next(), depth: 1)
    _ = try reader.next()
    guard case .streamEnd = try reader.next() else {
      throw reader.problem(
        "yaml.second-document", "a second document begins here",
        hint: "keep one document in the file; remove the line --- and what follows")
    }
    return root
  }

  private mutating func node(
    from event: YAMLEvent, depth: Int
  ) throws(Diagnostic) -> YAMLNode {
    let location = reader.location
    switch event {
    case .scalar(let text, let style):
      return YAMLNode(.scalar(text, quoted: style != .plain), at: location)
    case .sequenceStart:
      try checkDepth(depth)
      return YAMLNode(.sequence(try sequence(depth: depth)), at: location)
    case .mappingStart:
      try checkDepth(depth)
      return YAMLNode(.mapping(try mapping(depth: depth)), at: location)
    case .collectionEnd, .documentStart, .documentEnd, .streamEnd:
      throw reader.problem("yaml.syntax", "a value is missing here")
    }
  }

  private func checkDepth(_ depth: Int) throws(Diagnostic) {
    guard depth > maximumDepth else { return }
    throw reader.problem(
      "yaml.depth", "the values are nested more than \(maximumDepth) deep")
  }

  private mutating func sequence(depth: Int) throws(Diagnostic) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try reader.next()
      if case .collectionEnd = event { return items }
      items.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(
    depth: Int
  ) throws(Diagnostic) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try reader.next()
      if case .collectionEnd = event { return pairs }
      guard case .scalar(let name, _) = event else {
        throw reader.problem("yaml.key", "a key must be a plain or quoted word")
      }
      if let first = lines.updateValue(reader.line, forKey: name) {
        throw reader.problem(
          "yaml.duplicate-key", "the key “\(name)” is already on line \(first)",
          hint: "keep one of the two lines")
      }
      let key = try node(from: event, depth: depth + 1)
      pairs.append((key, try node(from: try reader.next(), depth: depth + 1)))
    }
  }
}
