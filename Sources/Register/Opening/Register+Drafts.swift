internal import CaseVault

extension Register {
  /// Where words wait that were typed and not recorded; only this program's own files are there.
  package var draftsFolder: String { WriteLock.folder(of: repository) + "/drafts" }
}
