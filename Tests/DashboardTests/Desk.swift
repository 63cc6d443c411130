import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import TextCore

/// A dashboard without a terminal: keys go in, canvases come out.
struct Desk {
  private(set) var state: State
  private(set) var effects: [Effect] = []
  /// The theme that was asked for last.
  private(set) var worn = ThemeLibrary.defaultName
  private let store: Store

  /// What the picker offers: a few of the program's themes, and two of somebody's own.
  static let themes = [
    ThemeChoice(id: "co-so", name: Localized("Cơ sở", "Plain")),
    ThemeChoice(id: "giay", name: Localized("Giấy", "Paper")), ThemeChoice(id: "sen", name: Localized("Sen", "Lotus")),
    ThemeChoice(id: "tuong-phan-toi", name: Localized("Tương phản cao, nền tối", "High contrast, dark")),
    ThemeChoice(id: "phong-hop", name: Localized("Phòng họp tầng hai, máy chiếu cũ", "Old projector"), isOwn: true),
    ThemeChoice(id: "loi", name: Localized(both: "loi"), isOwn: true, findingCount: 12),
  ]

  init(
    _ size: Size = Size(width: 80, height: 24), asOf: String = "2023-09-30", today: String = "2024-03-15",
    _ language: Language = .vietnamese, glyphs: GlyphSet = .blocks, store: Store? = nil, storeName: String? = nil,
    access: WriteAccess = .bundled, author: String = "lan", isKiosk: Bool = false, place: [Place.Entry] = []
  ) throws {
    state = State(
      storeName: storeName.map(Localized.init(both:)) ?? Localized("bản đi kèm", "bundled plan"), size: size,
      today: Day(iso: today) ?? .first,
      asOf: Day(iso: asOf), language: language, glyphs: glyphs, access: access, author: author, isKiosk: isKiosk)
    self.store = try store ?? BundledPlan.open()
    state.restore(place)
    send(.loaded(self.store))
  }

  mutating func send(_ event: Event) { perform(state.update(event)) }

  /// Does what the dashboard asks for.
  mutating func perform(_ wanted: [Effect]) {
    for effect in wanted {
      switch effect {
      case .readDetails(let reports): effects += state.update(.details(store.details(of: reports)))
      case .readLine(let finding): effects += state.update(.faultyLine(store.faultyLine(of: finding), finding))
      case .checkHistory: effects += state.update(.history(store.historyFindings()))
      case .fingerprint: effects += state.update(.fingerprint(store.fingerprint(), version: "0.0.0"))
      case .listThemes: effects += state.update(.themes(Self.themes))
      case .wear(let theme): worn = theme
      default: effects.append(effect)
      }
    }
  }

  /// Types a script: letters as they are, other keys by their names in angle brackets, as in `2<Down><Enter>/bca`;
  /// what is pasted stands in `⟦⟧`.
  mutating func type(_ script: String) {
    var rest = Substring(script)
    while let letter = rest.popFirst() {
      if letter == "⟦" {
        for scalar in rest.prefix(while: { $0 != "⟧" }).unicodeScalars { send(.key(.pasted(scalar))) }
        rest = rest.drop { $0 != "⟧" }.dropFirst()
        continue
      }
      guard letter == "<", let end = rest.firstIndex(of: ">") else {
        for scalar in letter.unicodeScalars { send(.key(.character(scalar))) }
        continue
      }
      if let key = Self.names[String(rest[..<end])] { send(.key(key)) }
      rest = rest[rest.index(after: end)...]
    }
  }

  mutating func beginMeeting() { state.beginMeeting() }

  /// What is on the screen in a form, with all that is to be read back for it.
  mutating func takeaway(_ format: Takeaway.Format) -> Takeaway? {
    _ = state.takeaway(format)
    send(.today(state.today))
    return state.takeaway(format)
  }

  private static let names: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "BackTab": .backTab, "BS": .backspace, "Up": .up, "Down": .down,
    "Left": .left, "Right": .right, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown, "F1": .function(1),
    "C-c": .control("c"), "C-d": .control("d"), "C-u": .control("u"), "C-z": .control("z"), "C-p": .control("p"),
    "C-l": .control("l"),
  ]

  var canvas: Canvas { state.render() }
  var lines: [String] { canvas.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  /// Where the reader is.
  var path: String { lines[2].trimmed }
  /// The line that the cursor is on.
  var selected: String? { lines.first { $0.contains("▸") }.map(\.trimmed) }
  /// The line at the bottom.
  var bottom: String { (lines.last ?? "").trimmed }
}

extension String {
  var trimmed: String {
    let kept = drop { $0 == " " }
    return String(kept.reversed().drop { $0 == " " }.reversed())
  }
}
