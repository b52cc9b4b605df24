internal import CaseModel
internal import GitStore
internal import Register

/// The closing of a block in the sample register, replayed on its day like every other step.
struct SampleClosing {
  let period: String
  /// Nine in the morning of the day.
  let at: Timestamp
  /// The block's files, and the ledger as it was then.
  let files: [CommitRequest.Replacement]

  private static let ledger = Register.publicationFolder + "/ledger.csv"

  /// Whether a file belongs to the closing of a block.
  static func isPart(_ path: String) -> Bool {
    path.hasPrefix(Register.publicationFolder + "/")
  }

  /// The closings that the ledger names, in its order.
  static func all(in files: [(path: String, content: [UInt8])]) -> [SampleClosing] {
    guard let ledger = files.first(where: { $0.path == Self.ledger })?.content else { return [] }
    let lines = String(decoding: ledger, as: UTF8.self).split(separator: "\n")
    return lines.indices.dropFirst().compactMap { index in
      let fields = lines[index].split(separator: ",")
      guard fields.count > 3, let day = CalendarDate(fields[3]) else { return nil }
      let folder = Register.publicationFolder + "/" + fields[0] + "/"
      let own = files.filter { $0.path.hasPrefix(folder) }
        .map { CommitRequest.Replacement(path: $0.path, content: $0.content) }
      let known = lines[...index].joined(separator: "\n") + "\n"
      return SampleClosing(
        period: String(fields[0]), at: Timestamp(seconds: Int64(day.day) * 86_400 + 9 * 3_600),
        files: own + [.init(path: Self.ledger, content: Array(known.utf8))])
    }
  }
}
