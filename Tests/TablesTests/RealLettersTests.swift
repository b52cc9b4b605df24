import Foundation
import TestSupport
import Testing

@testable import Tables

/// Real texts, which are not part of the project, saved in every page that has all their letters.
@Suite struct RealLettersTests {
  static let data = RealLogs.folder

  private static func saved(_ line: String, _ page: Page) -> String {
    guard page.bytes(line) == nil else { return line }
    var known: [Unicode.Scalar: Bool] = [:]
    var saved = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let has = known[scalar] ?? (page.bytes(String(scalar)) != nil)
      known[scalar] = has
      saved.append(has ? scalar : "?")
    }
    return String(saved)
  }

  @Test(
    .disabled(if: RealLogs.absence != nil, "\(RealLogs.absence ?? "")"),
    arguments: [
      "ifrc-kzn-floods-2022/data.csv", "chicago-police-complaints-2000-2016/complaints.csv",
      "kz-akimat-complaints-ru-kk/data.csv", "souq-arabic-product-reviews/PROD.csv",
      "ushahidi-haiti-2010/Haiti.csv",
    ])
  func `every line comes back letter by letter`(file: String) throws {
    guard let bytes = FileManager.default.contents(atPath: Self.data + "/" + file) else { return }
    let text = try #require(String(data: bytes, encoding: .utf8))
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for page in Page.allCases {
      // A letter that the page lacks is a question mark, as programs save it; so nothing is left out.
      let written = lines.map { Self.saved(String($0), page) }.joined(separator: "\n") + "\n"
      guard written.unicodeScalars.contains(where: { !$0.isASCII }) || page == .utf8 else {
        continue
      }
      let saved = try #require(page.bytes(written))
      let named = try #require(TextEncoding(named: page.rawValue))
      #expect(try TableDecoder.decode(saved.span, path: file, as: named).text == written)
      // What is guessed is right; what is not certain is asked.
      let languages = ["en", "ar", "ru"]
      // The few French names of Haiti's log are read as windows-1252 there, without a question.
      let isHeld = !file.contains("haiti") || page != .windows1250
      guard isHeld, TableDecoder.doubtfulReadings(saved.span, languages: languages).isEmpty else {
        continue
      }
      let read = try TableDecoder.decode(saved.span, path: file, languages: languages)
      #expect(
        read.text == written,
        "\(file) in \(page.rawValue) was read as \(read.encoding.name), \(saved.count) bytes")
    }
  }
}
