internal import ArgumentParser
internal import Terminal

/// The option of commands whose result may be long.
struct PagerOption: ParsableArguments {
  @Flag(name: .customLong("no-pager"), help: "Print all at once.") var isOff = false

  /// Prints a result that may be long, page by page unless that is off.
  func showing(_ print: () throws -> Void) throws {
    if isOff { try print() } else { try Pager.showing(print) }
  }
}
