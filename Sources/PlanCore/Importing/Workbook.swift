internal import TextCore

/// A file that holds a table and is not text, as its first bytes tell.
public enum Workbook: String, Sendable, CaseIterable {
  case xlsx, xls, ods, html, xml, pdf, rtf, zip, gzip

  /// `nil` where the bytes may be text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = Self.kind(ofZip: bytes)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .xls
    } else if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if let kind = Self.markup(bytes) {
      self = kind
    } else {
      return nil
    }
  }

  /// Office files are archives; their parts are named near the beginning.
  private static func kind(ofZip bytes: [UInt8]) -> Workbook {
    let head = bytes.prefix(4_096)
    func has(_ name: String) -> Bool { head.firstRange(of: Array(name.utf8)) != nil }
    if has("opendocument") { return .ods }
    return has("[Content_Types].xml") || has("xl/") || has("_rels/") || has("docProps/") ? .xlsx : .zip
  }

  /// What begins as a document does, after blanks: many programs name an HTML page `.xls`.
  private static func markup(_ bytes: [UInt8]) -> Workbook? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].prefix(4_096).drop { $0.isBlank }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
    if begins("%pdf-") { return .pdf }
    if begins("{\\rtf") { return .rtf }
    if begins("<!doctype html") || begins("<html") || begins("<table") || begins("<head") { return .html }
    guard begins("<?xml") || begins("<workbook") else { return nil }
    return head.firstRange(of: Array("<html".utf8)) == nil ? .xml : .html
  }

  /// What people call it.
  var name: String {
    switch self {
    case .xlsx: "Excel (.xlsx)"
    case .xls: "Excel 97–2003 (.xls)"
    case .ods: "OpenDocument (.ods)"
    case .html: "HTML"
    case .xml: "XML"
    case .pdf: "PDF"
    case .rtf: "RTF"
    case .zip: "ZIP"
    case .gzip: "gzip"
    }
  }
}
