/// What a key asks for.
enum Command: Hashable {
  case move(Movement)
  case open
  /// Clears the filter; where there is none, as `leave`.
  case back
  case leave
  /// The next or the previous list of the page.
  case list(Int)
  /// One of the six screens, from 0.
  case screen(Int)
  /// The calendar's month or the matrix's column.
  case sideways(Int)
  case palette
  /// The palette for things of the plan alone: what a filter would be for, on a page without a list.
  case find
  case explain
  case compare
  case filter
  case sort
  case reverse
  case regroup
  case status
  case earlier
  case later
  case today
  case language
  case mouse
  case theme
  /// Take what is on the screen away.
  case export
  case findings
  /// Who has sent which reports, month by month.
  case board
  case help
  case up
  case suspend
  case redraw
  case quit
  /// Say something about the work under the cursor, or take it back.
  case record(RecordForm.Kind)

  enum Movement: Hashable {
    case up, down, pageUp, pageDown, halfPageUp, halfPageDown, first, last
  }
}
