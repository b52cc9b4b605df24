package import CaseModel

extension CodeList {
  /// Whether a command may add a code of which nothing is known but its names.
  ///
  /// A category has a sensitivity and a band its years: those are added by hand. A new channel is one
  /// by which nobody is told at once.
  package var takesNewCodes: Bool {
    switch self {
    case .concern, .partners, .themes, .channels: true
    default: false
    }
  }
}

extension Codebook {
  /// Whether it says what another one says, and a code last of one list.
  func isSame(as before: Codebook, but code: LabelledCode, in list: CodeList) -> Bool {
    var (ways, lists) = (before.channels, before.lists)
    switch list {
    case .channels: ways.append(Channel(name: code, isInPerson: false))
    default: lists[list, default: []].append(code)
    }
    return categories == before.categories && bands == before.bands && channels == ways
      && self.lists == lists
  }
}
