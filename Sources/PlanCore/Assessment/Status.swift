/// *Trạng thái*: how a figure stands to its target.
public enum Status: String, Sendable, CaseIterable {
  /// Meets its target.
  case met
  /// As far as time says it should be.
  case onTrack
  case atRisk
  case offTrack
  /// The plan's time is over and the target is not met.
  case missed
  /// Nobody speaks, or not for the plan's time.
  case noData
}
