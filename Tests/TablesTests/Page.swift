import Foundation

@testable import Tables

/// A page in which tests write bytes, with Foundation's tables and not with those of the C library
/// by which they are read.
enum Page: String, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1254 = "windows-1254"
  case windows1256 = "windows-1256"
  case latin1 = "iso-8859-1"
  case isoCyrillic = "iso-8859-5"
  case isoArabic = "iso-8859-6"
  case koi8r = "koi8-r"

  private var encoding: String.Encoding {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    case .windows1250: .windowsCP1250
    case .windows1251: .windowsCP1251
    case .windows1252: .windowsCP1252
    case .windows1254: .windowsCP1254
    // The numbers of CFStringEncodings, which have no names in Swift.
    case .windows1256: String.Encoding(rawValue: 0x8000_0506)
    case .latin1: .isoLatin1
    case .isoCyrillic: String.Encoding(rawValue: 0x8000_0205)
    case .isoArabic: String.Encoding(rawValue: 0x8000_0206)
    case .koi8r: String.Encoding(rawValue: 0x8000_0A02)
    }
  }

  /// The bytes of a text; nil when a letter of it is not in the page.
  func bytes(_ text: String) -> [UInt8]? {
    guard let data = text.data(using: encoding, allowLossyConversion: false),
      // Foundation puts a likeness in the place of some letters all the same.
      String(data: data, encoding: encoding) == text
    else { return nil }
    return Array(data)
  }

  /// The name in a map; ISO 8859-1 is a part of windows-1252, and read as that.
  var found: String { self == .latin1 ? "windows-1252" : rawValue }
}
