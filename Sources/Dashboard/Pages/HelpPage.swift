import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Trợ giúp*: every key, from the table that dispatches them, and what the marks mean.
  func help(_ document: inout Document) {
    addTitle(word("PHÍM", "KEYS"), to: &document)
    for binding in KeyTable.all where binding.command != .notYet {
      addDefinition(binding.label, context[binding.meaning], to: &document)
    }
    addTitle(word("TRẠNG THÁI CHỈ TIÊU", "STATUS OF AN INDICATOR"), to: &document)
    for status in Status.allCases {
      addDefinition(String(Character(status.glyph(context.glyphs))), context[status.name], status.role, to: &document)
    }
    addTitle(word("TRẠNG THÁI CÔNG VIỆC", "STATUS OF WORK"), to: &document)
    for state in WorkState.allCases {
      addDefinition(state.glyph(context.glyphs), context[state.name], state.role, to: &document)
    }
    addTitle(word("DẤU BÊN CẠNH CON SỐ", "MARKS BESIDE A FIGURE"), to: &document)
    for mark in FigureMark.allCases {
      addDefinition(String(Character(mark.glyph(context.glyphs))), context[mark.name], to: &document)
    }
    addTitle(word("THANH ĐO", "GAUGE"), to: &document)
    let glyphs = context.glyphs
    addDefinition(String(Character(glyphs.gaugeFull)), word("phần đã đạt", "what is reached"), to: &document)
    addDefinition(
      String(Character(glyphs.gaugeUnknown)),
      word("phần chưa có số liệu, tính là chưa đạt", "the part without data, counted as not reached"), to: &document)
    addDefinition(
      String(Character(glyphs.gaugeTick)), word("theo thời gian phải đến đây", "where time says it should be"),
      to: &document)
    let note = context[plan.settings.note]
    if !note.isEmpty {
      addTitle(word("VỀ SỐ LIỆU", "ABOUT THE DATA"), to: &document)
      addText(note, to: &document)
    }
    addTitle(word("SẼ CÓ Ở BẢN SAU", "STILL TO COME"), to: &document)
    for binding in KeyTable.all where binding.command == .notYet {
      addDefinition(binding.label, context[binding.meaning], .muted, to: &document)
    }
  }

  private func addDefinition(_ term: String, _ text: String, _ role: Role = .hintKey, to document: inout Document) {
    document.lines.append(
      Line([
        Part(x: 2, width: 14, content: .text(term, role)),
        Part(x: 17, width: width - 18, content: .text(text, role == .muted ? .muted : .text)),
      ]))
  }
}
