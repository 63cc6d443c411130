import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// A task's tally, and the whole plan's beside it.
  func explainTask(_ document: inout Document, _ id: String) {
    guard let index = plan.taskIndex(id) else { return addGone(id, to: &document) }
    let task = plan.tasks[index]
    addText("\(task.id)  \(context[task.title])", .title, to: &document)
    addFacts(
      [
        Fact(word("Hạn", "Due"), task.due?.slashed ?? word("không nêu", "not given")),
        Fact(word("Mẫu số", "Denominator"), "\(task.assignees.count) " + context[Unit.assignments]),
      ], to: &document)
    document.lines.append(.blank)
    document.lines += tallyLines(assessment.tasks[index].tally, of: word("NHIỆM VỤ NÀY", "THIS TASK"))
    document.lines.append(.blank)
    document.lines += tallyLines(assessment.taskTally, of: word("CẢ KẾ HOẠCH", "THE WHOLE PLAN"))
    addWorkRule(to: &document)
    var rows = context.store.journal.history(of: .task(index))
    for agency in task.assignees { rows += context.store.journal.history(of: .assignment(task: index, agency: agency)) }
    addUpdates(rows, to: &document)
  }

  func explainAssignment(_ document: inout Document, _ taskID: String, _ agencyID: String) {
    guard let index = plan.taskIndex(taskID), let agency = plan.agencyIndex(agencyID),
      let own = assessment.tasks[index].assignments.first(where: { $0.agency == agency })
    else { return addGone("\(taskID)/\(agencyID)", to: &document) }
    let task = plan.tasks[index]
    addText("\(task.id)  \(context[task.title])", .title, to: &document)
    addText(context.name(of: agency), to: &document)
    addState(own.state, due: task.due, doneOn: own.doneOn, to: &document)
    addWorkRule(to: &document)
    let journal = context.store.journal
    let rows = journal.history(of: .assignment(task: index, agency: agency))
    let common = journal.history(of: .task(index))
    if !rows.isEmpty, !common.isEmpty {
      addText(
        word(
          "Cập nhật riêng của đơn vị được tính trước cập nhật chung của nhiệm vụ.",
          "What is said about the one agency stands over what is said about the task."), .muted, to: &document)
    }
    addUpdates(rows + common, to: &document)
  }

  func explainAction(_ document: inout Document, _ id: String) {
    guard let index = plan.actionIndex(id) else { return addGone(id, to: &document) }
    let (action, assessed) = (plan.actions[index], assessment.actions[index])
    addText("\(action.id)  \(context[action.title])", .title, to: &document)
    addState(assessed.state, due: action.due, doneOn: assessed.doneOn, to: &document)
    if !action.hasDay {
      addText(
        word(
          "Kế hoạch chỉ nêu tháng: hạn là ngày cuối tháng.", "The plan gives the month only: it is due on its last day."
        ),
        .muted, to: &document)
    }
    addWorkRule(to: &document)
    addUpdates(context.store.journal.history(of: .action(index)), to: &document)
  }

  // MARK: Parts

  private func addState(_ state: WorkState, due: Day?, doneOn: Day?, to document: inout Document) {
    document.lines.append(.blank)
    addFacts(
      [
        Fact(word("Tình hình", "Status"), [Span("\(state.glyph(context.glyphs)) \(context[state.name])", state.role)]),
        Fact(word("Hạn", "Due"), due?.slashed ?? word("không nêu", "not given")),
        Fact(word("Xong ngày", "Done on"), doneOn?.slashed ?? ""),
        Fact(word("Tính đến", "As of"), assessment.asOf.slashed),
      ], to: &document)
    addText(stateText(state, due: due, doneOn: doneOn), to: &document)
  }

  private func stateText(_ state: WorkState, due: Day?, doneOn: Day?) -> String {
    let (day, asOf) = (due?.slashed ?? "", assessment.asOf.slashed)
    switch state {
    case .doneOnTime:
      guard let doneOn, due != nil else {
        return word(
          "Đã hoàn thành; không rõ ngày xong hoặc hạn nên tính là đúng hạn.",
          "Done; without a day or a due day it counts as on time.")
      }
      return word("Xong \(doneOn.slashed), không sau hạn \(day).", "Done on \(doneOn.slashed), not after \(day).")
    case .doneLate:
      return word("Xong \(doneOn?.slashed ?? ""), sau hạn \(day).", "Done on \(doneOn?.slashed ?? ""), after \(day).")
    case .openInTime:
      return due == nil
        ? word("Chưa xong và không nêu hạn.", "Not done, and no due day is given.")
        : word("Chưa xong; hạn \(day) chưa qua vào \(asOf).", "Not done; \(day) is not over on \(asOf).")
    case .openOverdue:
      return word(
        "Chưa xong; hạn \(day) đã qua vào \(asOf), có thông tin về việc này.",
        "Not done; \(day) is over on \(asOf), and somebody has said so.")
    case .unreported:
      return word(
        "Hạn \(day) đã qua vào \(asOf) và chưa ai nói gì: chưa biết đã xong hay chưa.",
        "\(day) is over on \(asOf) and nobody has said anything: done or not is not known.")
    case .cancelled: return word("Đã hủy: không tính vào bốn ô.", "Cancelled: in none of the four cells.")
    case .pending:
      return word(
        "Chỗ để dành cho phụ lục: không bao giờ tính là muộn.",
        "A place held open for the annex: never counted as late.")
    }
  }

  private func addWorkRule(to document: inout Document) {
    addTitle(word("QUY TẮC", "THE RULE"), to: &document)
    addText(
      word(
        "Bốn ô: hoàn thành đúng hạn (xong không sau hạn, hoặc không rõ ngày), hoàn thành quá hạn, đang làm trong hạn (hạn chưa qua ngày tính đến), đang làm quá hạn. Trong ô cuối, «chưa có thông tin» là chưa ai cập nhật gì. Chờ phụ lục và đã hủy không tính vào bốn ô. Trạng thái là cập nhật cuối cùng có hiệu lực đến ngày tính đến và chưa rút lại.",
        "Four cells: done on time (not after the due day, or either unknown), done late, open in time (due on the as-of date or later), open overdue; of these «no word» are those nobody spoke of. What awaits the annex or was cancelled is in none. The status is the last update that counts on the as-of date and was not taken back."
      ),
      to: &document)
  }

  /// What was said, with where it stands in the journal.
  private func addUpdates(_ updates: [Update], to document: inout Document) {
    addTitle(word("CẬP NHẬT ĐÃ DÙNG", "THE UPDATES BEHIND IT"), to: &document)
    let counted = updates.filter { $0.day <= assessment.asOf }
    if counted.isEmpty {
      addText(
        word("không có cập nhật nào đến ngày tính đến", "there are none up to the as-of date"), .muted, to: &document)
    }
    for update in counted.sorted(by: { ($0.day, $0.line) < ($1.day, $1.line) }) {
      let who = [context[update.authorName], "updates.csv:\(update.line)"].joined(
        separator: " \(Character(context.glyphs.dot)) ")
      addText(
        "\(update.day.slashed)  \(words(of: update))  (\(who))", update.isTakenBack ? .muted : .text, to: &document)
    }
  }

  // MARK: An agency

  /// What an agency has reported of what it owes, and what it is late with.
  func explainAgency(_ document: inout Document, _ id: String) {
    guard let agency = plan.agencyIndex(id) else { return addGone(id, to: &document) }
    let (reported, owed) = assessment.reportingShare(of: agency)
    addText(context.name(of: agency), .title, to: &document)
    let own = plan.indicators.indices.filter { plan.indicators[$0].scope.contains(agency) }
    let pressed = assessment.pressed.first { $0.agency == agency }
    addFacts(
      [
        Fact(
          word("Tử số", "Numerator"),
          "\(reported): " + word("chỉ tiêu đã báo cáo cho năm kế hoạch", "indicators reported on for the plan's time"),
          isLong: true),
        Fact(
          word("Mẫu số", "Denominator"),
          "\(owed): " + word("chỉ tiêu có đơn vị trong phạm vi", "indicators whose scope names it"), isLong: true),
        Fact(
          word("Quá hạn", "Overdue"),
          word(
            "\(pressed?.overdue ?? 0) nhiệm vụ và hoạt động chủ trì chưa xong mà hạn đã qua, \(pressed?.unreported ?? 0) chưa có thông tin",
            "\(pressed?.overdue ?? 0) assignments and actions led, not done and past their day, \(pressed?.unreported ?? 0) with no word"
          ),
          isLong: true),
      ], to: &document)
    addTitle(word("CHỈ TIÊU CHƯA BÁO CÁO", "INDICATORS NOT REPORTED ON"), to: &document)
    var table = explainedIndicators(own.filter { !assessment.hasReported(agency: agency, indicator: $0) })
    table.emptyText = word("đã báo cáo đủ", "all are reported on")
    add(table, to: &document, keepsHeader: false)
    addTitle(word("NHIỆM VỤ QUÁ HẠN", "TASKS OVERDUE"), to: &document)
    let late = plan.tasks.indices.filter { task in
      assessment.tasks[task].assignments.contains { $0.agency == agency && $0.state.isOverdue }
    }
    add(taskTable(late), to: &document, list: 1, keepsHeader: false)
    addTitle(word("HOẠT ĐỘNG QUÁ HẠN", "ACTIONS OVERDUE"), to: &document)
    let actions = plan.actions.indices.filter { action in
      assessment.actions[action].state.isOverdue
        && plan.actions[action].lead.map(plan.members(of:))?.contains(agency) == true
    }
    add(actionTable(actions), to: &document, list: 2, keepsHeader: false)
  }
}
