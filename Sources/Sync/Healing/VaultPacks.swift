internal import CaseVault
internal import FileSystem
internal import GitStore
internal import Register

/// The packs of the vault of which git reads nothing: their index is lost or belongs to other bytes, or
/// they were cut off themselves.
enum VaultPacks {
  /// Git's way to bring back what is whole in a pack reads it from nowhere but its standard input.
  private static let salvage = "!read_from() { git unpack-objects -r -q < \"$1\"; }; read_from"

  /// Makes the indexes anew, which hold nothing of their own.
  ///
  /// A pack of which none can be made is put aside before anything is looked for: git would take its
  /// objects for present. What is whole in it is brought back; the rest comes from the common place, or
  /// is named by whoever looks for the objects.
  static func mend(in register: Repository) async throws {
    let folder = Vault.path(of: register)
    let packs = Repository.packsWithoutIndex(in: folder + "/objects/pack")
    guard !packs.isEmpty else { return }
    let git = try await GitProgram.open(
      for: folder, configuration: register.commonDirectory + "/config")
    let damaged = folder + "/daftar/damaged/"
    for pack in packs {
      let index = pack.dropLast(".pack".count) + ".idx"
      let name = pack.split(separator: "/").last ?? ""
      try SmallFile.move(String(index), to: damaged + name.dropLast(".pack".count) + ".idx")
      guard try await !git.run(["index-pack", pack]).succeeded else { continue }
      let aside = damaged + name
      try SmallFile.move(pack, to: aside)
      _ = try await git.run(["-c", "alias.salvage=" + salvage, "salvage", aside])
      RepositoryNotes.current.add(
        FileDamage(
          file: pack,
          message:
            "this pack of sealed entries is damaged; it was put aside as \(aside), and what is "
            + "whole in it was brought back",
          remedy:
            "the disk may be failing: make a backup; what does not come from the common place "
            + "is named",
          isHarmless: true))
    }
  }
}
