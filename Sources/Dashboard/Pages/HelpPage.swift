import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Trợ giúp*: every key, from the table that dispatches them, and what the marks mean.
  func help(_ document: inout Document) {
    addWorkingKeys(to: &document)
    addStatuses(to: &document)
    addMarks(to: &document)
    addGauge(to: &document)
    addCalendarAndMatrix(to: &document)
    addIdleKeys(to: &document)
    let note = context[plan.settings.note]
    if !note.isEmpty {
      addTitle(word("VỀ SỐ LIỆU", "ABOUT THE DATA"), to: &document)
      addText(note, to: &document)
    }
  }

  private func addStatuses(to document: inout Document) {
    addTitle(word("TRẠNG THÁI CHỈ TIÊU", "STATUS OF AN INDICATOR"), to: &document)
    for status in Status.allCases {
      addDefinition(String(Character(status.glyph(context.glyphs))), context[status.name], status.role, to: &document)
    }
    addTitle(word("TRẠNG THÁI CÔNG VIỆC", "STATUS OF WORK"), to: &document)
    for state in WorkState.allCases {
      addDefinition(state.glyph(context.glyphs), context[state.name], state.role, to: &document)
    }
  }

  private func addMarks(to document: inout Document) {
    addTitle(word("DẤU BÊN CẠNH CON SỐ", "MARKS BESIDE A FIGURE"), to: &document)
    for mark in FigureMark.allCases {
      addDefinition(String(Character(mark.glyph(context.glyphs))), context[mark.name], to: &document)
    }
  }

  private func addCalendarAndMatrix(to document: inout Document) {
    addTitle(word("LỊCH", "CALENDAR"), to: &document)
    let shades = context.glyphs.shades.map { Character($0) }
    addDefinition(
      String(shades) + "!",
      word(
        "số việc của tháng, càng đậm càng nhiều; ! có việc quá hạn hoặc xong quá hạn",
        "how much a month has to do, the darker the more; ! some of it overdue or done late"), to: &document)
    addTitle(word("MA TRẬN", "MATRIX"), to: &document)
    addDefinition(
      word("(trống)", "(blank)"),
      word("đơn vị ngoài phạm vi của chỉ tiêu", "the agency is outside the indicator's scope"), .text, to: &document)
    addDefinition(
      word("cả nhóm", "together"),
      word("các đơn vị của vùng hoặc khối, tính gộp", "the agencies of a region or kind, rolled up"), .text,
      to: &document)
    if let id = plan.indicators.last?.id {
      addDefinition(
        "/" + id,
        word("mã hoặc tên chỉ tiêu gõ vào ô lọc: đến cột đó", "an indicator's id or name in the filter: to its column"),
        to: &document)
    }
  }

  private func addGauge(to document: inout Document) {
    addTitle(word("THANH ĐO VÀ XU HƯỚNG", "GAUGE AND TREND"), to: &document)
    let glyphs = context.glyphs
    addDefinition(String(Character(glyphs.gaugeFull)), word("phần đã đạt", "what is reached"), to: &document)
    addDefinition(
      String(Character(glyphs.gaugeEmpty)), word("phần có số liệu nhưng chưa đạt", "with data, not reached yet"),
      to: &document)
    addDefinition(
      String(Character(glyphs.gaugeUnknown)),
      word("phần chưa có số liệu, tính là chưa đạt", "the part without data, counted as not reached"), to: &document)
    addDefinition(
      String(Character(glyphs.gaugeTick)), word("theo thời gian phải đến đây", "where time says it should be"),
      to: &document)
    let (least, most) = (glyphs.spark.first ?? " ", glyphs.spark.last ?? " ")
    addDefinition(
      "\(Character(least)) … \(Character(most))",
      word("sáu tháng gần nhất, từ thấp đến cao", "the last six months, from low to high"), to: &document)
    addDefinition(
      String(Character(glyphs.sparkNone)), word("tháng chưa có số liệu", "a month without data"), to: &document)
  }

  /// The page that the help was asked from.
  private var place: KeyTable.Surroundings { state.subject ?? KeyTable.Surroundings(page: .overview) }

  private func addWorkingKeys(to document: inout Document) {
    let name = context[place.page.name]
    addTitle(word("PHÍM DÙNG ĐƯỢC Ở «\(name)»", "KEYS THAT WORK IN «\(name)»"), to: &document)
    for binding in KeyTable.all where binding.applies(place) {
      addDefinition(binding.label(context.glyphs), context[binding.meaning], to: &document)
    }
  }

  /// What does nothing there, and why.
  private func addIdleKeys(to document: inout Document) {
    addTitle(word("PHÍM KHÔNG DÙNG Ở ĐÂY", "KEYS THAT DO NOTHING HERE"), to: &document)
    let taken = Set(KeyTable.all.filter { $0.applies(place) }.flatMap(\.keys))
    for binding in KeyTable.all where taken.isDisjoint(with: binding.keys) && !binding.isSideways {
      addDefinition(
        binding.label(context.glyphs), context[binding.refusal(in: place)], .muted, to: &document)
    }
  }

  private func addDefinition(_ term: String, _ text: String, _ role: Role = .hintKey, to document: inout Document) {
    for (number, line) in TerminalText.wrap(text, to: max(1, width - 18)).enumerated() {
      document.lines.append(
        Line([
          Part(x: 2, width: 14, content: .text(number == 0 ? term : "", role)),
          Part(x: 17, width: width - 18, content: .text(line, role == .muted ? .muted : .text)),
        ]))
    }
  }
}
