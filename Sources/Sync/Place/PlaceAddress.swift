internal import FileSystem
internal import GitStore

/// Where the place was when this copy exchanged with it last.
///
/// What git remembers of a place goes by the name of the remote and outlives a new address: counted
/// against it, everything would seem to be in a place that holds nothing yet.
struct PlaceAddress {
  let place: CommonPlace
  private var file: String { place.repository.commonDirectory + "/daftar/exchanged-with" }

  /// The remote and its address, a line each; nil where git knows no address.
  private func present() throws -> String? {
    try place.repository.remoteURL(place.remote).map { "\(place.remote)\n\($0)\n" }
  }

  /// Whether the remote has another address than it had then.
  func hasChanged() throws -> Bool {
    guard let then = SmallFile.text(file), then.hasPrefix(place.remote + "\n") else { return false }
    return try then != present()
  }

  /// Remembers the address after an exchange.
  func remember() throws {
    guard let now = try present(), SmallFile.text(file) != now else { return }
    try Folder.makeAll(place.repository.commonDirectory + "/daftar")
    // Where it cannot be kept, as on a full disk, the exchange took place all the same.
    _ = SmallFile.write(Array(now.utf8), to: file)
  }
}
