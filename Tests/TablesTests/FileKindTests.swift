import Diagnostics
import Testing

@testable import Tables

/// What is no table of text is refused by its name.
@Suite struct FileKindTests {
  private static let zip = "PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}"

  @Test(arguments: [
    ("", "table.empty"), ("\n\n  \n", "table.empty"), ("\u{FEFF}", "table.empty"),
    (zip + "xl/workbook.xml", "table.workbook"),
    (zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "table.workbook"),
    (zip + "word/document.xml", "table.document"), (zip + "photos/one.txt", "table.archive"),
    ("%PDF-1.7\n%\u{B5}\n1 0 obj", "table.document"), ("{\\rtf1\\ansi Hello}", "table.document"),
    ("GIF89a...", "table.picture"), ("\0\0\0\u{18}ftypheic\0\0\0\0", "table.picture"),
    ("\0\0\0\u{18}ftypmp42\0\0\0\0", "table.recording"), ("OggS\0\u{2}", "table.recording"),
    ("age-encryption.org/v1\n-> X25519 abc\n", "table.encrypted"),
    ("{\"count\": 3, \"results\": []}", "table.json"), ("[\n  {\"_id\": 1}\n]", "table.json"),
    ("{\"a\": 1}\n{\"a\": 2}\n", "table.json"), ("{}", "table.json"),
    ("<?xml version=\"1.0\"?>\n<requests><request/></requests>", "table.markup"),
    ("<html><body><table><tr><td>1</td></tr></table></body></html>", "table.markup"),
    (
      "Return-Path: <a@example.org>\nReceived: from x\nFrom: A <a@example.org>\nSubject: No water\n\n"
        + "We have no water.\n", "table.mail"
    ),
    (
      "12/03/24, 10:15 - Sami: The water is off\n12/03/24, 10:16 - Office: Since when?\n"
        + "12/03/24, 10:17 - Sami: Since Monday\n", "table.chat"
    ),
    (
      "[12.03.24, 10:15:09] Sami: The water is off\nand the lamp too\n"
        + "[12.03.24, 10:16:00] سامي: منذ متى؟\n", "table.chat"
    ),
    ("BEGIN:VCARD\nVERSION:3.0\nFN:Sami\nEND:VCARD\n", "table.addresses"),
    ("abc\u{0}\u{0}\u{1}\u{2}\u{0}\u{0}\u{0}def\u{0}\u{0}", "table.binary"),
  ])
  func `it is told what the file is and what to do`(content: String, rule: String) throws {
    let refusal = try #require(
      #expect(throws: Diagnostic.self) {
        try TableDecoder.decode(Array(content.utf8).span, path: "t.csv")
      })
    #expect(refusal.rule == rule)
    #expect(refusal.message.hasPrefix("this is "))
    #expect(refusal.hint?.isEmpty == false)
  }

  @Test(arguments: [
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF, 0xE0],
  ])
  func `marks that are no text are known`(bytes: [UInt8]) {
    let refusal = #expect(throws: Diagnostic.self) {
      try TableDecoder.decode(bytes.span, path: "t.csv")
    }
    #expect(["table.workbook", "table.picture"].contains(refusal?.rule))
  }

  @Test(arguments: [
    "a,b\n1,2\n", "Date,From,To,Subject\n2024-01-01,a,b,c\n", "[Date],[Text]\n2024-01-01,x\n",
    "<5,>5\n1,2\n", "Date: ,Time: \n2024-01-01,10:15\n", "id\n12/03/24\n",
    "12/03/24, 10:15;water off\n13/03/24, 10:16;lamp off\n",
  ])
  func `a table is no other kind of file`(content: String) throws {
    #expect(try TableDecoder.decode(Array(content.utf8).span, path: "t.csv").text == content)
  }

  @Test func `the kind is known in UTF-16 too`() throws {
    let bytes = try #require(Page.utf16LittleEndian.bytes("{\"name\": \"سامي\"}"))
    let refusal = #expect(throws: Diagnostic.self) {
      try TableDecoder.decode(bytes.span, path: "t.csv")
    }
    #expect(refusal?.rule == "table.json")
  }
}
