internal import TextCore

/// *Tình hình của một trụ cột*: its gauge, its indicators with what they still need, its tasks.
public enum PillarPaper {
  /// - Parameter pillar: index into the plan's pillars.
  public static func paper(_ source: PaperSource, pillar: Int) -> Paper {
    let (plan, assessed) = (source.plan, source.assessment.pillars[pillar])
    let indicators = plan.indicators.indices.filter { plan.indicators[$0].pillar == pillar }
    var paper = source.paper(
      source.word("Trụ cột ", "Pillar: ") + source[plan.pillars[pillar].name] + ": " + source[plan.settings.shortTitle])
    paper.blocks.append(.facts(facts(source, assessed)))
    if !indicators.isEmpty {
      paper.blocks += [
        .heading(source.word("Chỉ tiêu", "Indicators") + " (\(indicators.count))"), .table(table(indicators, source)),
      ]
    }
    let gaps = indicators.compactMap { index -> Paper.Fact? in
      let text = source.gapText(index, most: 5)
      return text.isEmpty ? nil : Paper.Fact(plan.indicators[index].id, text)
    }
    if !gaps.isEmpty {
      paper.blocks += [.heading(source.word("Còn thiếu gì, ở đâu", "What is missing, and where")), .facts(gaps)]
    }
    paper.blocks += tasks(source, pillar)
    return source.finished(paper)
  }

  private static func facts(_ source: PaperSource, _ assessed: PillarAssessment) -> [Paper.Fact] {
    [
      Paper.Fact(source.word("Tính đến", "As of"), source.asOf.slashed),
      Paper.Fact(
        source.word("Mức độ hoàn thành", "Attainment"),
        "\(source.gauge(assessed)) \(source.percent(assessed.attainment))"
          + source.word("; thời gian đã qua ", "; of the time ") + source.percent(source.assessment.elapsed)
          + source.word("", " is over")),
      Paper.Fact(source.word("Chỉ tiêu", "Indicators"), source.statusCounts(assessed)),
    ]
  }

  private static func table(_ indices: [Int], _ source: PaperSource) -> DataTable {
    DataTable(
      columns: [
        source.word("Mã", "Id"), source.word("Chỉ tiêu", "Indicator"), source.word("Mục tiêu", "Target"),
        source.word("Số liệu", "Figure"), source.word("Báo cáo", "Reports"), source.word("Trạng thái", "Status"),
      ],
      rows: indices.map { index in
        let (indicator, own) = (source.plan.indicators[index], source.assessment.indicators[index])
        return [
          .text(indicator.id), .text(source[indicator.title]), .text(indicator.targetText(source.language)),
          .text(source.headlineText(index)), .text("\(own.reported)/\(own.inScope)"),
          .text(source.statusText(index, of: source.assessment)),
        ]
      })
  }

  private static func tasks(_ source: PaperSource, _ pillar: Int) -> [Paper.Block] {
    let plan = source.plan
    let tasks = plan.tasks.indices.filter { plan.tasks[$0].pillar == pillar }
    if tasks.isEmpty { return [] }
    let table = DataTable(
      columns: [
        source.word("Mã", "Id"), source.word("Nhiệm vụ", "Task"), source.word("Đơn vị", "Who"),
        source.word("Hạn", "Due"), source.word("Tình hình", "State"),
      ],
      rows: tasks.map { index in
        let task = plan.tasks[index]
        return [
          .text(task.id), .text(source[task.title]), .text(source.name(task.lead)), task.due.map { .day($0) } ?? .none,
          .text(stateText(source.assessment.tasks[index], source)),
        ]
      })
    return [.heading(source.word("Nhiệm vụ", "Tasks") + " (\(tasks.count))"), .table(table)]
  }

  /// Of one agency its state, of several how many are in which.
  private static func stateText(_ task: TaskAssessment, _ source: PaperSource) -> String {
    if task.assignments.count == 1 { return source[task.assignments[0].state.shortName] }
    return WorkState.allCases.compactMap { state in
      let count = task.assignments.count { $0.state == state }
      return count == 0 ? nil : "\(source[state.shortName]) \(count)"
    }.joined(separator: ", ")
  }
}
