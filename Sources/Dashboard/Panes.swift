import PlanCore
import TerminalKit

/// How wide windows are shared: the page that was left for the one in view, that one, and a look at what the row under
/// the cursor leads to. Going down moves them to the left, going back to the right, so that what is read stays in sight.
struct PaneLayout: Hashable {
  /// Columns of each; 0 where it is not shown.
  var parent = 0
  var focus: Int
  var preview = 0

  /// From this size on two pages stand side by side, and from this width on three.
  private static let two = Size(width: 120, height: 36)
  private static let three = 160
  /// The column between two panes.
  static let gap = 1

  /// - Parameter path: pages from one of the six screens down to the one in view.
  init(_ size: Size, path: [Page]) {
    focus = size.width
    guard size.width >= Self.two.width, size.height >= Self.two.height, let page = path.last, !page.wantsWindow(size)
    else { return }
    let hasParent = path.count > 1 && !path[path.count - 2].wantsWindow(size)
    if size.width >= Self.three, hasParent, page.hasPreview {
      let third = (size.width - 2 * Self.gap) / 3
      (parent, preview) = (third, third)
    } else if hasParent {
      parent = Self.master(size.width)
    } else if page.hasPreview {
      preview = size.width - Self.gap - Self.master(size.width)
    }
    focus -= [parent, preview].reduce(0) { $0 + ($1 > 0 ? $1 + Self.gap : 0) }
  }

  /// Columns of the left one of two: in a wide window the greater part, as long as facts and a chart find room side by
  /// side in the other.
  private static func master(_ width: Int) -> Int {
    width < three ? width * 7 / 15 : min(width * 8 / 15, width - gap - PageBuilder.leastForTwo)
  }
}

extension Page {
  /// Whether it is laid out for a whole window of this size.
  fileprivate func wantsWindow(_ size: Size) -> Bool {
    switch self {
    case .matrix, .board, .comparison, .help: true
    case .overview: size.width < 160
    // Half of a narrower window has no room for the year as boxes.
    case .calendar: size.width < 190
    default: false
    }
  }

  /// Whether its rows lead to pages that say more of them.
  fileprivate var hasPreview: Bool {
    switch self {
    case .overview, .indicators, .pillar, .tasks, .calendar, .agencies, .indicator, .agency, .task, .figure, .findings:
      true
    default: false
    }
  }
}

/// The pages beside the one in view.
struct Panes {
  var parent: PageView?
  var preview: PageView?
}

extension State {
  var layout: PaneLayout { PaneLayout(size, path: path.map(\.page)) }

  /// The page that keys go to.
  var view: PageView {
    PageView(
      page: page, document: document, selected: selected, size: Size(width: layout.focus, height: bodySize.height),
      glyphs: glyphs, hasPreview: layout.preview > 0)
  }

  /// Builds the page again that this one was opened from.
  mutating func refreshParent() {
    panes = Panes()
    guard layout.parent > 0, path.count > 1 else { return }
    panes.parent = view(of: path[path.count - 2], width: layout.parent)
  }

  /// Lets the preview follow the cursor.
  mutating func followSelection() {
    guard layout.preview > 0, let target = row?.target() else {
      panes.preview = nil
      return
    }
    guard panes.preview?.page.page != target else { return }
    var page = PageState(target)
    page.isPreview = true
    panes.preview = view(of: page, width: layout.preview)
  }

  private func view(of page: PageState, width: Int) -> PageView? {
    guard var context else { return nil }
    context.size = Size(width: width, height: bodySize.height)
    let document = Document(of: page, context, search)
    return PageView(
      page: page, document: document, selected: page.selection.flatMap { document.index(of: $0) }, size: context.size,
      glyphs: glyphs, hasFocus: false)
  }
}
