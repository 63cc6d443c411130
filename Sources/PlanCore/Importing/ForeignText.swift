internal import TextCore

/// Texts of foreign tables in the form in which they are compared.
enum ForeignText {
  /// Letters and digits without marks, other signs as single blanks, what stands in brackets left out:
  /// «Giá trị (%)» is `gia tri`.
  static func words(_ text: String) -> String {
    var kept: [UInt8] = []
    var depth = 0
    for byte in text.brief.foldedUTF8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case _ where depth > 0: break
      default: append(byte, to: &kept)
      }
    }
    if kept.last == 0x20 { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The same with what stands in brackets.
  static func allWords(_ text: String) -> String {
    var kept: [UInt8] = []
    for byte in text.foldedUTF8 { append(byte, to: &kept) }
    if kept.last == 0x20 { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to kept: inout [UInt8]) {
    let isWord = byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    if isWord {
      kept.append(byte)
    } else if let last = kept.last, last != 0x20 {
      kept.append(0x20)
    }
  }

  /// What people write where they have no figure.
  private static let missing: Set = [
    "", "-", "--", "–", "—", "…", "...", "n/a", "#n/a", "na", "chua co", "khong co", "chua co so lieu",
    "khong co so lieu", "chua bao cao", "null",
  ]

  /// What people write for 1 and for 0 where yes or no is asked. «Chưa có» alone is above: it may mean that there is no
  /// figure yet.
  private static let (yes, no): (Set, Set) = (
    ["co", "da co", "dat", "da dat", "x", "✓", "✔", "√", "yes"], ["khong", "chua", "khong dat", "chua dat", "no"]
  )

  /// The figure that a word stands for; `nil` of any other text.
  static func yesOrNo(_ text: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    let word = text.folded
    return yes.contains(word) ? "1" : no.contains(word) ? "0" : nil
  }

  /// Whether a cell says that there is nothing: that is no zero.
  static func isMissing(_ text: String) -> Bool { text.utf8.count <= 40 && missing.contains(text.folded) }
}
