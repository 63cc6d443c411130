internal import TextCore

/// What people call the plan's agencies and indicators.
struct ImportNames: Sendable {
  let tables: PlanTables
  private let names: PlanNames
  /// By letters and digits alone: all indicators that go by such an id, key or title.
  private let indicators: [String: [Int]]

  /// Bytes of the longest name that is looked up.
  private static let longest = 1_000

  init(_ tables: PlanTables) {
    self.tables = tables
    names = PlanNames(tables)
    var indicators: [String: [Int]] = [:]
    for (index, indicator) in tables.plan.indicators.enumerated() {
      for name in [indicator.id, indicator.key, indicator.title.vietnamese, indicator.title.english] {
        let letters = Self.letters(name)
        if !letters.isEmpty, indicators[letters]?.last != index { indicators[letters, default: []].append(index) }
      }
    }
    self.indicators = indicators
  }

  private static func letters(_ text: String) -> String {
    ForeignText.allWords(text).inOneSpelling.filter { $0 != " " }
  }

  // MARK: Agencies

  /// The agencies that may be meant: one, or none, or several that share the name.
  func agencies(_ text: String) -> [Int] { names.find(.agency, text) }

  // MARK: Indicators

  /// The indicators that may be meant.
  func indicators(_ text: String) -> [Int] {
    guard !text.isEmpty, text.utf8.count <= Self.longest else { return [] }
    if let index = tables.indicators[text] { return [index] }
    let words = ForeignText.allWords(text)
    if let found = indicators[Self.letters(text)] { return found }
    if let found = indicators[ForeignText.words(text).inOneSpelling.filter { $0 != " " }] { return found }
    // «DL1. Danh mục cơ sở dữ liệu».
    guard let first = words.split(separator: " ").first else { return [] }
    return tables.plan.indicators.indices.filter { tables.plan.indicators[$0].id.lowercased() == first }
  }

  /// The indicator, and which figure of it, that a heading names: «DL1», «KT3 (tử số)».
  func figure(_ heading: String) -> (indicator: Int, field: ImportField)? {
    guard heading.utf8.count <= Self.longest else { return nil }
    let words = ForeignText.allWords(heading)
    for (ending, field) in Self.endings where words.hasSuffix(ending) {
      let found = indicators(String(words.dropLast(ending.count)))
      if found.count == 1 { return (found[0], field) }
    }
    let found = indicators(heading)
    return found.count == 1 ? (found[0], .value) : nil
  }

  private static let endings: [(String, ImportField)] = [
    (" tu so", .numerator), (" mau so", .denominator), (" gia tri", .value), (" numerator", .numerator),
    (" denominator", .denominator), (" value", .value),
  ]

  // MARK: What is said of a name that leads to none, or to many

  func unclearAgency(_ text: String, _ found: [Int]) -> Localized { names.unclear(.agency, text, found) }

  func unclearIndicator(_ text: String, _ found: [Int]) -> Localized {
    found.isEmpty
      ? tables.indicators.unknown(text) : PlanNames.ambiguous(text, found.map { tables.plan.indicators[$0].id })
  }
}
