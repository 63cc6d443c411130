import PlanCore
import TerminalKit
import TextCore

extension Document {
  /// Builds the page that a reader has arranged in this way.
  init(of state: PageState, _ context: Context, _ search: SearchCache) {
    self.init()
    let page = PageBuilder(state: state, context: context, search: search)
    switch state.page {
    case let made where made.isMadeOfReports && !context.store.hasReports: page.awaitReports(&self)
    case .overview: page.overview(&self)
    case .indicators: page.indicators(&self, pillar: nil)
    case .pillar(let id): page.indicators(&self, pillar: id)
    case .indicator(let id): page.indicator(&self, id)
    case .figure(let agency, let indicator): page.figure(&self, agency: agency, indicator: indicator)
    case .report(let agency, let indicator, let file, let line):
      page.report(&self, agency: agency, indicator: indicator, file: file, line: line)
    case .tasks: page.tasks(&self)
    case .task(let id): page.task(&self, id)
    case .assignment(let task, let agency): page.assignment(&self, task: task, agency: agency)
    case .calendar: page.calendar(&self)
    case .action(let id): page.action(&self, id)
    case .agencies: page.agencies(&self)
    case .agency(let id): page.agency(&self, id)
    case .source(let id): page.source(&self, id)
    case .comparison: page.comparison(&self)
    case .explanation(let explained): page.explanation(&self, explained)
    case .matrix: page.matrix(&self)
    case .board: page.board(&self)
    case .findings: page.findings(&self)
    case .finding(let finding): page.finding(&self, finding)
    case .help: page.help(&self)
    }
  }
}

extension Page {
  /// Whether there is nothing true on it before the reports have been read.
  fileprivate var isMadeOfReports: Bool {
    switch self {
    case .indicator, .figure, .report, .agency, .comparison, .explanation, .matrix, .board: true
    case .overview, .indicators, .pillar, .tasks, .task, .assignment, .calendar, .action, .agencies, .source, .findings,
      .finding, .help:
      false
    }
  }
}

/// What a page is built from; each page is an extension in a file of its own.
struct PageBuilder {
  let state: PageState
  var context: Context
  let search: SearchCache

  var plan: Plan { context.plan }
  var assessment: Assessment { context.assessment }
  var width: Int { context.width }

  /// The names of all agencies, folded and in order.
  var agencyIndex: AgencyIndex { search.agencies(of: plan) }

  func searchKey(ofAgency agency: Int) -> SearchKey { agencyIndex.searchKeys[agency] }

  /// Finds the provinces of a region whose name, or the beginning of it, was typed.
  func inRegion<Item>(_ agency: @escaping (Item) -> Int) -> (SearchQuery) -> (Item) -> Bool {
    { query in
      let keys = query.mayNameARegion ? search.work(of: plan).regions : []
      let named = Set(keys.indices.filter { query.fit(keys[$0]).map { $0.rank <= .prefix } ?? false })
      return { item in
        guard !named.isEmpty else { return false }
        return plan.agencies[agency(item)].region.map(named.contains) ?? false
      }
    }
  }

  func word(_ vietnamese: String, _ english: String) -> String { context.word(vietnamese, english) }

  /// In place of a page that would say that nobody has reported.
  fileprivate func awaitReports(_ document: inout Document) {
    document.awaitsReports = true
    addText(
      word(
        "Báo cáo chưa đọc xong; số liệu sẽ hiện ở đây ngay khi đọc xong.",
        "The reports are not read yet; what they say will be here once they are."), .muted, to: &document)
  }

  /// How many have reported. What has not been read is not nought.
  func reportedText(_ reported: Int, of all: Int) -> String {
    context.store.hasReports ? "\(reported)/\(all)" : context.glyphs.ellipsis + "/\(all)"
  }

  /// How many figures have a status.
  func countCell(_ count: Int, of status: Status) -> Content {
    guard context.store.hasReports else { return .right(context.glyphs.ellipsis, .muted) }
    return .right("\(count)", count == 0 ? .muted : status.role)
  }

  /// Adds a list that fills the page from edge to edge.
  func add<Item>(
    _ table: ListTable<Item>, to document: inout Document, list: Int = 0, keepsHeader: Bool = true
  ) {
    table.add(
      to: &document, in: TableFrame(width: width, list: list, keepsHeader: keepsHeader), as: state, context, search)
  }

  /// What an empty list says; where something in the store could not be read, also where that is told.
  func emptyText(_ none: String, _ items: some Collection) -> String {
    guard items.isEmpty, context.store.findings.errorCount > 0 else { return none }
    return none
      + (context.outline == nil ? word("; xem lỗi: phím !", "; why: press !") : word("; có lỗi", "; there are faults"))
  }

  /// Adds text broken into lines.
  func addText(_ text: String, _ role: Role = .text, to document: inout Document, x: Int = 1) {
    if let outline = context.outline {
      return outline.add(role == .title ? .title(text) : .text(text), &document, context)
    }
    var lines = TerminalText.wrap(text, to: min(width - x - 1, 120))
    // What stands below the title of a preview stays where it is from one row to the next.
    if state.isPreview, document.lines.isEmpty {
      if lines.count > 2 {
        lines[1] = TerminalText.cut(lines[1] + " " + lines[2], to: width - x - 1, ellipsis: context.glyphs.ellipsis)
      }
      lines = Array((lines + [""]).prefix(2))
    }
    for line in lines { document.lines.append(Line(line, role, x: x)) }
  }

  /// Spans side by side, none broken; what finds no room begins a new line under the first one's end, or
  /// near the left where there is too little room.
  func wrapped(_ first: Span, _ rest: [Span]) -> [Line] {
    let end = 1 + TerminalText.width(first.text)
    let widest = rest.map { TerminalText.width($0.text) }.max() ?? 0
    let indent = end + widest <= self.width ? end : 3
    var lines: [Line] = []
    var spans = [first]
    var used = end
    for (number, span) in rest.enumerated() {
      let width = TerminalText.width(span.text)
      // What joins the next span to this one may have to stand at the end of the line.
      let reserve = number + 1 < rest.count ? 1 : 0
      if used + width + reserve > self.width, spans.count > 1 || !lines.isEmpty {
        lines.append(Line(spans, x: lines.isEmpty ? 1 : indent))
        (spans, used) = ([], indent)
        // What joined it to the line before stays at the end of that one.
        let joint = span.text.prefix { ",; ".contains($0) }
        spans.append(Span(String(span.text.dropFirst(joint.count)), span.role))
        used += width
        let mark = String(joint.filter { $0 != " " })
        if !mark.isEmpty { lines[lines.count - 1].append(Span(mark, span.role)) }
        continue
      }
      spans.append(span)
      used += width
    }
    lines.append(Line(spans, x: lines.isEmpty ? 1 : indent))
    return lines
  }

  /// Adds the title of a part of the page, a blank line above it.
  func addTitle(_ title: String, to document: inout Document) {
    if let outline = context.outline { return outline.add(.title(title), &document, context) }
    if !document.lines.isEmpty { document.lines.append(.blank) }
    document.lines.append(Line(title, .title))
  }

  /// A page whose subject a reload has taken out of the store.
  func addGone(_ id: String, to document: inout Document) {
    addText(
      word("«\(id)» không còn trong bộ dữ liệu; Esc để quay lại", "«\(id)» is no longer in the store; Esc goes back"),
      .muted, to: &document)
  }
}
