import PlanCore
import TerminalKit
import TextCore

/// A label and what is to be said under it.
struct Fact {
  var label: String
  var spans: [Span]
  /// Wants a line of its own, broken where it must.
  var isLong = false
  /// Drawn into what is left beside the spans, where that is enough.
  var tail: Content?

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
      let pitch = (width - 2) / perLine
      document.lines.append(
        Line(waiting.enumerated().flatMap { parts(of: $1, labelWidth, x: 1 + $0 * pitch, width: pitch - 1) }))
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

  private func parts(of fact: Fact, _ labelWidth: Int, x: Int, width: Int) -> [Part] {
    let spans = [Span(padded(fact.label, to: labelWidth), .muted)] + fact.spans
    let used = Content.spans(spans).width + 1
    let text = Part(x: x, width: width, content: .spans(spans))
    guard let tail = fact.tail, width - used >= Self.leastTail else { return [text] }
    return [text, Part(x: x + used, width: min(width - used, 40), content: tail)]
  }

  private static var leastTail: Int { 8 }

  private func addLong(_ fact: Fact, _ labelWidth: Int, to document: inout Document) {
    let label = Span(padded(fact.label, to: labelWidth), .muted)
    // Spans of several colours are words of their own; one is text.
    if fact.spans.count > 1, fact.spans.allSatisfy({ TerminalText.width($0.text) < width - 2 - labelWidth }) {
      document.lines += wrapped(label, fact.spans)
      return
    }
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
