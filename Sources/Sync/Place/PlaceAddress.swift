internal import CaseFormat
internal import FileSystem
internal import GitStore

/// Where the place was when this copy exchanged with it last.
///
/// What git remembers of a place goes by the name of the remote and outlives a new address: counted
/// against it, everything would seem to be in a place that holds nothing yet.
struct PlaceAddress {
  let place: CommonPlace
  private var file: String { place.repository.commonDirectory + "/daftar/exchanged-with" }

  /// The remote, and the digest of its address, which may hold a password; nil where git knows none.
  private func present() throws -> String? {
    try place.repository.remoteURL(place.remote).map { address in
      "\(place.remote)\n\(Digest.hex(address.utf8))\n"
    }
  }

  /// Whether the remote has another address than it had then.
  func hasChanged() throws -> Bool {
    guard let then = SmallFile.text(file), then.hasPrefix(place.remote + "\n") else { return false }
    return try then != present()
  }

  /// Remembers the address after an exchange.
  func remember() throws {
    guard let now = try present(), SmallFile.text(file) != now else { return }
    // Where it cannot be kept, as on a full disk, the exchange took place all the same.
    guard (try? Folder.makeAll(place.repository.commonDirectory + "/daftar")) != nil else { return }
    _ = SmallFile.write(Array(now.utf8), to: file)
  }
}
