internal import Synchronization
internal import TextCore

/// What people write in place of an agency's id: its names, `bo-cong-an`, and how they are abbreviated, `BCA`.
final class AgencyAliases: Sendable {
  /// By id in the order of the table.
  let agencies: [Agency]
  /// Worked out when the first unknown id is met: all that may go by an alias.
  private let known = Mutex<[String: [Int]]?>(nil)

  init(_ agencies: [Agency]) { self.agencies = agencies }

  /// The one agency that may be meant.
  func find(_ text: String) -> Int? {
    let agencies = candidates(text.brief)
    return agencies.count == 1 ? agencies[0] : nil
  }

  /// All agencies that may be meant, ascending.
  func candidates(_ text: String) -> [Int] {
    let wanted = Self.letters(text)
    guard !wanted.isEmpty else { return [] }
    return known.withLock { known in
      let all = known ?? gather()
      known = all
      return all[wanted] ?? []
    }
  }

  private func gather() -> [String: [Int]] {
    var all: [String: [Int]] = [:]
    for (index, agency) in agencies.enumerated() {
      let names = [agency.shortName, agency.name].flatMap { [$0.vietnamese, $0.english] }
      for alias in Set(names.flatMap { [Self.letters($0)] + Self.abbreviations($0) }) where !alias.isEmpty {
        if all[alias]?.last != index { all[alias, default: []].append(index) }
      }
    }
    return all
  }

  /// The letters and digits alone, without marks.
  private static func letters(_ name: String) -> String {
    String(name.folded.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }

  /// The first letters, with and without those of «và»; what is capitals throughout is abbreviated already.
  private static func abbreviations(_ name: String) -> [String] {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let parts = words.map { word in
      letters(word.count > 1 && word.allSatisfy(\.isUppercase) ? String(word) : String(word.prefix(1)))
    }
    guard words.count > 1 else { return [] }
    let others = zip(words, parts).filter { $0.0 != "và" }.map(\.1)
    return [parts.joined(), others.joined()]
  }
}
