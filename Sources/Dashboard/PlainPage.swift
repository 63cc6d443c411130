public import PlanCore
public import TerminalKit
public import TextCore

/// Pages as plain lines, for pipes and paper.
public enum PlainPage {
  /// The overview, whole, under a line that says what it is of and when.
  ///
  /// - Parameter width: columns, at least those of the least window.
  public static func overview(
    of store: Store, _ assessment: Assessment, storeName: String, _ language: Language, _ glyphs: GlyphSet = .blocks,
    width: Int = 80
  ) -> [String] {
    let context = Context(
      store: store, assessment: assessment, language: language, glyphs: glyphs, today: assessment.asOf,
      size: Size(width: max(Least.size.width, width), height: .max), details: DetailsCache())
    let document = Document(of: PageState(.overview), context, SearchCache())
    let separator = " \(Character(glyphs.dot)) "
    let settings = store.plan.settings
    var title = [context[settings.shortTitle], settings.decision, storeName].filter { !$0.isEmpty }
    if settings.isSimulated { title.append(context.word("SỐ LIỆU MÔ PHỎNG", "SIMULATED DATA")) }
    title.append(context.word("tính đến ", "as of ") + assessment.asOf.slashed)
    let errors = store.findings.errorCount
    let warning =
      context[.count(errors, "lỗi", "error")]
      + context.word(" trong dữ liệu; xem «thuky check»", " in the data; see «thuky check»")
    return [title.joined(separator: separator)] + (errors > 0 ? [warning, ""] : [""])
      + text(of: document.head + document.lines + [.blank] + document.foot, context)
  }

  private static func text(of lines: [Line], _ context: Context) -> [String] {
    var canvas = Canvas(size: Size(width: context.width, height: lines.count))
    for (y, line) in lines.enumerated() {
      for part in line.parts {
        let place = Content.Place(
          x: part.x, y: y, width: min(part.width, context.width - part.x), column: 0, isSelected: false)
        part.content.draw(on: &canvas, at: place, ellipsis: context.glyphs.ellipsis)
      }
    }
    return canvas.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
