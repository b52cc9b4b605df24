internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import FileSystem
internal import Text

extension Register {
  /// Where the register's own files of the site's template lie.
  package static let templateFolder = "site-template"

  /// The files of the site's template as they lie in the work tree, by path below the folder; as they
  /// are recorded, where there is no work tree.
  ///
  /// Throws `Diagnostic` (`site.file`) for what is there and cannot be read, which would otherwise pass
  /// for a file that somebody took away.
  package func templateFiles() throws -> [String: [UInt8]] {
    let (files, unreadable) = try presentTemplate()
    if let problem = unreadable.first { throw problem }
    return files
  }

  /// What lies in the folder of the template: the files that can be read, and what is wrong with the
  /// others.
  private func presentTemplate() throws -> (files: [String: [UInt8]], unreadable: [Diagnostic]) {
    guard let root = repository.workTree else { return (try recordedTemplate(in: try head()), []) }
    var files: [String: [UInt8]] = [:]
    var unreadable: [Diagnostic] = []
    let (manager, folder) = (FileManager.default, root + "/" + Self.templateFolder)
    guard manager.fileExists(atPath: folder) else { return (files, unreadable) }
    do {
      for name in try manager.subpathsOfDirectory(atPath: folder).sorted() {
        let kind = try manager.attributesOfItem(atPath: folder + "/" + name)[.type]
        if kind as? FileAttributeType == .typeDirectory { continue }
        let path = Self.templateFolder + "/" + name
        if let content = WorkTreeFile.content(path, in: repository) {
          files[name] = content
        } else {
          unreadable.append(Self.unreadable(path, "it is no file that can be read"))
        }
      }
    } catch {
      unreadable.append(Self.unreadable(Self.templateFolder, SystemError.words(for: error)))
    }
    return (files, unreadable)
  }

  private static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule: "site.file", at: SourceLocation(path: path), message: reason,
      hint: "check its permissions; a symbolic link is not followed")
  }

  /// What other copies do not get of the template as it is here: files that somebody edited, added or
  /// took away and nobody recorded, and what cannot be read; all as warnings, sorted by path.
  package func unrecordedTemplateFiles() throws -> [Diagnostic] {
    guard repository.workTree != nil else { return [] }
    let (files, unreadable) = try presentTemplate()
    let places = unreadable.compactMap { $0.location?.path }
    let edited = try editedTemplate(files, in: try head()).map(\.path)
      .filter { path in !places.contains { path == $0 || path.hasPrefix($0 + "/") } }
    let unrecorded = edited.map { path in
      Diagnostic(
        .warning, rule: "site.unrecorded", at: SourceLocation(path: path),
        message: "the file is not recorded as it is here, and other copies do not get it",
        hint: "record it: `daftar adopt \(Self.templateFolder)`")
    }
    let warnings = unreadable.map { problem in
      var problem = problem
      problem.severity = .warning
      return problem
    }
    return (unrecorded + warnings).sorted { $0.location?.path ?? "" < $1.location?.path ?? "" }
  }

  /// Records what was edited in the site's template, so that the other copies get it, too.
  ///
  /// - Parameters:
  ///   - path: The folder of the template, or one file or folder in it, from the top of the register.
  ///   - member: Who records it.
  /// - Returns: The paths of the files that were recorded.
  /// - Throws: `Refusal` (`adopt.nothing`) when all is as it was recorded.
  package func adoptTemplate(_ path: String, as member: Team.Member) throws -> [String] {
    let edited = try editedTemplate(try templateFiles(), in: try head()).filter { file in
      file.path == path || file.path.hasPrefix(path + "/")
    }
    guard !edited.isEmpty else {
      throw Refusal(
        .adoptNothing, "\(path) is as it was recorded", hint: "there is nothing to adopt")
    }
    try commitOver(edited, as: member) { _ in
      Change(
        files: edited.map { .init(path: $0.path, content: $0.edited) },
        message: "site: template\n\nSite: template\n")
    }
    return edited.map(\.path)
  }

  private func editedTemplate(
    _ present: [String: [UInt8]], in head: ObjectID
  ) throws -> [HandWritten] {
    guard repository.workTree != nil else { return [] }
    let recorded = try recordedTemplate(in: head)
    return Set(present.keys).union(recorded.keys).sorted().compactMap { name in
      let file = HandWritten(
        path: Self.templateFolder + "/" + name, edited: present[name], committed: recorded[name])
      return file.edited == file.committed ? nil : file
    }
  }

  private func recordedTemplate(in head: ObjectID) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try repository.entries(under: Self.templateFolder, in: head)
    where entry.kind.isRegularFile {
      let name = entry.path.dropFirst(Self.templateFolder.count + 1)
      files[String(name)] = try repository.blob(entry.id)
    }
    return files
  }
}
