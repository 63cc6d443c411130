internal import TextCore

/// The names of an agency where its file has them. Of ten thousand agencies a screen shows two dozen: only those names
/// become strings.
struct AgencyNames: Sendable {
  private let file: TableBytes
  private let short: Place
  private let shortEnglish: Place
  private let full: Place
  private let fullEnglish: Place

  /// Where a name begins and how many bytes it has; no file is so large that they would not do.
  private struct Place: Equatable {
    let start: UInt32
    let count: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      count = UInt32(truncatingIfNeeded: range.count)
    }

    var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
  }

  /// - Parameters:
  ///   - file: where the names are.
  ///   - short, shortEnglish, full, fullEnglish: where in it, each as UTF-8 in NFC.
  init(in file: TableBytes, short: Range<Int>, shortEnglish: Range<Int>, full: Range<Int>, fullEnglish: Range<Int>) {
    self.file = file
    self.short = Place(short)
    self.shortEnglish = Place(shortEnglish)
    self.full = Place(full)
    self.fullEnglish = Place(fullEnglish)
  }

  init(short: Localized, full: Localized) {
    var bytes: [UInt8] = []
    func add(_ text: String) -> Place {
      let start = bytes.count
      bytes += text.utf8
      return Place(start..<bytes.count)
    }
    self.short = add(short.vietnamese)
    shortEnglish = add(short.english)
    self.full = add(full.vietnamese)
    fullEnglish = add(full.english)
    file = TableBytes(bytes)
  }

  func short(_ language: Language) -> String { text(language == .vietnamese ? short : shortEnglish) }
  func full(_ language: Language) -> String { text(language == .vietnamese ? full : fullEnglish) }

  /// Bytes of the full name, which takes no more columns.
  func fullSize(_ language: Language) -> Int { Int(language == .vietnamese ? full.count : fullEnglish.count) }

  private func text(_ place: Place) -> String { String(decoding: file.bytes[place.range], as: UTF8.self) }

}

extension AgencyNames: Hashable {
  static func == (a: AgencyNames, b: AgencyNames) -> Bool {
    func isSame(_ own: Place, _ other: Place) -> Bool {
      a.file === b.file && own == other || a.file.bytes[own.range] == b.file.bytes[other.range]
    }
    return isSame(a.short, b.short) && isSame(a.full, b.full) && isSame(a.shortEnglish, b.shortEnglish)
      && isSame(a.fullEnglish, b.fullEnglish)
  }

  func hash(into hasher: inout Hasher) {
    for place in [short, shortEnglish, full, fullEnglish] { hasher.combine(file.bytes[place.range]) }
  }
}

/// The bytes of a table for all those that keep only where in them something is. Each thread that reads has one of its
/// own, so that they do not count the users of the same one.
final class TableBytes: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}
