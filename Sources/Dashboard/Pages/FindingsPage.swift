import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Vấn đề dữ liệu*: what is wrong in the files, for their owner.
  func findings(_ document: inout Document) {
    let (all, history) = (context.store.findings, context.history.findings)
    let counts = word(
      "\(all.errorCount) lỗi, \(all.warningCount) cảnh báo trong bộ dữ liệu",
      "\(all.errorCount) errors, \(all.warningCount) warnings in the store")
    let listed = all.kept.count + history.kept.count
    let omitted =
      all.omitted + history.omitted == 0
      ? "" : word("; chỉ liệt kê \(listed) vấn đề đầu", "; only the first \(listed) are listed")
    let own = context.ownFindings
    let ownCounts =
      own.isEmpty
      ? ""
      : word(
        "; \(own.errorCount) lỗi, \(own.warningCount) cảnh báo trong tệp của bạn",
        "; \(own.errorCount) errors, \(own.warningCount) warnings in your own files")
    document.head += wrapped(
      Span(counts, .title), [Span(ownCounts, .title), Span(historyText, .title), Span(omitted, .muted)])
    let table = ListTable(
      items: own.kept + all.kept + context.history.findings.kept,
      columns: [
        Column(title: word("Mức", "Level"), width: .fixed(8)) { finding in
          let isError = finding.severity == .error
          return .text(
            isError ? word("lỗi", "error") : word("cảnh báo", "warning"), isError ? .error : .notice)
        },
        Column(
          title: word("Nơi", "Place"), width: .flexible(least: 22, most: 40),
          cell: { .text("\($0.file):\($0.line):\($0.column)") },
          data: [
            Datum(title: word("Tệp", "File")) { .text($0.file) },
            Datum(title: word("Dòng", "Line")) { .count($0.line) },
            Datum(title: word("Cột", "Column")) { .count($0.column) },
          ]),
        Column(title: word("Vấn đề", "What is wrong"), width: .main(least: 20, most: 160)) {
          .text(context[$0.message])
        },
      ],
      key: { .finding($0) },
      target: { .finding($0) },
      searchTexts: \.searchTexts,
      statuses: { [.severity($0.severity)] },
      unit: Unit.findings,
      emptyText: word("không có vấn đề nào", "nothing is wrong"), caption: { context[$0.message] })
    add(table, to: &document)
  }

  /// How many of the figures are odd beside those before them.
  private var historyText: String {
    switch context.history {
    // Who opens the page asks for it.
    case .unknown where !context.store.hasReports: ""
    case .unknown, .asked: word("; đang soát chuỗi số liệu…", "; looking over the histories…")
    case .known(let findings) where findings.isEmpty: ""
    case .known(let findings):
      word("; \(findings.count) cảnh báo về chuỗi số liệu", "; \(findings.count) warnings from the histories")
    }
  }

  /// One finding, whole.
  func finding(_ document: inout Document, _ finding: Finding) {
    let lists = [context.store.findings, context.ownFindings, context.history.findings]
    guard lists.contains(where: { $0.kept.contains(finding) }) else {
      return addGone("\(finding.file):\(finding.line)", to: &document)
    }
    addText(context[finding.message], .text, to: &document)
    document.lines.append(.blank)
    addFacts(
      [
        Fact(word("Tệp", "File"), finding.file, isLong: true),
        Fact(word("Dòng", "Line"), "\(finding.line)"),
        Fact(word("Cột", "Column"), "\(finding.column)"),
      ], to: &document)
  }
}
