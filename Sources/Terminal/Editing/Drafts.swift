internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import FoundationEssentials
internal import GitStore
internal import Glibc
package import Register
internal import Sealing
internal import FileSystem
internal import Text

/// The drafts of one member in one register.
package struct Drafts {
  private let folder: String?
  private let reader: Recipient?
  private let member: String
  private let register: Register
  /// How long words wait.
  private static let seconds: Int64 = 7 * 86_400

  package init(of register: Register, for member: Team.Member) {
    self.register = register
    self.member = member.id
    reader = member.read.flatMap { try? Recipient(reading: $0) }
    if reader == nil {
      folder = MemoryPlace.lasting("drafts")
    } else {
      let folder = register.draftsFolder
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      self.folder = Folder.isPrivate(folder) ? folder : nil
    }
  }

  /// The draft for a command such as `new`: one that was left, if its author goes on with it.
  ///
  /// A command that brings words of its own has no place for those: they stay where they are.
  package func offered(for command: String, bringingWords: Bool = false) throws -> Draft {
    removeOld()
    let stem = stem(of: command)
    if bringingWords { return new(stem, [:]) }
    for name in names().filter({ $0.hasPrefix(stem) }).sorted().reversed() where !isInUse(name) {
      guard let folder else { break }
      let path = folder + "/" + name
      let moment = Timestamp(seconds: Self.moment(in: name) ?? 0)
      Output.note("Words that you typed on \(register.zone.date(at: moment)) were not recorded.")
      guard try Question.isYes("Go on with them?") else {
        if try Question.isYes("Delete them?") { _ = unsafe unlink(path) }
        continue
      }
      guard let fields = try open(path) else { continue }
      let draft = new(stem, fields)
      // Under the new name first: nothing is lost between the two.
      draft.keep("again", "yes")
      _ = unsafe unlink(path)
      takeOverEditor(of: draft)
      if draft.hasWords { return draft }
      Output.note("there is no word in them after all")
      draft.discard()
    }
    return new(stem, [:])
  }

  private func new(_ stem: String, _ fields: [String: String]) -> Draft {
    let path = folder.map { "\($0)/\(stem)\(register.clock.now.seconds).\(getpid())" }
    return Draft(path: path, reader: reader, fields: fields)
  }

  /// Takes what lies in the file of an editor that nobody closed.
  private func takeOverEditor(of draft: Draft) {
    guard let place = draft["editor"] else { return }
    if let text = Editor.rescued(from: place) { draft.keep("text", text) }
    draft.keep("editor", nil)
    if Folder.isPrivate(place) { try? FileManager.default.removeItem(atPath: place) }
  }

  private func open(_ path: String) throws -> [String: String]? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    var bytes = Array(data)
    if reader != nil {
      guard let clear = try? AgeFile.open(bytes, with: register.keys.identities) else {
        Output.note("they do not open with your key; they stay where they are")
        return nil
      }
      bytes = clear
    }
    return try? JSONDecoder().decode([String: String].self, from: Data(bytes))
  }

  /// `new.omar.`: in memory also the register, because all registers share the place.
  private func stem(of command: String) -> String {
    let name = command.split(separator: " ").joined(separator: "-") + "." + member + "."
    guard reader == nil else { return name }
    let place = Fingerprint.of(register.repository.gitDirectory)
    return name + String(place, radix: 16) + "."
  }

  private func names() -> [String] {
    folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
  }

  private static func moment(in name: String) -> Int64? {
    name.split(separator: ".").dropLast().last.flatMap { Int64($0) }
  }

  /// Whether the program that wrote a draft still runs.
  private func isInUse(_ name: String) -> Bool {
    guard let process = name.split(separator: ".").last.flatMap({ pid_t($0) }) else { return true }
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let other = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
    return own == other && process != getpid()
  }

  private func removeOld() {
    guard let folder else { return }
    for name in names() {
      guard let moment = Self.moment(in: name),
        register.clock.now.seconds - moment > Self.seconds
      else { continue }
      _ = unsafe unlink(folder + "/" + name)
    }
  }
}
