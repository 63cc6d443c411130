import PlanCore
import TextCore

/// What finding and sorting ten thousand agencies takes: worked out once for a plan, by whoever has the time.
final class AgencyIndex: Sendable {
  /// By agency.
  let searchKeys: [SearchKey]
  /// By agency: the places of short and full names in each language's order. A list is sorted by asking a hundred
  /// thousand times.
  private let ranks: [[Int]]

  /// Folds and orders the names of all agencies.
  init(_ plan: Plan) {
    searchKeys = plan.agencies.indices.map { SearchKey(plan.searchTexts(ofAgency: $0)) }
    ranks = [Language.vietnamese, .english].flatMap { language in
      [
        Self.ranks(plan.agencies.map { $0.shortName(in: language) }),
        Self.ranks(plan.agencies.map { $0.name(in: language) }),
      ]
    }
  }

  /// An agency's place in the alphabet by its short or its full name; the same for the same name.
  func rank(_ agency: Int, _ language: Language, short: Bool) -> Int {
    ranks[(language == .vietnamese ? 0 : 2) + (short ? 0 : 1)][agency]
  }

  private static func ranks(_ names: [String]) -> [Int] {
    let keys = names.map { CollationKey($0) }
    var ranks = [Int](repeating: 0, count: names.count)
    var (rank, last): (Int, CollationKey?) = (-1, nil)
    for index in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      if keys[index] != last { rank += 1 }
      last = keys[index]
      ranks[index] = rank
    }
    return ranks
  }
}

extension SearchKey {
  init(_ texts: SearchTexts) { self.init(texts.names, shortNames: texts.shortNames) }
}
