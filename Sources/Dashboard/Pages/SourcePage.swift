import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Nguồn*: one source with its address, and what the plan takes from it.
  func source(_ document: inout Document, _ id: String) {
    guard let index = plan.sourceIndex(id) else { return addGone(id, to: &document) }
    let source = plan.sources[index]
    addText(source.title, .title, to: &document)
    document.lines.append(.blank)
    addFacts(
      [
        Fact(word("Cơ quan công bố", "Publisher"), source.publisher, isLong: true),
        Fact(word("Công bố", "Published"), source.published),
        Fact(word("Loại", "Kind"), context[source.confidence.name]),
        Fact(word("Mã nguồn", "Id"), source.id),
        Fact(word("Địa chỉ", "Address"), source.url, isLong: true),
      ], to: &document)
    let indicators = plan.indicators.indices.filter { plan.indicators[$0].source == index }
    let tasks = plan.tasks.indices.filter { plan.tasks[$0].source == index }
    let actions = plan.actions.indices.filter { plan.actions[$0].source == index }
    if !indicators.isEmpty {
      addTitle(word("CHỈ TIÊU LẤY TỪ NGUỒN NÀY", "INDICATORS FROM IT"), to: &document)
      add(indicatorTable(indicators), to: &document, keepsHeader: false)
    }
    if !tasks.isEmpty {
      addTitle(word("NHIỆM VỤ LẤY TỪ NGUỒN NÀY", "TASKS FROM IT"), to: &document)
      add(taskTable(tasks), to: &document, list: 1, keepsHeader: false)
    }
    if !actions.isEmpty {
      addTitle(word("HOẠT ĐỘNG LẤY TỪ NGUỒN NÀY", "ACTIONS FROM IT"), to: &document)
      add(actionTable(actions), to: &document, list: 2, keepsHeader: false)
    }
    if indicators.isEmpty, tasks.isEmpty, actions.isEmpty {
      addTitle(word("DÙNG CHO", "USED FOR"), to: &document)
      addText(
        word(
          "chỉ tiêu, nhiệm vụ và hoạt động đều không dẫn nguồn này; số liệu báo cáo hoặc cập nhật có thể dẫn",
          "no indicator, task or action refers to it; reports or updates may"), .muted, to: &document)
    }
  }
}
