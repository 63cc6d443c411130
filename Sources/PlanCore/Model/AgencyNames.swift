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

  /// Reads them from a row. Where there is no English name the Vietnamese one stands for it.
  static func read(_ row: inout Row<Agency.Column>) -> AgencyNames {
    guard let short = row.place(of: .short), let shortEnglish = row.place(of: .shortEnglish),
      let full = row.place(of: .name), let fullEnglish = row.place(of: .nameEnglish)
    else {
      // One is written otherwise than it is shown, or something is wrong with it.
      let full = row.localized(.name, .nameEnglish)
      let english = row.text(.shortEnglish)
      return AgencyNames(short: Localized(row.text(.short), english.isEmpty ? full.english : english), full: full)
    }
    let english = fullEnglish.isEmpty ? full : fullEnglish
    return AgencyNames(
      file: row.shareBytes(), short: Place(short), shortEnglish: Place(shortEnglish.isEmpty ? english : shortEnglish),
      full: Place(full), fullEnglish: Place(english))
  }

  private init(file: TableBytes, short: Place, shortEnglish: Place, full: Place, fullEnglish: Place) {
    self.file = file
    self.short = short
    self.shortEnglish = shortEnglish
    self.full = full
    self.fullEnglish = fullEnglish
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

  private var all: [Place] { [short, shortEnglish, full, fullEnglish] }
}

extension AgencyNames: Hashable {
  static func == (a: AgencyNames, b: AgencyNames) -> Bool {
    zip(a.all, b.all).allSatisfy { a.file.bytes[$0.range] == b.file.bytes[$1.range] }
  }

  func hash(into hasher: inout Hasher) {
    for place in all { hasher.combine(file.bytes[place.range]) }
  }
}

/// The bytes of a table for all those that keep only where in them something is. Each thread that reads has one of its
/// own, so that they do not count the users of the same one.
final class TableBytes: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}
