internal import CGit2
internal import CLooseObjects
internal import FileSystem

extension Repository {
  /// The file in which an object is damaged: its own, its pack's, or the index of a pack that cannot
  /// be read; where its own file would be, when nothing is known.
  func damagedFile(_ id: ObjectID) -> String {
    let own = looseFile(id)
    guard !FileStatus.exists(own) else { return own }
    var unread: String?
    for folder in (try? objectFolders()) ?? [] {
      for pack in Self.packs(in: folder + "/pack") {
        let index = pack.dropLast(5) + ".idx"
        var oid = id.oid
        switch unsafe daftar_pack_index_holds(String(index), &oid) {
        case 1: return pack
        case 0: continue
        default: unread = unread ?? String(index)
        }
      }
    }
    return unread ?? own
  }

  private static func packs(in folder: String) -> [String] {
    Folder.names(in: folder).filter { $0.hasSuffix(".pack") }.map { folder + "/" + $0 }.sorted()
  }
}
