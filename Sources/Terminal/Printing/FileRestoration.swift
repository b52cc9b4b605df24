internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register

/// How a damaged file of a register comes back, in words that hold where they are said.
struct FileRestoration {
  private let repository: Repository
  /// How far back a whole version is looked for.
  private static let versions = 200

  /// Takes the repository around a folder; nil when there is none.
  init?(at folder: String) {
    do throws(GitError) {
      repository = try Repository.discover(from: folder)
    } catch {
      return nil
    }
  }

  /// The root of the work tree, without a slash at the end; nil in a bare repository.
  var root: String? {
    repository.workTree.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// Whether git was told to keep a file out of the work tree (`git update-index --skip-worktree`).
  func isKeptOut(_ path: String) -> Bool { repository.isKeptOut(path) }

  /// The revision that holds the last whole version of a file, when the newest commit does not;
  /// nil when the newest one does, or when none is found.
  func wholeVersion(of path: String) -> String? {
    do throws(GitError) {
      guard let head = try repository.head() else { return nil }
      if let bytes = try repository.blob(at: path, in: head), isWhole(bytes, path) { return nil }
      let records = try repository.history(from: head, limit: Self.versions, touching: path)
      for record in records {
        guard let bytes = try repository.blob(at: path, in: record.id), isWhole(bytes, path) else {
          continue
        }
        return String(record.id.hex.prefix(12))
      }
    } catch {
      return nil
    }
    return nil
  }

  private func isWhole(_ bytes: [UInt8], _ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(Diagnostic) {
      switch name {
      case "register.yml": try RegisterSettings.requireKnown(bytes, path: path)
      case "team.yml": try Team.requireKnown(bytes, path: path)
      case "categories.yml": try Codebook.requireKnown(bytes, path: path)
      case "areas.yml": try Places.requireKnown(bytes, path: path)
      case "targets.yml": try Targets.requireKnown(bytes, path: path)
      case "calendar.yml": _ = try YAMLNode.parse(bytes, path: path)
      case "publication.yml": try PublicationSettings.requireKnown(bytes, path: path)
      default:
        guard let id = CasePath.id(of: path) else { return false }
        let document = try CaseDocument(reading: bytes, path: path, zone: try zone())
        return document.standing.id == id && document.differences.isEmpty
      }
      return true
    } catch {
      return false
    }
  }

  private func zone() throws(Diagnostic) -> TimeZoneRules {
    let path = "cases/register.yml"
    let bytes = (try? repository.head()).flatMap { try? repository.blob(at: path, in: $0) }
    let settings = bytes.flatMap { try? RegisterSettings.reading($0, path: path) }
    return try TimeZoneCatalogue.rules(settings?.timeZone ?? "UTC")
  }
}
