import PlanCore
import TerminalKit
import TextCore

/// Something that the palette leads to. Things of the plan are named by their places in its lists.
enum PaletteEntry: Hashable {
  /// Everything as it stood on a day.
  case day(Day)
  /// The plan's last day.
  case end
  /// One of the six screens, from 0.
  case screen(Int)
  /// A binding of the key table, by its place there.
  case command(Int)
  case pillar(Int)
  case agency(Int)
  case region(Int)
  case indicator(Int)
  case task(Int)
  case action(Int)
  case source(Int)
}

extension PaletteEntry {
  /// What sort of thing it is.
  var kind: Localized {
    switch self {
    case .day, .end: Localized("ngày", "date")
    case .screen: Localized("màn hình", "screen")
    case .command: Localized("lệnh", "command")
    case .pillar: Localized("trụ cột", "pillar")
    case .agency: Localized("đơn vị", "agency")
    case .region: Localized("vùng", "region")
    case .indicator: Localized("chỉ tiêu", "indicator")
    case .task: Localized("nhiệm vụ", "task")
    case .action: Localized("hoạt động", "action")
    case .source: Localized("nguồn", "source")
    }
  }

  /// Whether it is a command that leads out of the program and back.
  var leadsOutside: Bool {
    guard case .command(let number) = self, KeyTable.all.indices.contains(number) else { return false }
    return [.export, .suspend].contains(KeyTable.all[number].command)
  }

  /// Whether it changes something rather than leads to a thing or a screen.
  var acts: Bool {
    switch self {
    case .day, .end, .command: true
    default: false
    }
  }

  /// The longest name of a kind, in columns.
  static let kindWidth = 9

  /// The key that does the same, or begins to; empty where there is none.
  var keyLabel: String {
    switch self {
    case .day, .end, .source: ""
    case .screen(let number): "\(number + 1)"
    case .command(let number): KeyTable.all.indices.contains(number) ? KeyTable.all[number].label : ""
    case .pillar: "1 Enter"
    case .indicator: "2 Enter"
    case .task: "3 Enter"
    case .action: "4 Enter"
    case .agency: "5 Enter"
    case .region: "5"
    }
  }

  static let keyWidth = 9

  /// The page of a thing in the plan.
  func page(in plan: Plan) -> Page? {
    switch self {
    case .pillar(let index) where plan.pillars.indices.contains(index): .pillar(plan.pillars[index].id)
    case .agency(let index) where plan.agencies.indices.contains(index): .agency(plan.agencies[index].id)
    case .indicator(let index) where plan.indicators.indices.contains(index): .indicator(plan.indicators[index].id)
    case .task(let index) where plan.tasks.indices.contains(index): .task(plan.tasks[index].id)
    case .action(let index) where plan.actions.indices.contains(index): .action(plan.actions[index].id)
    case .source(let index) where plan.sources.indices.contains(index): .source(plan.sources[index].id)
    default: nil
    }
  }

  /// What it is called: a code or a short name where it has one, then the rest.
  func names(_ context: Context) -> [String] {
    let plan = context.plan
    switch self {
    case .day(let day): return [context.word("tính đến \(day.slashed)", "as of \(day.slashed)")]
    case .end:
      let day = plan.settings.end.slashed
      return [context.word("tính đến cuối kế hoạch, \(day)", "as of the plan's end, \(day)")]
    case .screen(let number): return [Page.screens.indices.contains(number) ? context[Page.screens[number].name] : ""]
    case .command(let number):
      return [KeyTable.all.indices.contains(number) ? context[KeyTable.all[number].meaning] : ""]
    case .pillar(let index): return [context[plan.pillars[index].name]]
    case .agency(let index):
      let (short, full) = (context.shortName(of: index), context.name(of: index))
      return full.contains(short) ? [full] : [short, full]
    case .region(let index): return [context[plan.regions[index].name]]
    case .indicator(let index): return [plan.indicators[index].id, context[plan.indicators[index].title]]
    case .task(let index): return [plan.tasks[index].id, context[plan.tasks[index].title]]
    case .action(let index): return [plan.actions[index].id, context[plan.actions[index].title]]
    case .source(let index):
      let source = plan.sources[index]
      let rest = [source.publisher == source.title ? "" : source.publisher, source.published]
      return [source.title, rest.filter { !$0.isEmpty }.joined(separator: ", ")].filter { !$0.isEmpty }
    }
  }
}
