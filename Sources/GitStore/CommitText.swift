/// The bytes of a commit object (git's `gitformat-signature` for the signed form).
enum CommitText {
  static func bytes(
    of request: CommitRequest, tree: ObjectID
  ) throws -> [UInt8] {
    let header = try header(of: request, tree: tree)
    let message = try message(of: request)
    let unsigned = Array("\(header)\n\(message)".utf8)
    guard let signer = request.signer else { return unsigned }
    return Array("\(header)\(try signatureHeader(signer(unsigned)))\n\(message)".utf8)
  }

  private static func header(
    of request: CommitRequest, tree: ObjectID
  ) throws(GitError) -> String {
    var text = "tree \(tree)\n"
    for parent in request.parents { text += "parent \(parent)\n" }
    text += "author \(try request.author.commitLine("author"))\n"
    text += "committer \(try request.committer.commitLine("committer"))\n"
    return text
  }

  private static func message(of request: CommitRequest) throws(GitError) -> String {
    guard !request.message.utf8.contains(0) else {
      throw GitError(
        "writing the message of a commit", .refused, message: "it contains a zero character")
    }
    return request.message.hasSuffix("\n") ? request.message : request.message + "\n"
  }

  /// The `gpgsig` header: continuation lines begin with a space.
  private static func signatureHeader(_ armored: String) throws(GitError) -> String {
    var lines = armored.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    while lines.last == "" { lines.removeLast() }
    guard !lines.isEmpty, !armored.utf8.contains(0) else {
      throw GitError("signing a commit", .refused, message: "the signature is not armoured text")
    }
    return "gpgsig \(lines.joined(separator: "\n "))\n"
  }
}
