import PlanCore
import TextCore

/// What the histories of a store's figures say of them: looked for when a page about it is opened, since that takes a
/// look at every report.
enum HistoryFindings {
  case unknown
  case asked
  case known(Findings)

  /// Nothing until they are known.
  var findings: Findings {
    if case .known(let findings) = self { return findings }
    return Findings()
  }
}

extension State {
  /// Whether a page shows it and nobody has looked yet.
  var isHistoryWanted: Bool {
    guard case .unknown = history, context?.store.hasReports == true else { return false }
    return path.contains { $0.page == .findings }
  }
}
