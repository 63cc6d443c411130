import PlanCore
import TerminalKit
import TextCore

/// A label and what is to be said under it.
struct Fact {
  var label: String
  var spans: [Span]
  /// Wants a line of its own, broken where it must.
  var isLong = false

  init(_ label: String, _ text: String, _ role: Role = .text, isLong: Bool = false) {
    self.init(label, [Span(text, role)], isLong: isLong)
  }

  init(_ label: String, _ spans: [Span], isLong: Bool = false) {
    self.label = label
    self.spans = spans
    self.isLong = isLong
  }

  var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }
}

extension PageBuilder {
  /// Adds facts: short ones side by side, as many as the width has room for, long ones on lines of their own. What
  /// is empty is left out.
  func addFacts(_ facts: [Fact], to document: inout Document) {
    let facts = facts.filter { !$0.isEmpty }
    if let outline = context.outline {
      let said = facts.map { (label: $0.label, text: Content.spans($0.spans).words(context)) }
      return outline.add(.facts(said), &document, context)
    }
    let labelWidth = (facts.map { TerminalText.width($0.label) }.max() ?? 0) + 2
    let cellWidth = max(38, labelWidth + 20)
    let perLine = max(1, min(3, (width - 2) / cellWidth))
    var waiting: [Fact] = []
    func flush() {
      guard !waiting.isEmpty else { return }
      let parts = waiting.enumerated().map { index, fact in
        Part(
          x: 1 + index * ((width - 2) / perLine), width: (width - 2) / perLine - 1,
          content: .spans([Span(padded(fact.label, to: labelWidth), .muted)] + fact.spans))
      }
      document.lines.append(Line(parts))
      waiting = []
    }
    for fact in facts {
      let needs = labelWidth + fact.spans.reduce(0) { $0 + TerminalText.width($1.text) }
      if fact.isLong || needs > (width - 2) / perLine - 1 {
        flush()
        addLong(fact, labelWidth, to: &document)
      } else {
        waiting.append(fact)
        if waiting.count == perLine { flush() }
      }
    }
    flush()
  }

  private func addLong(_ fact: Fact, _ labelWidth: Int, to document: inout Document) {
    let text = fact.spans.map(\.text).joined()
    let role = fact.spans.first?.role ?? .text
    let lines = TerminalText.wrap(text, to: min(width - 2 - labelWidth, 120))
    for (index, line) in lines.enumerated() {
      let label = index == 0 ? fact.label : ""
      document.lines.append(Line([Span(padded(label, to: labelWidth), .muted), Span(line, role)]))
    }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TerminalText.width(text)))
  }
}
