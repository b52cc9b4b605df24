internal import CaseFormat
internal import Diagnostics
internal import Disclosure
internal import Register

/// The folder of a closed block in the register, with all files as they are recorded.
struct BlockArchive {
  /// The name of the folder, which is that of the block.
  let period: String
  /// The files by their names in the folder.
  let files: [String: [UInt8]]

  /// The name of the digests of all files of a block, in its folder.
  static let sumsName = "SHA256SUMS"

  /// The folders among the files of a register's publications; a file beside them is in none.
  static func all(in files: [String: [UInt8]]) -> [BlockArchive] {
    var folders: [String: [String: [UInt8]]] = [:]
    for (path, bytes) in files {
      let parts = path.split(separator: "/").map(String.init)
      if parts.count == 2 { folders[parts[0], default: [:]][parts[1]] = bytes }
    }
    return folders.sorted { $0.key < $1.key }.map { BlockArchive(period: $0.key, files: $0.value) }
  }

  /// The digests of a block's files as `sha256sum` writes them.
  static func sums(of files: [String: [UInt8]]) -> [UInt8] {
    let lines = files.filter { $0.key != sumsName }.sorted { $0.key < $1.key }
      .map { Digest.hex($0.value) + "  " + $0.key + "\n" }
    return Array(lines.joined().utf8)
  }

  /// Reads the block; nothing is proved yet.
  func read() throws(DiagnosticList) -> ClosedBlock {
    guard files[Self.sumsName] == Self.sums(of: files) else {
      throw problem("publish.sums", in: Self.sumsName, "a file is not the one that was closed")
    }
    do {
      let closed = try ClosedBlock { files[$0] }
      guard closed.block.period == period else {
        throw problem("publish.archive", in: "block.csv", "it is the block \(closed.block.period)")
      }
      return closed
    } catch let list as DiagnosticList {
      throw list
    } catch let wrong as ArchiveProblem {
      throw problem("publish.archive", in: wrong.file, wrong.message, line: wrong.line)
    } catch {
      throw problem("publish.archive", "\(error)")
    }
  }

  /// What the block says of itself, for the proofs of those after it.
  func claim(of closed: ClosedBlock) -> PublicationLedger.Entry {
    closed.claim(digest: Digest.hex(files[CountsFile.name] ?? []))
  }

  /// Proves that the block is safe beside those before it, and that its published counts are its own.
  func prove(
    _ closed: ClosedBlock, after ledger: PublicationLedger
  ) throws(DiagnosticList) -> (numbers: BlockNumbers, ledger: PublicationLedger) {
    do {
      let proved = try closed.proved(after: ledger, digest: { Digest.hex($0) })
      guard files[CountsFile.name] == proved.numbers.counts else {
        throw problem(
          "publish.counts", in: CountsFile.name,
          "the published counts are not those of the block's cases")
      }
      return proved
    } catch let list as DiagnosticList {
      throw list
    } catch let failure as ProofFailure {
      throw DiagnosticList(
        failure.findings.map { Self.diagnostic("publish.proof", period, $0.description) })
    } catch let wrong as ArchiveProblem {
      throw problem("publish.archive", in: wrong.file, wrong.message, line: wrong.line)
    } catch {
      throw problem("publish.proof", "\(error)")
    }
  }

  private func problem(
    _ rule: String, in file: String? = nil, _ message: String, line: Int? = nil
  ) -> DiagnosticList {
    let path = period + (file.map { "/" + $0 } ?? "")
    return DiagnosticList([Self.diagnostic(rule, path, message, line: line)])
  }

  /// Something wrong with what is frozen, at a path below the folder of publications.
  static func diagnostic(
    _ rule: String, _ path: String, _ message: String, line: Int? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: rule,
      at: SourceLocation(path: Register.publicationFolder + "/" + path, line: line),
      message: message,
      hint: "a closed block never changes: find out who changed it with "
        + "`git log -- \(Register.publicationFolder)`, and bring the files back")
  }
}
