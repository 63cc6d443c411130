/// What a piece of text is for; a theme says how it looks. Names with a dot fall back to what stands before it, then
/// to `text`.
public enum Role: String, Sendable, CaseIterable {
  case text
  case muted
  case title
  case tab
  case tabActive = "tab.active"
  case header
  case selection
  case border
  case hint
  case hintKey = "hint.key"
  case notice
  case error
  case match
  case gaugeFill = "gauge.fill"
  case gaugeEmpty = "gauge.empty"
  case gaugeUnknown = "gauge.unknown"
  case gaugeTick = "gauge.tick"
  case statusMet = "status.met"
  case statusOnTrack = "status.onTrack"
  case statusAtRisk = "status.atRisk"
  case statusOffTrack = "status.offTrack"
  case statusMissed = "status.missed"
  case statusNoData = "status.noData"
  case taskDoneOnTime = "task.doneOnTime"
  case taskDoneLate = "task.doneLate"
  case taskOpenInTime = "task.openInTime"
  case taskOpenOverdue = "task.openOverdue"
  case taskUnreported = "task.unreported"
  case chartExpected = "chart.expected"
  case chartReported = "chart.reported"
  case chartForecast = "chart.forecast"
  case chartAxis = "chart.axis"
}
