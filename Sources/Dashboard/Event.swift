public import PlanCore
public import TerminalKit
import TextCore

/// What happens to a dashboard.
public enum Event {
  case key(Key)
  case resized(Size)
  /// The store was read, for the first time or again.
  case loaded(Store)
  /// It could not be read again; what is shown stays.
  case failed(StoreError)
  /// The date at the reader's desk, +07:00.
  case today(Day)
}

/// What a dashboard asks its surroundings to do.
public enum Effect: Hashable, Sendable {
  case quit
  case suspend
}
