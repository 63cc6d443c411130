import PlanCore
import TerminalKit
import TextCore

/// How a reader left the six screens, as lines of a file: row, scroll, filter, order and grouping of each.
public enum Place {
  /// `tasks.filter`, and what it is.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var value: String

    /// One line.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Longest value that is kept, in bytes.
  static let longest = 400
  /// No list is longer.
  private static let greatest = 10_000_000

  /// Whether a line of a file can hold a text as it is.
  public static func isPlain(_ text: String, limit: Int) -> Bool {
    !text.isEmpty && text.utf8.count <= limit && text.first != " " && text.last != " "
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  static func name(of page: Page) -> String? {
    switch page {
    case .overview: "overview"
    case .indicators: "indicators"
    case .tasks: "tasks"
    case .calendar: "calendar"
    case .agencies: "agencies"
    case .matrix: "matrix"
    default: nil
    }
  }

  /// What differs from how the screen opens.
  static func entries(of page: PageState) -> [Entry] {
    guard let name = name(of: page.page) else { return [] }
    var entries: [Entry] = []
    func add(_ key: String, _ value: String?) {
      guard let value, isPlain(value, limit: longest) else { return }
      entries.append(Entry(key: "\(name).\(key)", value: value))
    }
    func add(_ key: String, _ number: Int) { add(key, number == 0 ? nil : String(number)) }
    add("row", page.selection.flatMap { text(of: $0.id) })
    add("group", page.selection?.group ?? 0)
    add("top", page.awaited?.top ?? page.top)
    add("filter", page.filter.isEmpty ? nil : page.filter)
    add("status", page.status.map(text))
    add("sort", page.sort.map { $0 + 1 } ?? 0)
    add("reversed", page.isReversed ? 1 : 0)
    add("grouping", page.grouping)
    add("column", page.awaited?.column ?? page.column)
    return entries
  }

  /// Takes one line into a screen; what makes no sense changes nothing.
  static func take(_ key: Substring, _ value: String, into page: inout PageState) {
    let number = Int(value).flatMap { (0...greatest).contains($0) ? $0 : nil }
    switch key {
    case "row": if let id = row(value) { page.selection = RowKey(id: id, group: page.selection?.group ?? 0) }
    case "group": page.selection?.group = number ?? 0
    case "top": page.top = number ?? 0
    case "filter": page.filter = String(String.UnicodeScalarView(value.unicodeScalars.prefix(LineField.longest)))
    case "status": page.status = status(value)
    case "sort": page.sort = number.flatMap { $0 > 0 ? $0 - 1 : nil }
    case "reversed": page.isReversed = number == 1
    case "grouping": page.grouping = number ?? 0
    case "column": page.column = number ?? 0
    default: break
    }
  }

  // MARK: Words

  private static func text(of row: RowID) -> String? {
    switch row {
    case .pillar(let id): "pillar/" + id
    case .indicator(let id): "indicator/" + id
    case .agency(let id): "agency/" + id
    case .task(let id): "task/" + id
    case .action(let id): "action/" + id
    // No row of the six screens.
    case .report, .finding, .move: nil
    }
  }

  private static func row(_ text: String) -> RowID? {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let id = String(text[text.index(after: slash)...])
    return switch text[..<slash] {
    case "pillar": .pillar(id)
    case "indicator": .indicator(id)
    case "agency": .agency(id)
    case "task": .task(id)
    case "action": .action(id)
    default: nil
    }
  }

  private static func text(of status: StatusOption) -> String {
    switch status {
    case .figure(let status): status.rawValue
    case .work(let state): state.rawValue
    case .severity(let severity): severity.rawValue
    case .change(let direction): direction.rawValue
    case .reporting(let state): state.rawValue
    }
  }

  private static func status(_ text: String) -> StatusOption? {
    Status(rawValue: text).map(StatusOption.figure) ?? WorkState(rawValue: text).map(StatusOption.work)
  }
}

extension State {
  /// How the reader has left the screens by now.
  public var place: [Place.Entry] {
    let pages = path.prefix(1) + screens.filter { $0.page != path.first?.page }
    return Page.screens.flatMap { screen in pages.first { $0.page == screen }.map(Place.entries) ?? [] }
  }

  /// Puts the screens back as they were left, before anything is loaded.
  public mutating func restore(_ entries: [Place.Entry]) {
    guard !entries.isEmpty else { return }
    var pages = Page.screens.map(PageState.init)
    for entry in entries {
      guard let dot = entry.key.firstIndex(of: "."),
        let index = pages.firstIndex(where: { Place.name(of: $0.page).map { $0 == entry.key[..<dot] } == true })
      else { continue }
      Place.take(entry.key[entry.key.index(after: dot)...], entry.value, into: &pages[index])
    }
    path = Array(pages.prefix(1))
    screens = Array(pages.dropFirst())
    if notice == nil, !page.filter.isEmpty || page.status != nil {
      notice = Notice(
        text: Localized(
          "còn giữ bộ lọc của lần trước; Esc để bỏ", "the filter of the last time is still on; Esc clears it"))
    }
  }
}
