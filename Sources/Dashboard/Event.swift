public import PlanCore
public import TerminalKit
public import TextCore

/// What happens to a dashboard.
public enum Event: Sendable {
  case key(Key)
  case resized(Size)
  /// The store was read, for the first time or again; at first it may be without its reports.
  case loaded(Store)
  /// The names of the things in the plan in view, worked out elsewhere.
  case indexed(PlanIndex)
  /// How far the reading of its reports has come.
  case progress(Loading)
  /// What a page wanted to know of single reports.
  case details([Report.Place: ReportDetails])
  /// The line that a finding is about, as it stands in its file; `nil` where there is none.
  case faultyLine(FaultyLine?, Finding)
  /// What the histories of the store's figures say of them.
  case history(Findings)
  /// It could not be read again; what is shown stays.
  case failed(StoreError)
  /// The themes that there are, in the order in which they are to be listed.
  case themes([ThemeChoice])
  /// All that is wrong in the reader's own files.
  case ownFindings(Findings)
  /// What was taken away is in a file of this path.
  case exported(path: String)
  /// It could not be written.
  case exportFailed(StoreError)
  /// What was to be written would have become part of the store.
  case exportRefused(folder: String)
  /// What tells the store from others, for a paper; `nil` where it has changed since it was read.
  case fingerprint(StoreFingerprint?, version: String)
  /// What was said is in the journal, on the disk.
  case recorded(Recording, said: [Update])
  /// It is not, and why.
  case recordingFailed(RecordingFault)
  /// The slide in view has had its time.
  case slideIsOver
  /// The date at the reader's desk, +07:00.
  case today(Day)
}

/// How far a reading of reports has come.
public struct Loading: Hashable, Sendable {
  public var rows = 0
  public var bytes = 0
  public var totalBytes = 0

  /// Rows and bytes that have been read, and bytes in all.
  public init(rows: Int = 0, bytes: Int = 0, totalBytes: Int = 0) {
    self.rows = rows
    self.bytes = bytes
    self.totalBytes = totalBytes
  }
}

/// What a dashboard asks its surroundings to do.
public enum Effect: Hashable, Sendable {
  case quit
  case suspend
  /// Send all of the screen again: something else has written on it.
  case redraw
  /// Listen to the mouse, or no longer.
  case mouse(Bool)
  /// Read back what only their files say of these reports, and answer with `Event.details`.
  case readDetails([Report])
  /// Read the line that a finding is about, and answer with `Event.faultyLine`.
  case readLine(Finding)
  /// Look over the history of every figure, and answer with `Event.history`.
  case checkHistory
  /// Look which themes there are, and answer with `Event.themes`.
  case listThemes
  /// Show everything in the theme of this id.
  case wear(String)
  /// Write this into a new file, and answer with `Event.exported`, `.exportFailed` or `.exportRefused`.
  case export(Takeaway)
  /// Work out what tells the store in view from others, and answer with `Event.fingerprint`.
  case fingerprint
  /// Write this into the store's journal, and answer with `Event.recorded` or `.recordingFailed`.
  case record(Recording)

  /// Whether it leads no further than the screen: all that a kiosk asks for. `quit` ends the session.
  var staysInside: Bool {
    switch self {
    case .suspend, .export, .fingerprint, .record: false
    case .quit, .redraw, .mouse, .readDetails, .readLine, .checkHistory, .listThemes, .wear: true
    }
  }
}
