import Foundation
import Testing

/// Several copies of one register that share a bare repository.
struct TeamCopies {
  let register: TemporaryRegister
  let copies: [Copy]
  /// A case that all of them have.
  let `case`: String

  /// The bare repository in the middle.
  var common: Copy { Copy(register, at: register.folder + "/common.git") }
  /// The case's file.
  var file: String { register.file(of: self.case) }

  subscript(index: Int) -> Copy { copies[index] }

  init(_ names: [String]) throws {
    register = try TemporaryRegister()
    self.case = try Copy(register).new("The list is wrong.")
    let bare = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", ".", bare)
    var copies: [Copy] = []
    for name in names {
      let path = register.folder + "/" + name
      try register.git("clone", "--quiet", bare, path)
      copies.append(Copy(register, at: path))
    }
    self.copies = copies
  }

  /// Commits everything in a copy with plain git and pushes it, as a person might.
  func pushByHand(from copy: Copy, force: Bool = false) throws {
    try copy.git("add --all")
    try copy.git("commit --quiet --allow-empty --message 'By hand'")
    let pushed = try copy.git("push --quiet \(force ? "--force" : "--no-force") origin HEAD")
    try #require(pushed.status == 0, "\(pushed)")
  }

  /// Every copy ends with the same files, whole, and with every event that any of them had.
  func expectSame(
    holding events: Set<String>, at location: SourceLocation = #_sourceLocation
  ) throws {
    let trees = try copies.map { try $0.git("rev-parse HEAD^{tree}").word }
    #expect(Set(trees).count == 1, sourceLocation: location)
    for copy in copies {
      let missing = events.subtracting(try copy.events())
      #expect(missing.isEmpty, "\(copy.path)", sourceLocation: location)
      try copy.expectWhole(copy.path, at: location)
      try copy.expectNoConflictMarker(at: location)
    }
  }
}
