import PlanCore
import TerminalKit
import TextCore

extension State {
  /// What the pages are called on the way to the one in view.
  var crumbs: [String] {
    path.indices.map { index in
      let page = path[index].page
      guard let context else { return page.name[language] }
      return page.crumb(after: index > 0 ? path[index - 1].page : nil, context)
    }
  }

  var crumbSeparator: String { " \(Character(glyphs.crumb)) " }

  /// As much of the way as finds room, and how many pages deep each step is. The places nearest to the reader are worth
  /// more than the way there.
  func crumbSteps(room: Int) -> [(text: String, depth: Int)] {
    let crumbs = crumbs
    var steps = crumbs.enumerated().map { (text: $0.element, depth: $0.offset + 1) }
    func width() -> Int { TerminalText.width(steps.map(\.text).joined(separator: crumbSeparator)) }
    var first = 1
    while width() > room, first < crumbs.count - 1 {
      first += 1
      steps = [steps[0], (glyphs.ellipsis, first)] + crumbs.indices[first...].map { (crumbs[$0], $0 + 1) }
    }
    return steps
  }

  /// Where the steps of the way stand in their row.
  var crumbPlaces: [(depth: Int, columns: Range<Int>)] {
    let room = max(0, size.width - 2 - widthBesidePath)
    var x = 1
    return crumbSteps(room: room).map { step in
      let end = x + TerminalText.width(step.text)
      defer { x = end + TerminalText.width(crumbSeparator) }
      return (step.depth, x..<end)
    }
  }
}

extension Page {
  /// What the page adds to the one that it was opened from: of an agency's figure the indicator, of an indicator's the
  /// agency.
  fileprivate func crumb(after parent: Page?, _ context: Context) -> String {
    switch self {
    case .pillar(let id): return context.plan.pillar(id).map { context[$0.name] } ?? id
    case .agency(let id): return context.agencyName(id)
    case .figure(let agency, let indicator):
      return Self.crumb(agency: agency, of: indicator, isOfAgency: parent?.isAgency, context)
    case .assignment(let task, let agency):
      return Self.crumb(agency: agency, of: task, isOfAgency: parent?.isAgency, context)
    case .report(let agency, let indicator, let file, let line):
      return context.report(agency: agency, indicator: indicator, file: file, line: line).map(context.period)
        ?? "\(file):\(line)"
    case .indicator(let id), .task(let id), .action(let id): return id
    case .explanation(let explained): return explained.crumb(context)
    case .source(let id): return context.word("nguồn ", "source ") + id
    case .finding(let finding): return "\(finding.file):\(finding.line)"
    default: return context[name]
    }
  }

  /// `nil`: opened from a page that is about neither.
  private static func crumb(agency: String, of id: String, isOfAgency: Bool?, _ context: Context) -> String {
    switch isOfAgency {
    case true?: id
    case false?: context.agencyName(agency)
    case nil: "\(context.agencyName(agency)) \(Character(context.glyphs.dot)) \(id)"
    }
  }

  /// Whether the page is about an agency rather than about what agencies are measured by; `nil` for neither.
  private var isAgency: Bool? {
    switch self {
    case .agency: true
    case .indicator, .task: false
    default: nil
    }
  }
}
