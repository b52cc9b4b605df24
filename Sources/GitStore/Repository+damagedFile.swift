internal import CGit2
internal import CLooseObjects
internal import Glibc

extension Repository {
  /// The file in which an object is damaged: its own, its pack's, or the index of a pack that cannot
  /// be read; where its own file would be, when nothing is known.
  func damagedFile(_ id: ObjectID) -> String {
    let own = looseFile(id)
    guard unsafe access(own, F_OK) != 0 else { return own }
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
    guard let entries = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(entries) }
    var found: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".pack") { found.append(folder + "/" + name) }
    }
    return found.sorted()
  }
}
