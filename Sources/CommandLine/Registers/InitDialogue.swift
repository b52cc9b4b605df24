internal import CaseModel
internal import FoundationEssentials
internal import Text
internal import Terminal

/// What `daftar init` asks on a terminal: what is decided now and can never be taken back.
enum InitDialogue {
  /// Where the common copy of a register lies; the raw value is the number of the answer.
  private enum Place: Int, CaseIterable {
    case carried = 1
    case own
    case foreign

    var words: String {
      switch self {
      case .carried: "on this computer or a stick that one of you carries"
      case .own: "on a computer of yours, where only the team can log in"
      case .foreign:
        "with somebody else: a forge such as GitHub or GitLab, a rented server, another organisation"
      }
    }

    /// What is proposed for it.
    var seal: RegisterSettings.Seal { self == .foreign ? .everything : .sensitive }

    /// Who can read what is not sealed there.
    var readers: String {
      switch self {
      case .carried: "Whoever finds or copies the stick or the computer reads what is not sealed."
      case .own: "Whoever can log in there, now or later, reads what is not sealed."
      case .foreign:
        "Those who keep the place, and whoever breaks into it, read what is not sealed."
      }
    }
  }

  /// Asks where the common copy will be kept and what is to be sealed.
  static func seal() throws -> RegisterSettings.Seal {
    Output.note("Where will the common copy of the register be kept, and who can read there?")
    for place in Place.allCases { Output.note("  \(place.rawValue)   \(place.words)") }
    let place = try place()
    Output.note(
      """
      \(place.readers)
      git forgets nothing: what was recorded in clear once stays in every copy for ever, and what is \
      chosen now stays.
        sensitive    ordinary complaints are readable Markdown in every copy and can never be erased \
      from the history; contact data and sensitive cases are sealed
        everything   no text can be read without a key, so that all can be erased; who loses all keys \
      loses the texts
      """)
    return try seal(proposed: place.seal)
  }

  private static func place() throws -> Place {
    while true {
      let answer = try Question.line("number: ").asciiDigits
      if let place = Int(answer).flatMap(Place.init) { return place }
      Output.note("type 1, 2 or 3")
    }
  }

  private static func seal(proposed: RegisterSettings.Seal) throws -> RegisterSettings.Seal {
    let known = RegisterSettings.Seal.allCases.map(\.rawValue)
    while true {
      let answer = try Question.line("What is sealed? (Enter: \(proposed.rawValue)) ").lowercased()
      if answer.isEmpty { return proposed }
      if let seal = RegisterSettings.Seal(rawValue: answer) { return seal }
      let near = nearest(to: answer, among: known).map { "did you mean \($0)?" }
      Output.note(near ?? "type \(known.joined(separator: " or "))")
    }
  }

  /// Asks which of the members sits here; nil when it is none of them.
  static func whoSitsHere(_ members: [Team.Member]) throws -> Team.Member? {
    guard members.count > 1 else { return members.first }
    let ids = members.map(\.id).joined(separator: ", ")
    while true {
      let answer = try Question.line("Which of them are you? (\(ids); Enter: none) ")
      if answer.isEmpty { return nil }
      if let member = members.first(where: { $0.id == answer }) { return member }
      Output.note("“\(answer)” is none of them")
    }
  }
}

/// What to do after `daftar init`, for whoever sits there.
struct InitAdvice {
  let folder: String
  let members: [Team.Member]
  /// Who sits at this computer; nil when that is not known.
  let here: Team.Member?

  /// The commands, one below the other.
  ///
  /// Whose key a key is depends on who makes it: it is said for a member only where that is known.
  var text: String {
    let id = here?.id ?? "YOU"
    let who =
      here == nil
      ? "\nYOU is your own id, one of: " + members.map(\.id).joined(separator: ", ")
        + ". A key is of whoever sits at the computer." : ""
    let others =
      members.count > 1
      ? "\nEach of the others makes a key on their own computer and has it recorded in the same way."
      : ""
    return """
      Next:
        cd \(folder)
        export DAFTAR_MEMBER=\(id)
        \(keyCommand)
        daftar member key set \(id) age1…
        daftar new\(who)\(others)
      """
  }

  private var keyCommand: String {
    FileManager.default.fileExists(atPath: IdentityPlace.path)
      ? "daftar key show        (a key is on this computer already; use it only if it is yours)"
      : "daftar key new"
  }
}
