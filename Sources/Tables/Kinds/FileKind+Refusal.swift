internal import Diagnostics

extension FileKind {
  /// The refusal of a file of this kind: what it is, and what to do with it.
  func refusal(at path: String) -> Diagnostic {
    Diagnostic(
      rule: "table.\(rule)", at: SourceLocation(path: path),
      message: "this is \(name), not a table of text", hint: advice)
  }

  private var rule: String {
    switch self {
    case .empty: "empty"
    case .workbook, .oldWorkbook: "workbook"
    case .archive: "archive"
    case .encrypted: "encrypted"
    case .document: "document"
    case .picture: "picture"
    case .recording: "recording"
    case .json: "json"
    case .xml, .html: "markup"
    case .mail: "mail"
    case .chat: "chat"
    case .addresses: "addresses"
    case .unknown: "binary"
    }
  }

  private var name: String {
    switch self {
    case .empty: "an empty file"
    case .workbook: "a workbook"
    case .oldWorkbook: "an old or an encrypted workbook or document"
    case .archive: "a packed file"
    case .encrypted: "an encrypted file"
    case .document(let kind): "a \(kind) document"
    case .picture: "a picture"
    case .recording: "a sound or a film"
    case .json: "a JSON file"
    case .xml: "an XML file"
    case .html: "a web page"
    case .mail: "an e-mail"
    case .chat: "the export of a chat"
    case .addresses: "a file of addresses or dates"
    case .unknown: "a file for programs"
    }
  }

  private var advice: String {
    switch self {
    case .empty: "check that the export was finished, and import the file with the rows"
    case .archive, .encrypted, .unknown:
      "unpack or open it with the program that made it, save the table as “CSV UTF-8”, "
        + "then " + Self.importing
    case .json:
      "let the program that made it export the same records as CSV (KoboToolbox: Downloads, CSV), "
        + "then " + Self.importing
    case .workbook, .oldWorkbook, .xml, .html:
      "open it in a spreadsheet program, save the sheet as “CSV UTF-8”, then " + Self.importing
    case .mail, .chat, .document, .picture, .recording, .addresses:
      "register each complaint in it by hand, with `daftar new`"
    }
  }

  private static let importing = "`daftar import csv FILE.csv`"
}
