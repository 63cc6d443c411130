public import PlanCore
public import TextCore

/// What the reader is looking at: one of the six screens, or what was drilled into. Things are named by their ids, so
/// that a page outlives a reload.
public enum Page: Hashable, Sendable {
  case overview
  case indicators
  case tasks
  case calendar
  case agencies
  case matrix

  /// The indicators of one pillar.
  case pillar(String)
  case indicator(String)
  /// One agency's one figure, with its history.
  case figure(agency: String, indicator: String)
  /// One measurement of that figure.
  case report(agency: String, indicator: String, file: String, line: Int)
  case task(String)
  case assignment(task: String, agency: String)
  case action(String)
  case agency(String)
  /// Where figures and assignments come from.
  case source(String)
  /// What moved between two days.
  case comparison
  /// Where a number comes from.
  case explanation(Explained)
  /// Who has sent which reports, month by month.
  case board
  case findings
  case finding(Finding)
  case help

  /// The six screens, in the order of their keys 1 to 6.
  static let screens: [Page] = [.overview, .indicators, .tasks, .calendar, .agencies, .matrix]
}

/// What a selectable row stands for.
public enum RowID: Hashable, Sendable {
  case pillar(String)
  case indicator(String)
  case agency(String)
  case task(String)
  case action(String)
  case report(file: String, line: Int)
  case finding(Finding)
  /// Assignments of a task that went from one state to another.
  case move(task: String, from: WorkState, to: WorkState)
}

/// A page as its reader has arranged it.
struct PageState {
  let page: Page
  /// The row under the cursor, where there is one.
  var selection: RowKey?
  /// The first line of the document in view.
  var top = 0
  var filter = ""
  /// Index of the column that the list is sorted by; `nil` for its own order.
  var sort: Int?
  var isReversed = false
  /// Index of the grouping.
  var grouping = 0
  /// Only rows of this status are shown.
  var status: StatusOption?
  /// The column under the cursor, in the matrix.
  var column = 0
  /// Where the cursor was in the matrix before the filter bar was opened.
  var placeBeforeFilter: MatrixPlace?
  /// The first line in view and the column under the cursor as they will be once the reports are read that the page is
  /// made of.
  var awaited: (top: Int, column: Int)?
  /// For the help: the page that it is about.
  var subject: KeyTable.Surroundings?
  /// In a comparison, the day that is compared with; `nil` for the month end before.
  var otherDay: Day?
  /// How many months after the as-of date's own the calendar shows.
  var monthOffset = 0
  /// Shown beside the page in view while the cursor moves there: its lists are only begun, so that a step costs no more
  /// on the wire than a slow line bears.
  var isPreview = false

  init(_ page: Page) { self.page = page }

  /// For the lists of a page beyond the first, which alone is sorted and grouped.
  var withoutOrder: PageState {
    var state = self
    (state.sort, state.isReversed, state.grouping) = (nil, false, 0)
    return state
  }
}

/// A cell of the matrix.
struct MatrixPlace: Hashable {
  var row: RowKey?
  var column: Int
}

/// A row and the group that it stands in: one task may stand in several.
struct RowKey: Hashable {
  var id: RowID
  var group = 0
}
