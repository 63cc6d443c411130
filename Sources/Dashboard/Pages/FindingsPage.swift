import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Vấn đề dữ liệu*: what is wrong in the files, for their owner.
  func findings(_ document: inout Document) {
    addOutdated(to: &document)
    let (all, history) = (context.store.findings, context.history.findings)
    let counts = context[Self.counts(all)] + word(" trong bộ dữ liệu", " in the store")
    let listed = all.kept.count + history.kept.count
    let omitted =
      all.omitted + history.omitted == 0
      ? "" : word("; chỉ liệt kê \(listed) vấn đề đầu", "; only the first \(listed) are listed")
    let own = context.ownFindings
    let ownCounts =
      own.isEmpty
      ? ""
      : "; " + context[Self.counts(own)] + word(" trong tệp của bạn", " in your own files")
    document.head += wrapped(
      Span(counts, .title), [Span(ownCounts, .title), Span(historyText, .title), Span(omitted, .muted)])
    let table = ListTable(
      items: own.kept + all.kept + context.history.findings.kept,
      columns: findingColumns,
      key: { .finding($0) },
      target: { .finding($0) },
      searchTexts: \.searchTexts,
      statuses: { [.severity($0.severity)] },
      unit: Unit.findings,
      emptyText: context.store.hasReports
        ? word("không có vấn đề nào", "nothing is wrong")
        : word("chưa thấy vấn đề nào", "nothing was found so far"), caption: { context[$0.message] })
    add(table, to: &document)
  }

  private var findingColumns: [Column<Finding>] {
    [
      Column(title: word("Mức", "Level"), width: .fixed(8)) { finding in
        let isError = finding.severity == .error
        return .text(
          isError ? word("lỗi", "error") : word("cảnh báo", "warning"), isError ? .error : .notice)
      },
      Column(
        title: word("Nơi", "Place"), width: .flexible(least: 22, most: 40),
        cell: { placeCell($0.place) },
        data: [
          Datum(title: word("Tệp", "File")) { .text($0.file) },
          Datum(title: word("Dòng", "Line")) { .count($0.line) },
          Datum(title: word("Cột", "Column")) { .count($0.column) },
        ]),
      Column(title: word("Vấn đề", "What is wrong"), width: .main(least: 20, most: 160)) {
        .text(context[$0.message])
      },
    ]
  }

  /// Before all that is wrong in what was read: why the rest was not.
  private func addOutdated(to document: inout Document) {
    guard let why = context.outdated else { return }
    // The list below it needs the room; a path may be as long as folders are deep.
    var lines = TerminalText.wrap(TerminalText.safe(context[why]), to: width - 2)
    if lines.count > 2 {
      lines = [
        lines[0], TerminalText.cutStart(lines.joined(separator: " "), to: width - 2, ellipsis: context.glyphs.ellipsis),
      ]
    }
    document.head += lines.map { Line($0, .error) }
  }

  /// How many of the figures are odd beside those before them.
  private var historyText: String {
    switch context.history {
    // Who opens the page asks for it.
    case .unknown where !context.store.hasReports:
      word("; báo cáo chưa đọc xong", "; the reports are not read yet")
    case .unknown, .asked: word("; đang soát chuỗi số liệu…", "; looking over the histories…")
    case .known(let findings) where findings.isEmpty: ""
    case .known(let findings):
      "; " + context[.count(findings.count, "cảnh báo", "warning")]
        + word(" về chuỗi số liệu", " from the histories")
    }
  }

  private static func counts(_ findings: Findings) -> Localized {
    .count(findings.errorCount, "lỗi", "error") + Localized(both: ", ")
      + .count(findings.warningCount, "cảnh báo", "warning")
  }

  /// A place without the beginning of its folders where room is short: line and column are what it is for.
  private func placeCell(_ place: String) -> Content {
    .custom { canvas, at in
      let ellipsis = context.glyphs.ellipsis
      var text = TerminalText.cutStart(place, to: at.width, ellipsis: ellipsis)
      if text != place {
        // A part of a word, or of a year, says nothing.
        let whole = text.dropFirst(ellipsis.count).drop { $0.isLetter || $0.isNumber }
        if whole.count >= at.width / 2 { text = ellipsis + whole }
      }
      canvas.put(text, x: at.x, y: at.y)
    }
  }

  // MARK: One finding

  /// One finding, whole, with the line that it is about.
  func finding(_ document: inout Document, _ finding: Finding) {
    let lists = [context.store.findings, context.ownFindings, context.history.findings]
    guard lists.contains(where: { $0.kept.contains(finding) }) else {
      return addGone("\(finding.file):\(finding.line)", to: &document)
    }
    addText(context[finding.message], .text, to: &document)
    document.lines.append(.blank)
    addFacts(
      [
        Fact(word("Nơi", "Place"), finding.place, isLong: true),
        Fact(word("Mức", "Level"), finding.severity == .error ? word("lỗi", "error") : word("cảnh báo", "warning")),
      ], to: &document)
    // Who only passes by does not wait for a disk.
    if !state.isPreview { addFaultyLine(finding, to: &document) }
  }

  private func addFaultyLine(_ finding: Finding, to document: inout Document) {
    addTitle(word("DÒNG \(finding.line) CỦA TỆP", "LINE \(finding.line) OF THE FILE"), to: &document)
    guard let read = context.details[finding] else {
      return addText(word("đang đọc…", "reading…"), .muted, to: &document)
    }
    guard let line = read else {
      return addText(
        word("không đọc lại được dòng này", "this line cannot be read again"), .muted, to: &document)
    }
    let ellipsis = context.glyphs.ellipsis
    let room = max(20, min(width, 160) - 3)
    var before = TerminalText.safe((line.isCut.before ? ellipsis : "") + line.before)
    var after = TerminalText.safe(line.after + (line.isCut.after ? ellipsis : ""))
    // What is wrong stands in view, with something of what is around it.
    before = TerminalText.cutStart(
      before, to: max(room / 2, room - TerminalText.width(after)), ellipsis: ellipsis)
    after = TerminalText.cut(after, to: room - TerminalText.width(before), ellipsis: ellipsis)
    if context.outline != nil {
      addText(before + after, to: &document)
    } else {
      document.lines.append(Line([Span(before, .muted), Span(after)], x: 2))
      let blank = String(repeating: " ", count: TerminalText.width(before))
      document.lines.append(
        Line([Span(blank), Span("^ ", .error), Span(word("cột ", "column ") + "\(finding.column)", .muted)], x: 2))
    }
    if line.isChanged {
      addText(
        word(
          "tệp đã thay đổi từ khi được đọc: đây có thể là dòng khác",
          "the file has changed since it was read: this may be another line"), .notice, to: &document)
    }
  }
}

extension Finding {
  /// `path:line:column`, as editors take it.
  var place: String { "\(file):\(line):\(column)" }
}
