import PlanCore
import TerminalKit
import TextCore

// What columns say to other programs, where that is not what their cells say.

extension PageBuilder {
  func statusData<Item>(_ status: @escaping (Item) -> Status) -> [Datum<Item>] {
    [Datum(title: word("Trạng thái", "Status")) { .text(context[status($0).name]) }]
  }

  func stateData<Item>(_ state: @escaping (Item) -> WorkState?) -> [Datum<Item>] {
    [Datum(title: word("Trạng thái", "State")) { state($0).map { .text(context[$0.name]) } ?? .none }]
  }

  /// A share of 0…1 as per cent.
  func shareData<Item>(_ title: String, _ share: @escaping (Item) -> Double?) -> [Datum<Item>] {
    [Datum(title: title + " (%)") { share($0).map(DataTable.Value.percent) ?? .none }]
  }

  /// `3/93` as two numbers: a spreadsheet would make a day of it.
  func countData<Item>(_ title: String, _ of: String, _ counts: @escaping (Item) -> (Int, Int)) -> [Datum<Item>] {
    [Datum(title: title) { .count(counts($0).0) }, Datum(title: of) { .count(counts($0).1) }]
  }

  /// Levels 0…7, the latest last.
  func sparklineData<Item>(_ levels: @escaping (Item) -> [Int?]) -> [Datum<Item>] {
    [
      Datum(title: word("Xu hướng 6 tháng (0–7)", "Trend of 6 months (0–7)")) { item in
        .text(levels(item).map { $0.map(String.init) ?? context.none }.joined(separator: " "))
      }
    ]
  }

  /// Days until something is due; of what is overdue below zero, of what is no longer open none.
  func daysLeftData<Item>(_ work: @escaping (Item) -> (due: Day?, state: WorkState?)) -> [Datum<Item>] {
    [
      Datum(title: word("Còn lại (ngày)", "Days left")) { item in
        let (due, state) = work(item)
        guard let due, state?.isOpen == true else { return .none }
        return .count(due - assessment.asOf)
      }
    ]
  }

  // MARK: Figures

  /// A headline with its unit, its day and what sort of figure it is.
  func headlineData() -> [Datum<Int>] {
    func headline(_ index: Int) -> Headline? { assessment.indicators[index].headline }
    return [
      Datum(title: word("Số liệu", "Figure")) { index in
        headline(index).map { .digits($0.figure.text(plan.indicators[index].comparator, .english)) } ?? .none
      },
      Datum(title: word("Đơn vị tính", "Unit")) { .words(plan.indicators[$0].unit) },
      Datum(title: word("Đến ngày", "As of")) { .day(headline($0)?.figure.period) },
      Datum(title: word("Loại số liệu", "Sort of figure")) { index in
        .words(headline(index).map { marksText($0.marks(of: plan.indicators[index])) } ?? "")
      },
    ]
  }

  func targetData() -> [Datum<Int>] {
    [
      Datum(title: word("So sánh", "Comparison")) { .text(plan.indicators[$0].comparator.rawValue) },
      Datum(title: word("Mục tiêu", "Target")) { index in
        let indicator = plan.indicators[index]
        return .digits(NumberText.text(indicator.target, decimals: indicator.targetDecimals, .english))
      },
    ]
  }

  /// One agency's figure of one indicator.
  func cellData<Item>(_ cell: @escaping (Item) -> (CellAssessment, Indicator, isNational: Bool)?) -> [Datum<Item>] {
    [
      Datum(title: word("Số liệu", "Figure")) { item in
        guard let (cell, indicator, _) = cell(item), let figure = cell.figure else { return .none }
        if cell.isYesOrNo { return .text(yesOrNo(figure.value)) }
        return .digits(figure.text(indicator.comparator, .english))
      },
      Datum(title: word("Đơn vị tính", "Unit")) { item in
        guard let (cell, indicator, _) = cell(item), cell.figure != nil, !cell.isYesOrNo else { return .none }
        return .words(indicator.unit)
      },
      Datum(title: word("Loại số liệu", "Sort of figure")) { item in
        guard let (cell, indicator, isNational) = cell(item) else { return .none }
        return .words(marksText(marks(of: cell, indicator, isNational: isNational)))
      },
    ]
  }

  func marksText(_ marks: [FigureMark]) -> String { marks.map { context[$0.shortName] }.joined(separator: ", ") }
}
