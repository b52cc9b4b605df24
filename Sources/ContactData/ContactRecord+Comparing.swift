/// A part of contact data that may differ between two records.
package enum ContactPart: Hashable, Sendable {
  case key(ContactKey)
  /// A private column of a table that is none of the keys, by its label.
  case other(String)

  /// What the part is called in a sentence; never what it says.
  package var name: String {
    switch self {
    case .key(.name): "the name"
    case .key(.phone): "the telephone number"
    case .key(.email): "the e-mail address"
    case .key(.language): "the language to speak"
    case .key(.hours): "when it is safe to call"
    case .key(.answers): "who may answer"
    case .key(.message): "whether a message may be left"
    case .key(.channel): "the preferred channel"
    case .key(.place): "the place"
    case .key(.note): "what keeps the person safe"
    case .other(let label): "“\(label)”"
    }
  }
}

extension ContactRecord {
  /// The parts that say something here and something else, or nothing, in another record.
  ///
  /// That a message may not be left is what every record says of whom nobody asked: no difference.
  package func parts(differingFrom other: ContactRecord) -> [ContactPart] {
    let keys = ContactKey.allCases.filter { key in
      switch key {
      case .message: mayLeaveMessage && !other.mayLeaveMessage
      case .phone: !phones.isEmpty && phones != other.phones
      default: self[key] != nil && self[key] != other[key]
      }
    }
    let labels = labels.filter { values(under: $0) != other.values(under: $0) }
    return keys.map(ContactPart.key) + labels.map(ContactPart.other)
  }

  /// The record with some parts as another one says them; the rest stays.
  package func taking(_ parts: [ContactPart], from new: ContactRecord) -> ContactRecord {
    var result = self
    for case .key(let key) in parts { result.replace(key, by: new) }
    let labels = parts.compactMap { part in
      if case .other(let label) = part { label } else { nil }
    }
    result.replaceOthers(labels, by: new)
    return result
  }

  /// Whether a part says the same in another record.
  package func saysTheSame(of part: ContactPart, as other: ContactRecord) -> Bool {
    switch part {
    case .key(.message): mayLeaveMessage == other.mayLeaveMessage
    case .key(.phone): phones == other.phones
    case .key(let key): self[key] == other[key]
    case .other(let label): values(under: label) == other.values(under: label)
    }
  }

  private var labels: [String] {
    others.reduce(into: []) { labels, other in
      if !labels.contains(other.label) { labels.append(other.label) }
    }
  }

  private func values(under label: String) -> [String] {
    others.filter { $0.label == label }.map(\.value)
  }
}
