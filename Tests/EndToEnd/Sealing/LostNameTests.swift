import Foundation
import Testing

/// The file that names a case's sealed entries, or what git needs to find them, is lost: the entries are
/// still in the store, and what was sent nowhere is nowhere else.
@Suite struct LostNameTests {
  private static let damages = [
    "rm -f $F", ": > $F", "head -c 20 $F > ../half; mv ../half $F", "printf '%040d\\n' 0 > $F",
    "printf '%040d\\n' 1 > $F", "rm -rf refs/daftar", "git pack-refs --all; : > packed-refs",
    "git pack-refs --all; head -c 90 packed-refs > ../half; mv ../half packed-refs",
    "git gc -q; rm -f objects/pack/*.idx",
    "git gc -q; chmod u+w objects/pack/*.idx; : > objects/pack/*.idx",
  ]

  private func damage(_ script: String, of id: String, in two: SealedPair) throws {
    try two.inVault("F=refs/daftar/vault/\(id); test -f $F; \(script)")
  }

  @Test(arguments: damages)
  func `a step that was sent nowhere is found again`(script: String) throws {
    let two = try SealedPair()
    try two.here("amal").done("note \(two.id) -", input: "zephyrQ9.")
    try damage(script, of: two.id, in: two)
    let told = try two.here("amal").done("sync")
    #expect(!told.errors.contains("are not here"), "\(told)")
    #expect(try two.here("amal").done("show \(two.id)").output.contains("zephyrQ9"))
    try two.there("amal").done("sync")
    #expect(try two.there("amal").done("show \(two.id)").output.contains("zephyrQ9"))
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: damages)
  func `a complaint that was sent nowhere is found again`(script: String) throws {
    let two = try SealedPair()
    let other = try two.here("amal").sensitive(text: "Another matter.")
    try damage(script, of: other, in: two)
    try two.here("amal").done("sync")
    try two.there("amal").done("sync")
    for seat in [two.here("amal"), two.there("amal")] {
      #expect(try seat.done("show \(other)").output.contains("Another matter."))
      #expect(try seat.done("show \(two.id)").output.contains("brambleQ1"))
    }
    try two.settle()
    try two.expectSame()
  }
}
