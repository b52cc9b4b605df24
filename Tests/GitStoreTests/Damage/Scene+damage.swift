@testable import GitStore

/// How an object's own file is harmed.
enum Harm: CaseIterable {
  case removed, emptied, cut
}

extension Scene {
  /// The repository as a new call finds it, which remembers no object.
  func reopened() throws -> Repository { try Repository.discover(from: path) }

  /// Harms the loose file of an object.
  func harm(_ id: ObjectID, _ harm: Harm = .removed) throws {
    let file = repository.looseFile(id)
    let content = try readFile(file)
    removeFile(file)
    switch harm {
    case .removed: break
    case .emptied: try writeBytes(file, [])
    case .cut: try writeBytes(file, Array(content.prefix(content.count / 2)))
    }
  }

  /// What a revision names, in git's way of writing it (`HEAD~1:c/a`).
  func object(_ revision: String) throws -> ObjectID {
    let hex = try git("rev-parse", revision).split(separator: "\n").first.map(String.init)
    guard let id = hex.flatMap({ ObjectID(hex: $0) }) else {
      throw Git.Failure(description: "git names nothing for \(revision)")
    }
    return id
  }

  /// Takes the files of the work tree and the index away, as in a copy that nobody works in.
  func abandonWorkTree() {
    for name in list(path) where name != ".git" { removeTree(path + "/" + name) }
    for name in list(path) where name != ".git" { removeFile(path + "/" + name) }
    removeFile(path + "/.git/index")
  }
}

/// Runs a part of a test with notes of damage of its own, and returns them.
func notes(during work: () throws -> Void) rethrows -> RepositoryNotes {
  let notes = RepositoryNotes()
  try RepositoryNotes.$current.withValue(notes) { try work() }
  return notes
}

extension Scene {
  /// The same scene with the repository as another call has it.
  init(of scene: Scene, _ repository: Repository) {
    home = scene.home
    git = scene.git
    self.repository = repository
  }
}
