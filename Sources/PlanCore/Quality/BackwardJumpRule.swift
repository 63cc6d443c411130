internal import TextCore

/// *Lùi đột ngột*: a figure that goes back from one period that was reported to the next one.
///
/// A yes-or-no figure: 1 becomes 0. A share: it falls by more than 10 points; where less is better (`<`, `<=`) it rises by
/// more than that. Other units have no points, and are left to `OutlierRule`.
enum BackwardJumpRule: HistoryRule {
  /// Points.
  static let most = 10.0
  /// What binary fractions add to a difference is no point.
  private static let tolerance = 1e-9

  static func fault(in history: FigureHistory) -> Localized? {
    guard let previous = history.previous else { return nil }
    let (before, now) = (previous.value, history.figure.value)
    switch history.kind {
    case .yesOrNo:
      guard before == 1, now == 0 else { return nil }
      return Localized("từ 1 (đã có) lùi về 0 (chưa có)", "goes back from 1 (yes) to 0 (no)")
        .comparing(history.figure, with: previous, history)
    case .points:
      let wantsMore = history.comparator.wantsMore
      guard (wantsMore ? before - now : now - before) > most + tolerance else { return nil }
      let what =
        wantsMore
        ? Localized("giảm quá 10 điểm", "falls by more than 10 points")
        : Localized("tăng quá 10 điểm", "rises by more than 10 points")
      return what.comparing(history.figure, with: previous, history)
    case .amount: return nil
    }
  }
}
