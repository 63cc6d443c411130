internal import TextCore

/// What somebody typed to find something: a few letters, with or without accents, or initials.
///
/// It matches a folded part of a text, or, from two letters on, the initials of words in a row, with or without the
/// little words `và của về cho`. Nothing typed matches everything.
public struct SearchQuery: Sendable {
  let needle: [UInt8]
  /// Without what joins the parts of a short name; empty where that is the same.
  let plainNeedle: [UInt8]
  /// Without these and without blanks.
  let letters: [UInt8]
  let mayBeInitials: Bool

  /// What was typed, with or without accents.
  public init(_ text: String) {
    needle = text.foldedUTF8
    let plain = needle.withoutJoiners
    plainNeedle = plain == needle ? [] : plain
    letters = plain.filter { $0 != UInt8(ascii: " ") }
    // Bytes from 10xxxxxx on do not begin a letter.
    mayBeInitials = needle.count { $0 & 0xC0 != 0x80 } > 1
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { needle.isEmpty }

  /// Whether there is enough of it to be a region's name: fewer letters are the initials of something else.
  public var mayNameARegion: Bool { letters.count > 2 }

  /// Whether an item is meant; an empty query means every one.
  public func matches(_ key: SearchKey) -> Bool {
    guard !needle.isEmpty else { return true }
    let end = mayBeInitials ? key.bytes.count : key.initialsStart
    return Self.find(needle, in: key.bytes, upTo: end)
      || !plainNeedle.isEmpty && Self.find(plainNeedle, in: key.bytes, upTo: key.initialsStart)
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], upTo end: Int) -> Bool {
    guard needle.count <= end else { return false }
    let (needle, bytes) = (needle.span, bytes.span)
    let first = needle[0]
    for start in 0...(end - needle.count) where bytes[start] == first {
      var length = 1
      while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}
