internal import CaseModel
internal import Diagnostics

/// What a reader of the configuration passes over, so that a register can always be read.
///
/// What comes in through a door of ours (`init`, `adopt`, `sync`) is read strictly.
enum Tolerance: Sendable {
  /// Everything must be known.
  case nothing
  /// Keys that are not known are passed over.
  case unknownKeys
  /// So is every value that a later format may have made possible.
  case laterFormats

  /// What is passed over in a register that is there, by its format.
  ///
  /// The first format refused unknown keys from the beginning, and still does.
  static func reading(format: Int) -> Tolerance {
    switch format {
    case ...1: .nothing
    case ...RegisterSettings.newestFormat: .unknownKeys
    default: .laterFormats
    }
  }

  private func passesOver(_ problem: Diagnostic) -> Bool {
    switch self {
    case .nothing: false
    case .unknownKeys: problem.rule == "yaml.unknown-key"
    case .laterFormats: true
    }
  }

  /// Reads a file, again and again without what is passed over; each is noted as a warning.
  func read<Part: ConfigurationPart>(
    _ root: YAMLNode, noting warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Part {
    var root = root
    while true {
      do throws(Diagnostic) {
        return try Part.reading(root)
      } catch {
        guard passesOver(error), let place = error.location,
          let rest = root.removing(what: place)
        else { throw error }
        root = rest
        warnings.append(
          Diagnostic(
            .warning, rule: error.rule, at: place, message: error.message + "; it is passed over",
            hint: error.hint))
      }
    }
  }
}

extension YAMLNode {
  /// This value without the pair or the item that begins at a place; nil when none does.
  fileprivate func removing(what place: SourceLocation) -> YAMLNode? {
    switch content {
    case .scalar: return nil
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        var rest = items
        if let inner = item.removing(what: place) {
          rest[index] = inner
        } else if item.location == place {
          rest.remove(at: index)
        } else {
          continue
        }
        return YAMLNode(.sequence(rest), at: location)
      }
    case .mapping(let pairs):
      for (index, pair) in pairs.enumerated() {
        var rest = pairs
        if let inner = pair.value.removing(what: place) {
          rest[index].value = inner
        } else if pair.key.location == place || pair.value.location == place {
          rest.remove(at: index)
        } else {
          continue
        }
        return YAMLNode(.mapping(rest), at: location)
      }
    }
    return nil
  }
}
