internal import CaseVault
internal import GitStore
internal import Register
internal import FileSystem

/// The packs of the vault whose index is lost: git reads nothing of them, although all is there.
///
/// An index holds nothing of its own, so it is made anew before anything is taken for lost.
enum VaultPacks {
  /// Makes the indexes anew that are missing or damaged; a pack that is damaged itself stays as it is.
  static func mend(in register: Repository) async throws {
    let folder = Vault.path(of: register)
    let packs = Repository.packsWithoutIndex(in: folder + "/objects/pack")
    guard !packs.isEmpty else { return }
    let git = try await GitProgram.open(
      for: folder, configuration: register.commonDirectory + "/config")
    for pack in packs {
      let index = pack.dropLast(".pack".count) + ".idx"
      try SmallFile.move(String(index), to: folder + "/daftar/damaged/pack.idx")
      // What it cannot be made of is named by whoever looks for the objects.
      _ = try await git.run(["index-pack", pack])
    }
  }
}
