import PlanCore
import TerminalKit
import TextCore

/// *Bảng lệnh*: a line to type into, and what answers to it.
struct Palette {
  var field = LineField()
  /// Whether it stands for a filter that a page has not: days and commands are left out.
  let isForFinding: Bool
  /// The best first.
  private(set) var entries: [PaletteEntry] = []
  /// How many there would be if the list had no end.
  private(set) var count = 0
  /// The entry under the cursor.
  var chosen = 0
  /// The page of that entry: a reload may give its things other places.
  var chosenPage: Page?
  /// The first entry in view.
  var top = 0
  /// Of the last query everything that a longer one may still fit.
  private var candidates: [PaletteEntry] = []
  private var lastQuery: SearchQuery?

  init(isForFinding: Bool = false) { self.isForFinding = isForFinding }

  /// Nobody reads further.
  private static let most = 200

  /// Forgets what was found, as when the plan has changed.
  mutating func forget() { (candidates, lastQuery) = ([], nil) }

  var chosenEntry: PaletteEntry? { entries.indices.contains(chosen) ? entries[chosen] : nil }

  /// Finds what answers to the line; the cursor goes to the best.
  mutating func find(_ place: KeyTable.Surroundings, _ context: Context, _ search: SearchCache) {
    (chosen, top) = (0, 0)
    let query = SearchQuery(field.text)
    guard !query.isEmpty else {
      forget()
      entries = isForFinding ? [] : Self.useful(place)
      count = entries.count
      return
    }
    let finder = PaletteFinder(
      query: query, agencies: search.agencies(of: context.plan), work: search.work(of: context.plan))
    if let last = lastQuery, query.isNarrower(than: last) {
      candidates = candidates.filter(finder.mayFind)
    } else {
      candidates = finder.everything
      // What a kiosk has not is nothing to be found.
      if place.isKiosk { candidates.removeAll(where: \.leadsOutside) }
      if isForFinding { candidates.removeAll(where: \.acts) }
    }
    lastQuery = query
    let found = finder.best(of: candidates, most: Self.most)
    let day = isForFinding ? nil : TypedDay.day(field.text, in: context.assessment.measuredTo.year)
    let days = day.map { [PaletteEntry.day($0)] } ?? []
    entries = days + found.entries
    count = days.count + found.count
  }

  /// What stands under an empty line: the screens, then the commands that do something here.
  private static func useful(_ place: KeyTable.Surroundings) -> [PaletteEntry] {
    Page.screens.indices.map(PaletteEntry.screen)
      + commands.filter { KeyTable.all[$0].applies(place) }
      .map(PaletteEntry.command)
  }

  /// The places of the bindings that are worth a line: those that move about are quicker than their names.
  static let commands: [Int] = KeyTable.all.indices.filter { number in
    switch KeyTable.all[number].command {
    case .move, .open, .back, .sideways, .screen, .list, .palette, .find, .up: false
    default: true
    }
  }
}

/// Finds what answers to a query.
struct PaletteFinder {
  let query: SearchQuery
  let agencies: AgencyIndex
  let work: WorkIndex

  /// Screens, commands and days, in both languages and by their keys: the same for every plan.
  private static let keys: (screens: [SearchKey], commands: [SearchKey], end: SearchKey) = {
    let screens = Page.screens.enumerated().map { number, page in SearchKey(page.name.both + ["\(number + 1)"]) }
    let commands = KeyTable.all.map { binding in
      // By the word of the hint line too, but «tính đến» is what one says before a date.
      let hint = binding.command == .earlier ? [] : binding.hint?.both ?? []
      let more = hint + (binding.command == .today ? ["hôm nay", "today"] : [])
      return SearchKey(binding.meaning.both + more + binding.label.split(separator: " ").map(String.init))
    }
    return (screens, commands, SearchKey(["cuối kế hoạch", "cuối năm", "end", "tính đến cuối kế hoạch"]))
  }()

  /// In the order in which equal fits stand.
  var everything: [PaletteEntry] {
    let plans: [PaletteEntry] =
      work.pillars.indices.map(PaletteEntry.pillar) + agencies.searchKeys.indices.map(PaletteEntry.agency)
      + work.regions.indices.map(PaletteEntry.region)
      + work.indicators.indices.map(PaletteEntry.indicator) + work.tasks.indices.map(PaletteEntry.task)
      + work.actions.indices.map(PaletteEntry.action) + work.sources.indices.map(PaletteEntry.source)
    let own = Page.screens.indices.map(PaletteEntry.screen) + [.end] + Palette.commands.map(PaletteEntry.command)
    return (own + plans).filter(mayFind)
  }

  func mayFind(_ entry: PaletteEntry) -> Bool { query.mayFit(key(of: entry)) }

  /// The best entries, and how many there are in all.
  func best(of candidates: [PaletteEntry], most: Int) -> (entries: [PaletteEntry], count: Int) {
    var found: [[(spread: Int, entry: PaletteEntry)]] = SearchFit.Rank.allCases.map { _ in [] }
    for entry in candidates {
      if let fit = query.fit(key(of: entry)) { found[fit.rank.rawValue].append((fit.spread, entry)) }
    }
    let last = SearchFit.Rank.scattered.rawValue
    found[last] = found[last].enumerated()
      .sorted { ($0.element.spread, $0.offset) < ($1.element.spread, $1.offset) }.map(\.element)
    return (Array(found.joined().lazy.map(\.entry).prefix(most)), found.reduce(0) { $0 + $1.count })
  }

  private func key(of entry: PaletteEntry) -> SearchKey {
    switch entry {
    case .screen(let index): Self.keys.screens[index]
    case .command(let index): Self.keys.commands[index]
    case .day, .end: Self.keys.end
    case .pillar(let index): work.pillars[index]
    case .agency(let index): agencies.searchKeys[index]
    case .region(let index): work.regions[index]
    case .indicator(let index): work.indicators[index]
    case .task(let index): work.tasks[index]
    case .action(let index): work.actions[index]
    case .source(let index): work.sources[index]
    }
  }
}
