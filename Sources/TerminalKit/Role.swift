/// What a piece of text is for; a theme says how it looks. Names with a dot fall back to what stands before it, then
/// to `text`.
public enum Role: UInt8, Sendable, CaseIterable {
  case text, muted, title, tab, tabActive, header, selection, border, hint, hintKey, notice, error, match
  case gaugeFill, gaugeEmpty, gaugeUnknown, gaugeTick
  case statusMet, statusOnTrack, statusAtRisk, statusOffTrack, statusMissed, statusNoData
  case taskDoneOnTime, taskDoneLate, taskOpenInTime, taskOpenOverdue, taskUnreported
  case chartExpected, chartReported, chartForecast, chartAxis

  /// Counted from 0, in the order of `allCases`.
  public var index: Int { Int(rawValue) }

  /// As theme files write it.
  public var name: String {
    switch self {
    case .text: "text"
    case .muted: "muted"
    case .title: "title"
    case .tab: "tab"
    case .tabActive: "tab.active"
    case .header: "header"
    case .selection: "selection"
    case .border: "border"
    case .hint: "hint"
    case .hintKey: "hint.key"
    case .notice: "notice"
    case .error: "error"
    case .match: "match"
    case .gaugeFill: "gauge.fill"
    case .gaugeEmpty: "gauge.empty"
    case .gaugeUnknown: "gauge.unknown"
    case .gaugeTick: "gauge.tick"
    case .statusMet: "status.met"
    case .statusOnTrack: "status.onTrack"
    case .statusAtRisk: "status.atRisk"
    case .statusOffTrack: "status.offTrack"
    case .statusMissed: "status.missed"
    case .statusNoData: "status.noData"
    case .taskDoneOnTime: "task.doneOnTime"
    case .taskDoneLate: "task.doneLate"
    case .taskOpenInTime: "task.openInTime"
    case .taskOpenOverdue: "task.openOverdue"
    case .taskUnreported: "task.unreported"
    case .chartExpected: "chart.expected"
    case .chartReported: "chart.reported"
    case .chartForecast: "chart.forecast"
    case .chartAxis: "chart.axis"
    }
  }

  /// What stands in where a theme says nothing of this role: `status.met`, `status`, `text`.
  var names: [String] {
    let own = name
    guard self != .text else { return [own] }
    guard let dot = own.firstIndex(of: ".") else { return [own, Role.text.name] }
    return [own, String(own[..<dot]), Role.text.name]
  }
}
