internal import TextCore

/// What a change says: what it is about, how it stood before and how it stands now.
struct ChangeWords {
  let source: PaperSource
  let earlier: Assessment
  let later: Assessment

  private var plan: Plan { source.plan }

  func title(_ change: Change, most: Int) -> String {
    switch change.subject {
    case .pillar(let index): source[plan.pillars[index].name]
    case .indicator(let index): source[plan.indicators[index].title]
    case .task(let index, _, _, let agencies):
      // Whose it is stands first: a title that is cut must not leave it out.
      "\(who(agencies, most)): \(source[plan.tasks[index].title])"
    case .action(let index, _, _): source[plan.actions[index].title]
    case .reporting(let agency): source.name(agency) + source.word(": chỉ tiêu đã báo cáo", ": indicators reported")
    }
  }

  private func who(_ agencies: [Int], _ most: Int) -> String {
    agencies.count > most + 1
      ? source.count(agencies.count, "đơn vị", "agency", "agencies") : source.names(agencies, most: most)
  }

  func before(_ change: Change) -> String { side(change, earlier, isLater: false) }

  func after(_ change: Change) -> String { side(change, later, isLater: true) }

  private func side(_ change: Change, _ assessment: Assessment, isLater: Bool) -> String {
    switch change.subject {
    case .pillar(let index): return source.percent(assessment.pillars[index].attainment)
    case .indicator(let index):
      let status = source.statusText(index, of: assessment)
      guard let headline = assessment.indicators[index].headline else { return status }
      return source.text(headline.figure, of: plan.indicators[index]) + ", " + status
    case .task(_, let from, let to, _), .action(_, let from, let to): return source[(isLater ? to : from).shortName]
    case .reporting(let agency):
      let (reported, indicators) = assessment.reportingShare(of: agency)
      return "\(reported)/\(indicators)"
    }
  }

  /// What kind of thing it is about; kinds stand in this order.
  func kind(_ change: Change) -> (order: Int, title: String) {
    switch change.subject {
    case .pillar: (0, source.word("Trụ cột", "Pillars"))
    case .indicator: (1, source.word("Chỉ tiêu", "Indicators"))
    case .task: (2, source.word("Nhiệm vụ", "Tasks"))
    case .action: (3, source.word("Hoạt động", "Actions"))
    case .reporting: (4, source.word("Báo cáo của đơn vị", "Reporting"))
    }
  }
}
