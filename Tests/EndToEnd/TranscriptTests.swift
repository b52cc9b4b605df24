import Foundation
import Testing

/// Sessions as people have them, word for word: read a difference as the officer would.
@Suite struct TranscriptTests {
  private static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: Golden.folder + "/Transcripts")) ?? [])
    .sorted()

  @Test func `the transcripts are there`() { #expect(Self.files.count >= 6) }

  @Test(arguments: files)
  func `a session goes as its transcript says`(file: String) throws {
    let path = "Transcripts/" + file
    let transcript = Transcript(
      try String(contentsOfFile: Golden.folder + "/" + path, encoding: .utf8))
    let register = try transcript.isFirstDay ? TemporaryRegister(empty: ()) : TemporaryRegister()
    try Golden.expect(try transcript.replayed(in: register), in: path)
  }
}
