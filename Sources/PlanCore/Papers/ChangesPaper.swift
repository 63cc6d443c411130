internal import TextCore

/// *Những thay đổi*: everything that moved between two days.
public enum ChangesPaper {
  /// - Parameters:
  ///   - source: of the later day.
  ///   - from: the earlier day; a later one than the source's is compared the other way round.
  public static func paper(_ source: PaperSource, from: Day) -> Paper {
    let other = source.assessment.on(from)
    let isForward = from <= source.asOf
    let (earlier, later) = isForward ? (other, source.assessment) : (source.assessment, other)
    let words = ChangeWords(source: source, earlier: earlier, later: later)
    let changes = later.changes(since: earlier)
    var paper = source.paper(
      source.word(
        "Thay đổi từ \(earlier.asOf.slashed) đến \(later.asOf.slashed)",
        "What changed from \(earlier.asOf.slashed) to \(later.asOf.slashed)") + ": "
        + source[source.plan.settings.shortTitle])
    paper.blocks.append(.text(summary(changes, source)))
    for kind in 0...4 {
      let own = changes.filter { words.kind($0).order == kind }
      guard let first = own.first else { continue }
      paper.blocks.append(.heading("\(words.kind(first).title) (\(own.count))"))
      paper.blocks.append(.table(table(own, words)))
    }
    return source.finished(paper)
  }

  private static func summary(_ changes: [Change], _ source: PaperSource) -> String {
    if changes.isEmpty { return source.word("Không có gì thay đổi.", "Nothing changed.") }
    return source.count(changes.count, "thay đổi", "change") + ": \(source.text(of: changes))."
  }

  private static func table(_ changes: [Change], _ words: ChangeWords) -> DataTable {
    let source = words.source
    return DataTable(
      columns: [
        source.word("Mã", "Id"), source.word("Nội dung", "What"), words.earlier.asOf.slashed, words.later.asOf.slashed,
        source.word("Chiều", "Direction"),
      ],
      rows: changes.map { change in
        [
          .text(source.plan.code(of: change)), .text(words.title(change, most: 5)), .text(words.before(change)),
          .text(words.after(change)), .text(source[change.direction.name]),
        ]
      })
  }
}

extension PaperSource {
  /// How many of them are of which direction, those that none is of left out: `44 tốt lên, 3 xấu đi`.
  func text(of changes: [Change]) -> String {
    Change.Direction.allCases.compactMap { direction in
      let count = changes.count { $0.direction == direction }
      return count == 0 ? nil : "\(count) \(self[direction.name])"
    }.joined(separator: ", ")
  }
}
