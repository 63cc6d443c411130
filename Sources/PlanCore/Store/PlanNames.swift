public import TextCore

/// What people call the things of a plan where they type: an id in any case; a pillar by its code and an agency by its
/// names too, and by how these are abbreviated. What finds a thing in one command finds it in all.
public struct PlanNames: Sendable {
  /// What sort of thing is meant.
  public enum Kind: Sendable { case pillar, indicator, task, action, agency }

  private let tables: PlanTables

  /// Bytes of the longest name that is looked up.
  private static let longest = 1_000

  init(_ tables: PlanTables) { self.tables = tables }

  /// The one thing that is meant, by its place in the plan.
  ///
  /// - Throws: what may have been meant, where there is none, or more than one.
  public func one(_ kind: Kind, _ text: String) throws(UnclearName) -> Int {
    let found = find(kind, text)
    if found.count == 1 { return found[0] }
    throw UnclearName(message: unclear(kind, text, found))
  }

  /// All that may be meant, by their places in the plan.
  public func find(_ kind: Kind, _ text: String) -> [Int] {
    guard !text.isEmpty, text.utf8.count <= Self.longest else { return [] }
    let ids = index(of: kind)
    if let exact = ids[text] ?? ids[text.lowercased()] ?? ids[text.uppercased()] { return [exact] }
    let named = kind == .agency ? agencies(calledBy: text) : []
    if !named.isEmpty { return named }
    let wanted = text.lowercased()
    return ids.ids.indices.filter { number in
      let code = kind == .pillar ? tables.plan.pillars[number].code.lowercased() : nil
      return ids.ids[number].lowercased() == wanted || code == wanted
    }
  }

  /// What is said of a name that leads to none of a kind, or to many.
  func unclear(_ kind: Kind, _ text: String, _ found: [Int]) -> Localized {
    let ids = index(of: kind)
    guard found.isEmpty else { return Self.ambiguous(text, found.map { ids.ids[$0] }) }
    let message = ids.unknown(text)
    guard kind == .agency, !message.vietnamese.hasSuffix("?") else { return message }
    return message
      + .suggestion(
        for: text, among: tables.plan.agencies.lazy.flatMap { [$0.name.vietnamese, $0.shortName.vietnamese] })
  }

  static func ambiguous(_ text: String, _ ids: [String]) -> Localized {
    let list = ids.prefix(6).joined(separator: ", ")
    return Localized(
      "«\(text.brief)» có thể là nhiều mã: \(list); viết mã", "«\(text.brief)» may be several: \(list); write the id")
  }

  private func index(of kind: Kind) -> IDIndex {
    switch kind {
    case .pillar: tables.pillars
    case .indicator: tables.indicators
    case .task: tables.tasks
    case .action: tables.actions
    case .agency: tables.agencies
    }
  }

  // MARK: Agencies

  private func agencies(calledBy text: String) -> [Int] {
    var words = ForeignText.allWords(text)
    // «UBND tỉnh Hà Giang», «TP. Hà Nội», «Bộ Y tế Việt Nam»: each time a little less.
    while !words.isEmpty {
      let found = tables.agencies.aliases?.candidates(words) ?? []
      if !found.isEmpty { return found }
      if words.hasSuffix(Self.nation) {
        words.removeLast(Self.nation.count)
      } else if let title = Self.titles.first(where: words.hasPrefix) {
        words.removeFirst(title.count)
      } else {
        return []
      }
    }
    return []
  }

  /// What may stand after the name of a ministry.
  private static let nation = " viet nam"

  /// What may stand before a province's name.
  private static let titles = ["uy ban nhan dan ", "ubnd ", "thanh pho ", "tp ", "t p ", "tinh "]
}

/// A name that does not lead to one thing.
public struct UnclearName: Error, Hashable {
  /// What is wrong with it; what may be meant.
  public let message: Localized
}

extension Store {
  /// What its things are called.
  public var names: PlanNames { PlanNames(tables) }
}
